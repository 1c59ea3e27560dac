// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/recoverdomain.h"
#include "jobs/recoverplan.h"

namespace Fathom {

/// What a recovered disk is called in the new directory: "disk.qcow2", "disk.config" where it is copied as it is.
NativePath recoveredName(const DiskToRecover &disk, ImageFormat format);

/// The domain that starts from what lies in directory.
RecoveredDomain recoveredDomain(const RecoverySources &sources, ImageFormat format, const NativePath &directory);

/// What was found, what proves it, what was made, what is missing and how to go on; for people, in their language.
QByteArray recoveryReport(const RecoverySources &sources, ImageFormat format, const NativePath &directory);

} // namespace Fathom
