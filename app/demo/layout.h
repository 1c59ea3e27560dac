// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace Fathom {

/// A block of a file format being laid out: zeros, into which numbers and bytes are put at their offsets.
class Layout {
public:
    explicit Layout(qsizetype size)
        : m_bytes(size, '\0')
    {
    }

    void u8(qsizetype offset, quint8 value) { m_bytes[offset] = static_cast<char>(value); }
    void be16(qsizetype offset, quint16 value) { qToBigEndian(value, m_bytes.data() + offset); }
    void be32(qsizetype offset, quint32 value) { qToBigEndian(value, m_bytes.data() + offset); }
    void be64(qsizetype offset, quint64 value) { qToBigEndian(value, m_bytes.data() + offset); }
    void le16(qsizetype offset, quint16 value) { qToLittleEndian(value, m_bytes.data() + offset); }
    void le32(qsizetype offset, quint32 value) { qToLittleEndian(value, m_bytes.data() + offset); }
    void le64(qsizetype offset, quint64 value) { qToLittleEndian(value, m_bytes.data() + offset); }
    void text(qsizetype offset, QByteArrayView bytes) { m_bytes.replace(offset, bytes.size(), bytes.toByteArray()); }

    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace Fathom
