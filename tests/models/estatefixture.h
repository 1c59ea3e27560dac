// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom::Tests {

inline constexpr qint64 MiB = 1024 * 1024;
inline constexpr qint64 GiB = 1024 * MiB;

/// An estate put together by hand, thing by thing; no file is looked at.
class EstateFixture {
public:
    EstateImage &image(const QString &uuid, ImageFormat format, qint64 virtualSizeBytes, qint64 allocated);
    EstateBase &base(const QString &host, const QByteArray &name, qint64 virtualSizeBytes, qint64 allocated,
        const QString &imageUuid = {});
    /// An instance with a domain of that name and project; both empty: no domain.
    EstateInstance &instance(const QString &host, const QString &project, const QString &uuid, const QString &name);
    /// A qcow2 disk of the instance that stands on the base (null: on nothing).
    static EstateDisk &disk(EstateInstance &instance, const QByteArray &name, EntryMeaning meaning,
        qint64 virtualSizeBytes, qint64 allocated, const EstateBase *on = nullptr);

    /// The snapshot, with indexes, users, sums per host and the graph filled in from what was added.
    EstatePtr estate() const;

    std::vector<EstateImage> images;
    std::vector<EstateBase> bases;
    std::vector<EstateInstance> instances;
    std::vector<DirectoryNode> directories;
};

ImageInfoPtr imageInfo(ImageFormat format, qint64 virtualSizeBytes, qint64 allocated, const QString &content = {});
FileFacts regularFile(qint64 length, qint64 allocated);
DirectoryNode fileNode(const NativePath &path, EntryMeaning meaning, qint64 length, qint64 allocated);
DirectoryNode directoryNode(const NativePath &path, EntryMeaning meaning, std::vector<DirectoryNode> children);

/// The estate of the document that Fathom starts from, in small: an image, its base, two instances on it on one host,
/// one without a domain and one broken on another.
EstateFixture smallEstate();

} // namespace Fathom::Tests
