// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "host/directorynode.h"
#include "host/instancedirectory.h"
#include "host/quarantine.h"

#include <QStringList>

namespace Fathom {

/// A file of the image cache.
struct BaseFile {
    NativePath path;
    EntryMeaning meaning = EntryMeaning::BaseImage;
    QByteArray hash; ///< sha1 in its name, hexadecimal; empty for swap and ephemeral bases
    std::optional<FileFacts> facts;
    ImageInfoPtr info;
    Rare<Error> error;
};

/// An instances directory, read.
struct InstanceTree {
    NativePath root;
    QStringList computeNodes; ///< hosts in the file compute_nodes; more than one: shared storage
    DirectoryNode directory; ///< every entry of it
    std::vector<InstanceDirectory> instances;
    std::vector<BaseFile> bases;
    std::vector<QuarantinedThing> quarantined; ///< not in partial results
    std::vector<Error> problems;
    bool complete = false; ///< the scan came to its end (not cancelled, root readable)
};

struct InstanceTreeOptions {
    QByteArray cacheName = "_base"; ///< nova.conf [image_cache] subdirectory_name
    std::vector<NativePath> extraRoots; ///< directories besides root whose files a chain may open (image stores)
    /// Called now and then (at most every 200 ms) with what was read so far, so that results appear as they come in.
    std::function<void(const InstanceTree &soFar)> onPartial;
};

/// Reads an instances directory: entries, disk.info, compute_nodes, libvirt.xml, all disks' chains, the base cache.
/// Where disk.info or libvirt.xml name the disks at another place than they are at (a copied tree), chains are
/// relocated accordingly. An error only when root itself cannot be listed; everything below fails alone.
Result<InstanceTree> readInstanceTree(const NativePath &root, const InstanceTreeOptions &options,
    const std::stop_token &stop = {}, const Progress &progress = {});

/// disk.info: one JSON object {path: format}. Unknown formats, paths that are not absolute or lead upwards, keys that
/// come twice and anything but such an object are errors.
Result<QMap<QByteArray, QString>> parseDiskInfo(const QByteArray &json, const QString &subject);

/// compute_nodes: one JSON object {host: seconds since 1970}.
Result<QStringList> parseComputeNodes(const QByteArray &json, const QString &subject);

/// What resolving the chain of one disk by its path may use of its surroundings: the instance tree that it lies in (if
/// it does), its disk.info's format for it, relocations. For `fathomctl chain PATH` and for opening single files.
struct DiskSurroundings {
    NativePath instancesRoot; ///< empty: it lies in no instance tree
    QString declaredFormat;
    ChainPolicy policy; ///< roots empty: the user asked
};
DiskSurroundings surroundingsOf(const NativePath &disk);

} // namespace Fathom
