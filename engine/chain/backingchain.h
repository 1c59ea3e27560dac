// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"
#include "base/rare.h"
#include "chain/backingreference.h"
#include "image/imageinfo.h"

#include <QHash>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace Fathom {

using ImageInfoPtr = std::shared_ptr<const ImageInfo>;

enum class LinkState {
    Whole, ///< the layer was read
    Missing, ///< the file does not exist
    Unreadable, ///< permission, I/O, or not a regular file
    Malformed, ///< its bytes are damaged, or not of the format that the overlay declares
    Cyclic, ///< it is a layer above itself, by device and inode
    TooDeep,
    NotOpened, ///< json:, a protocol or a device: shown, never opened
    Outside, ///< lies in none of the directories that may be opened: shown, never opened
};

/// "whole", "missing", …: stable ids for scripts; and the translated text for people.
QString linkStateId(LinkState state);
QString linkStateText(LinkState state);

/// One layer of a disk. The first has no reference: nobody above named it.
struct ChainLayer {
    NativePath path; ///< empty for protocols and json: without a file
    BackingReference reference; ///< how the layer above named it
    QString
        declaredFormat; ///< what the layer above (first layer: disk.info or the domain XML) says it is; may be empty
    bool relocated = false; ///< found elsewhere than at the name's own place (a copied instance tree)
    LinkState state = LinkState::Whole;
    ImageInfoPtr info; ///< set when state is Whole, and for Cyclic
    std::optional<FileFacts> facts; ///< whenever the file could be looked at
    Rare<Error> error; ///< why it is Unreadable, Malformed, Missing
};

/// A disk and all it stands on, the overlay first.
struct BackingChain {
    std::vector<ChainLayer> layers;

    bool whole() const; ///< every layer Whole
    int depth() const { return static_cast<int>(layers.size()); }
    const ChainLayer *top() const { return layers.empty() ? nullptr : &layers.front(); }
    /// Sum over the layers that could be looked at; the first is the disk's own share.
    qint64 allocatedBytes() const;
    std::optional<qint64> virtualSizeBytes() const; ///< the top layer's
};

/// A tree that was copied or mounted elsewhere: names below `from` are looked for below `to`.
struct Relocation {
    NativePath from;
    NativePath to;

    bool operator==(const Relocation &) const = default;
};

/// What resolving may open.
struct ChainPolicy {
    std::vector<NativePath> roots; ///< clean absolute directories; empty: any regular file (the user asked for it)
    std::vector<Relocation> relocations; ///< tried first, in order
    /// Where a missing ".../_base/<name>" may be found by its last component (instance trees known to the caller).
    std::vector<NativePath> baseDirectories;
    int maximumDepth = 200;
};

/// Reads each file once, however many chains stand on it. Not thread-safe: one per scan of one tree.
class LayerReader {
public:
    /// The layer for a path, read as declared (see inspectImage()); state, info, facts and error are filled in.
    const ChainLayer &read(const NativePath &path, const QString &declaredFormat);
    /// The same for an entry of a directory that was just seen to be a regular file.
    const ChainLayer &readIn(const OpenDirectory &directory, const NativePath &name, const QString &declaredFormat);
    int filesRead() const { return m_filesRead; }

private:
    const ChainLayer &read(
        const NativePath &path, const QString &declaredFormat, const std::function<Result<BoundedFile>()> &open);

    QHash<QByteArray, std::shared_ptr<const ChainLayer>> m_layers;
    int m_filesRead = 0;
};

/// Follows a disk down to its last layer. Never opens what the policy forbids, never loops, never goes deeper than the
/// policy's limit. A backing format that the overlay does not declare is probed for the chain's sake only and the
/// layer's info carries violation "undeclared-format" on the overlay.
BackingChain resolveChain(const NativePath &top, const QString &declaredFormat, LayerReader &reader,
    const ChainPolicy &policy, const std::stop_token &stop = {});

/// The same below a layer that was read already and may be opened.
BackingChain resolveChain(
    ChainLayer top, LayerReader &reader, const ChainPolicy &policy, const std::stop_token &stop = {});

} // namespace Fathom
