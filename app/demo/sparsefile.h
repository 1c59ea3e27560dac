// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

#include <QByteArrayView>

namespace Fathom {

/// A new file that takes room on the disk only where something is written. The first failure is remembered and told by
/// finish(), so that a format's writer reads like the format.
class SparseFile {
public:
    explicit SparseFile(const NativePath &path);
    SparseFile(const SparseFile &) = delete;
    SparseFile &operator=(const SparseFile &) = delete;
    ~SparseFile();

    void write(qint64 offset, QByteArrayView bytes);
    /// Bytes that look like data: the same for the same seed, and no compressor gets them smaller.
    void writeNoise(qint64 offset, qint64 length, quint64 seed);

    /// Makes the file exactly that long, gives it its mode and time stamp and closes it.
    Result<void> finish(qint64 lengthBytes, quint32 mode, qint64 modifiedSeconds);

private:
    void remember(int errnoValue);

    NativePath m_path;
    int m_descriptor = -1;
    std::optional<Error> m_error;
};

QByteArray noise(qint64 length, quint64 seed);

} // namespace Fathom
