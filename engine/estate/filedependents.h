// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "estate/estatesources.h"
#include "host/fileplace.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace Fathom {

/// What is known of who would miss a file or directory. All texts are translated, without full stop.
struct FileDependents {
    QStringList needing; ///< who stands on it, or whose it is: each a reason to leave it
    QStringList notes; ///< what it was used for, and does not stand on it
    QStringList asked; ///< who was asked, and when
    QStringList silent; ///< who might know more and did not answer, or was not asked
};

/// Asks afresh: reads the directory tree around it, the machine's places, the directories of lookIn (of instances or of
/// images), and the domains that libvirt keeps. path: clean, absolute, without symbolic links. An
/// error when a directory of lookIn is not there, or after a stop.
Result<FileDependents> findDependents(const NativePath &path, const FileFacts &facts, const FilePlace &place,
    const EstateSources &machine, const std::vector<NativePath> &lookIn, const std::stop_token &stop);

} // namespace Fathom
