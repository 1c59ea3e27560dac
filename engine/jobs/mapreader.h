// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <optional>

namespace Fathom {

/// A part of a disk that is of one kind, as `qemu-img map` tells it.
struct MapExtent {
    qint64 startBytes = 0; ///< in the disk
    qint64 lengthBytes = 0;
    qint64 depth = 0; ///< of the layer that it comes from, the first being 0
    bool zero = false; ///< it reads as zeros
    std::optional<qint64> offsetBytes; ///< where it lies in that layer's file; unset: it is compressed, or nowhere
};

/// Reads what `qemu-img map` prints, an extent on each line, as it comes: it may be more than is ever kept.
class MapReader {
public:
    using Seen = std::function<void(const MapExtent &extent)>;

    /// seen hears of every extent from startBytes on, without a gap.
    MapReader(qint64 startBytes, Seen seen);

    void feed(QByteArrayView piece);

    /// Whether what was read is the whole map up to there.
    bool isWhole(qint64 endBytes) const;

private:
    void readLine(QByteArray line);

    Seen m_seen;
    QByteArray m_open; ///< a line that has not ended
    qint64 m_reachedBytes;
    bool m_good = true;
};

} // namespace Fathom
