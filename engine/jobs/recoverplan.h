// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/novapaths.h"
#include "jobs/recoverbase.h"
#include "jobs/recoverrequest.h"
#include "jobs/sourcechain.h"

#include <QMap>

namespace Fathom {

/// A disk that will be made whole.
struct DiskToRecover {
    NativePath path;
    EntryMeaning meaning = EntryMeaning::RootDisk;
    std::optional<ImageFormat> declared; ///< by disk.info or the domain
    PlanFile file; ///< the disk's own
    FileFacts facts;
    std::vector<std::size_t> bases; ///< numbers in RecoverySources::bases; none: it stands by itself
    NativePath target; ///< name in the new directory
    bool plain = false; ///< copied byte for byte
};

/// What a recovery finds of an instance.
struct RecoverySources {
    NativePath directory; ///< absolute
    QString uuid; ///< empty: unknown
    std::optional<DomainFacts> domain;
    QByteArray domainXml; ///< where the facts come from
    QString domainSource; ///< its file, plain text
    std::vector<DiskToRecover> disks; ///< the root disk first
    std::vector<RecoveredBase> bases; ///< each once
    std::vector<NativePath> others; ///< files that are copied as they are: variables of the firmware, logs, XML
    QStringList left; ///< sentences: what is left out and why
};

/// Looks at the directory of an instance, wherever it was copied to, and finds what its disks stand on.
Result<RecoverySources> findRecoverySources(const RecoverRequest &request, const std::stop_token &stop);

} // namespace Fathom
