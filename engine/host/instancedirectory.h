// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/backingchain.h"
#include "host/novapaths.h"

#include <QMap>

namespace Fathom {

/// A disk of an instance with everything that it stands on.
struct InstanceDisk {
    NativePath path;
    EntryMeaning meaning = EntryMeaning::RootDisk;
    QString declaredFormat; ///< by disk.info, empty where it does not say (disk.config never stands there)
    BackingChain chain;
};

/// One directory below instances/ that belongs to an instance.
struct InstanceDirectory {
    NativePath path;
    NativePath name;
    QString uuid; ///< out of the name; empty for old names until the domain XML tells it
    EntryMeaning meaning = EntryMeaning::InstanceDirectory; ///< or ResizeLeftover, DeleteLeftover
    std::optional<FileFacts> facts;
    QMap<QByteArray, QString> diskInfo; ///< disk.info: path as Nova wrote it → format
    std::vector<InstanceDisk> disks; ///< in order: root, local, ephemeral, swap, config drive, rescue
    QByteArray domainXml; ///< libvirt.xml, where Nova still wrote one
    std::optional<qint64> consoleLogBytes;
    std::vector<Error> problems; ///< what could not be read in it
};

} // namespace Fathom
