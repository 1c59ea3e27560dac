// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/descriptor.h"
#include "base/nativepath.h"
#include "base/result.h"
#include "host/quarantine.h"

#include <system_error>

namespace Fathom {

// The steps that a quarantine is worked with, from open directories; quarantine.h tells of its layout.

inline const NativePath doomedName = ".fathom-removing"; ///< what a thing is called once its removal has begun

Error quarantineError(int number, const NativePath &path); ///< of a system call

/// The quarantine of a root, held open and locked against other programs.
struct OpenQuarantine {
    Descriptor root;
    Descriptor quarantine;
};

Result<OpenQuarantine> openQuarantineOf(const NativePath &root, bool make);

/// A directory below another, as errno says when there is none; no step of the way may be a symbolic link or lead
/// upwards. way: empty for the directory itself.
Descriptor directoryBelow(int root, const NativePath &way);

bool sync(const Descriptor &file); ///< false: as errno says

bool writeManifest(int entry, const QByteArray &text); ///< and brings it to the disk; false: as errno says

/// Removes an entry that holds nothing any more, with the rest of what was being removed for good. Never a thing: its
/// directory is removed only when it is empty. quarantine: its path.
void removeHusk(const OpenQuarantine &opened, const NativePath &quarantine, const NativePath &name);
void removeHusks(const OpenQuarantine &opened, const NativePath &root); ///< of all its entries

std::error_code removeDoomed(const Descriptor &entry);

/// Under the same name from one directory to another, replacing nothing: 0, or the errno.
int renameHere(int from, const NativePath &name, int to);

} // namespace Fathom
