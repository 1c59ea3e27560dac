// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/backingchain.h"

#include <QMap>

namespace Fathom {

/// What the files of an instance's directory call its disks, held against where the directory is found now: a tree that
/// was copied, mounted or renamed keeps the old names inside.
struct NamedDisks {
    NativePath root; ///< the instances directory, absolute
    NativePath canonicalRoot; ///< the same without symbolic links
    NativePath directoryName; ///< the instance's directory in it
    QMap<QByteArray, QString> diskInfo; ///< path → format
    QByteArray domainXml; ///< asked only when disk.info is silent
};

/// The format that disk.info gives for a disk of the directory: by its very path, otherwise by the same names below
/// another root. Empty when it gives none, or different ones for different roots.
QString declaredFormatOf(const NamedDisks &named, const NativePath &diskName);

/// Roots that the disks are named below, each to be looked for below the root that they are found in.
std::vector<Relocation> relocationsOf(const NamedDisks &named);

} // namespace Fathom
