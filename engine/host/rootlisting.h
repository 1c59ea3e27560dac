// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/directorynode.h"

#include <stop_token>

namespace Fathom {

/// The root of a scan, looked at, without its entries. An error when it is no directory.
Result<DirectoryNode> lookAtRoot(const NativePath &root, EntryMeaning meaning);

/// The root of a scan with its entries, nothing below them read. The root alone may be reached through a symbolic link,
/// for it is the administrator's choice. An error when it cannot be listed, with a hint what to do.
Result<DirectoryNode> listRoot(
    const NativePath &root, EntryMeaning meaning, const QByteArray &cacheName, const std::stop_token &stop);

} // namespace Fathom
