// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/opendirectory.h"
#include "host/directorynode.h"
#include "host/instancedirectory.h"

#include <stop_token>

namespace Fathom {

/// What reading one instance's directory needs of the tree around it.
struct InstanceSurroundings {
    NativePath root;
    NativePath canonicalRoot;
    ChainPolicy policy; ///< without the relocations, which each directory has of its own
    LayerReader &reader;
    std::stop_token stop;
};

/// Reads a directory of an instance: its entries into node.children, its meaning into the returned record. node has
/// path, name, meaning and facts already. What cannot be read is told in problems.
InstanceDirectory readInstanceDirectory(DirectoryNode &node, const InstanceSurroundings &surroundings);

/// Looking at a file that is opened anyway is one look too many: its facts come with opening it.
enum class Look { AtAll, NotAtWhatIsOpened };

/// The entries of a directory as nodes with meanings, facts and link targets; nothing is opened. Entries that could not
/// be looked at have an error. cacheName as in meaningOf(). NotAtWhatIsOpened leaves regular files that an instance's
/// reader opens without facts.
Result<std::vector<DirectoryNode>> readEntries(const OpenDirectory &directory, EntryMeaning inside,
    const QByteArray &cacheName, const std::stop_token &stop, Look look = Look::AtAll);
Result<std::vector<DirectoryNode>> readEntries(
    const NativePath &directory, EntryMeaning inside, const QByteArray &cacheName, const std::stop_token &stop);

/// Gives an entry its facts, its meaning, and where it leads to if it is a link; or the error that kept it from them.
void lookAt(DirectoryNode &node, const OpenDirectory &directory, EntryMeaning inside, const QByteArray &cacheName);

/// disk.info of an instance's directory, read and understood.
Result<QMap<QByteArray, QString>> readDiskInfo(const NativePath &path);

} // namespace Fathom
