// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/sparsefile.h"

namespace Fathom {

/// A qcow2 file to be written: what its header says and how much of it holds data.
struct Qcow2Recipe {
    qint64 virtualSizeBytes = 0;
    int version = 3;
    bool lazyRefcounts = false;
    QByteArray backingFile;
    QByteArray backingFormat; ///< a header extension; empty: none
    QByteArray boot; ///< the guest's first bytes, at most a cluster; empty: the first cluster is not there
    int dataClusters = 0; ///< so many clusters of 64 KiB hold data, spread over the guest's disk
    qint64 dataClusterBytes = 65536; ///< how much of each of these really is data, the rest stays a hole
};

/// How long the file is with nothing behind the last thing that it holds.
qint64 qcow2Length(const Qcow2Recipe &recipe);

/// Writes a qcow2 file (docs/interop/qcow2.txt of QEMU): header, refcount table and block, L1 table, L2 tables, data.
void writeQcow2(SparseFile &file, const Qcow2Recipe &recipe);

} // namespace Fathom
