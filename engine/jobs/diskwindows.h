// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/jobhost.h"
#include "jobs/qemuimgarguments.h"

#include <QTemporaryDir>

#include <stop_token>

namespace Fathom {

/// Pieces of what a guest sees on a disk, in raw files that are removed with this. One qemu-img is run for each.
class DiskWindows {
public:
    static constexpr qint64 sectorBytes = 512;
    static constexpr qint64 windowBytes = 1024 * 1024; ///< of each beginning: all superblocks stand in it

    /// How much of a part of the disk is copied.
    static qint64 lengthOf(qint64 sizeBytes);

    /// action: as in Error. All are kept by reference.
    DiskWindows(const QString &action, const QemuImgChain &chain, const std::stop_token &stop, const JobHost &host);

    /// A raw file of sizeBytes that begins like the disk at offset; the rest of it is a hole.
    Result<NativePath> of(qint64 offset, qint64 sizeBytes);

    /// Puts the records of the logical partitions from startBytes on into a file of the whole disk.
    Result<void> copyExtendedRecords(const NativePath &whole, qint64 startBytes);

private:
    Result<NativePath> copied(qint64 offset, qint64 length);

    const QString m_action;
    const QemuImgChain &m_chain;
    const std::stop_token &m_stop;
    const JobHost &m_host;
    QTemporaryDir m_directory;
    int m_count = 0;
};

} // namespace Fathom
