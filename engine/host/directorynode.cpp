// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/directorynode.h"

#include <QSet>

#include <utility>

namespace Fathom {

namespace {

using SeenInodes = QSet<std::pair<quint64, quint64>>;

qint64 allocatedBelow(const DirectoryNode &node, SeenInodes &seen)
{
    qint64 sum = 0;
    if (node.facts) {
        const std::pair inode(node.facts->device, node.facts->inode);
        // Only files with several names can come twice; the others need not be remembered.
        const bool known = node.facts->links > 1 && node.facts->kind != FileKind::Directory && seen.contains(inode);
        if (!known)
            sum += node.facts->allocatedBytes;
        if (node.facts->links > 1 && node.facts->kind != FileKind::Directory)
            seen.insert(inode);
    }
    for (const DirectoryNode &child : node.children)
        sum += allocatedBelow(child, seen);
    return sum;
}

} // namespace

qint64 DirectoryNode::allocatedBytesBelow() const
{
    SeenInodes seen;
    return allocatedBelow(*this, seen);
}

} // namespace Fathom
