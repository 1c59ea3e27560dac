// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/fileplace.h"

#include "base/nativepath.h"

namespace Fathom {

namespace {

bool isInstance(EntryMeaning meaning)
{
    return meaning == EntryMeaning::InstanceDirectory || meaning == EntryMeaning::ResizeLeftover ||
        meaning == EntryMeaning::DeleteLeftover;
}

} // namespace

FilePlace placeOf(const NativePath &path, FileKind kind, QByteArrayView cacheName)
{
    const NativePath parent = parentPath(path);
    const NativePath name = fileName(path);
    const EntryMeaning around =
        meaningOf(EntryMeaning::InstancesRoot, fileName(parent), FileKind::Directory, cacheName);
    if (isInstance(around) || around == EntryMeaning::BaseCache)
        return {parentPath(parent), true, around, meaningOf(around, name, kind, cacheName)};
    const EntryMeaning own = meaningOf(EntryMeaning::InstancesRoot, name, kind, cacheName);
    if (kind == FileKind::Directory && isInstance(own))
        return {parent, true, EntryMeaning::InstancesRoot, own};
    return {parent, false, EntryMeaning::ImageStore, meaningOf(EntryMeaning::ImageStore, name, kind, cacheName)};
}

} // namespace Fathom
