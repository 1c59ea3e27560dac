// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

namespace Fathom {

/// The fixed part of a qcow2 header ("Header" in qemu's docs/interop/qcow2.rst), with the values of version 2 filled
/// in for what only version 3 has. Every field has been checked against what qemu accepts: sizes and offsets are not
/// negative, add up without overflow, and no table is larger than qemu's own limit.
struct Qcow2Header {
    quint32 version = 0;
    quint64 backingNameOffset = 0;
    quint32 backingNameLength = 0;
    quint32 clusterBits = 0;
    qint64 virtualSizeBytes = 0; ///< whole sectors, as a guest sees it
    quint32 cryptMethod = 0;
    quint32 l1Entries = 0;
    qint64 l1Offset = 0;
    qint64 refcountTableOffset = 0;
    quint32 refcountTableClusters = 0;
    quint32 snapshotCount = 0;
    qint64 snapshotsOffset = 0;
    quint64 incompatible = 0;
    quint64 compatible = 0;
    quint64 autoclear = 0;
    quint32 refcountOrder = 4;
    quint32 headerLength = 72;
    quint8 compressionType = 0;

    qint64 clusterBytes() const { return qint64(1) << clusterBits; }
};

/// Feature bits ("incompatible_features" and so on).
enum Qcow2Feature : quint64 {
    Qcow2Dirty = 1U << 0,
    Qcow2Corrupt = 1U << 1,
    Qcow2DataFile = 1U << 2,
    Qcow2Compression = 1U << 3,
    Qcow2ExtendedL2 = 1U << 4,
    Qcow2KnownIncompatible = (1U << 5) - 1,
    Qcow2LazyRefcounts = 1U << 0, // compatible
    Qcow2Bitmaps = 1U << 0, // autoclear
    Qcow2RawDataFile = 1U << 1, // autoclear
};

enum Qcow2Crypt : quint32 { Qcow2NoCrypt = 0, Qcow2Aes = 1, Qcow2Luks = 2 };

enum Qcow2CompressionType : quint8 { Qcow2Zlib = 0, Qcow2Zstd = 1 };

Result<Qcow2Header> readQcow2Header(BoundedFile &file);

} // namespace Fathom
