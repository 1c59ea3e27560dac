// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "chain/backingchain.h"

#include <QHash>

namespace Fathom {

/// The Glance images that are known around a disk, by the names that Nova gives to what it makes from them.
class GlanceNames {
public:
    void add(const QString &uuid);
    void addStore(const NativePath &directory) { m_stores.push_back(directory); }

    /// The UUID of the image that a file is (in an image store) or was made from (a base, by the sha1 in its name).
    QString imageOf(const NativePath &path) const;

private:
    QHash<QByteArray, QString> m_byHash;
    std::vector<NativePath> m_stores;
};

/// Asks the image stores that the options name (or the usual ones) for the names of their files, and the domain XML
/// beside the disk, in the directories that the options name, and – while a base of the chain is still unknown – in the
/// instances directory around the disk. Reads no image.
GlanceNames glanceNames(const CommandRequest &request, const NativePath &disk, const NativePath &instancesRoot,
    const BackingChain &chain, Console &console);

} // namespace Fathom
