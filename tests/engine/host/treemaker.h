// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"

#include <QString>
#include <QStringList>

namespace Fathom::TreeMaker {

inline const QByteArray imageUuid("4ef781ee-d2b5-4922-8fd0-f12aa81f996f");
inline const QByteArray baseName("6ddc6b9b411ee235dd5df14264418b011826b5bb");
inline const QByteArray instanceUuid("2e1978ab-b4e2-4771-ad55-b612e4d262d2");

/// Each returns what went wrong, empty when nothing did: fit for QCOMPARE(…, QString()).
QString qemuImg(const QStringList &arguments);
QString makeDirectory(const NativePath &path);
QString writeFile(const NativePath &path, const QByteArray &bytes);
QString makeSparse(const NativePath &path, qint64 lengthBytes);

/// An overlay at path that names backing as it is given.
QString makeOverlay(const NativePath &path, const NativePath &backing, const QByteArray &backingFormat);

/// instances/ as the lab's Nova writes it: _base with a base, a swap base and an ephemeral base, an instance with disk,
/// disk.eph0, disk.swap, disk.config, disk.info and console.log, locks, snapshots, compute_nodes.
QString makeInstances(const NativePath &root);

} // namespace Fathom::TreeMaker
