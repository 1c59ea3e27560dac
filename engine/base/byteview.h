// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace Fathom {

/// A look at bytes that a stranger wrote. Every access is checked: what lies outside reads as zero or empty, so that
/// no offset out of a file can lead out of the buffer. A probe that must know the difference asks has() first.
class ByteView {
public:
    constexpr ByteView() = default;
    constexpr ByteView(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    constexpr qsizetype size() const { return m_bytes.size(); }
    constexpr QByteArrayView bytes() const { return m_bytes; }

    constexpr bool has(qsizetype offset, qsizetype length) const
    {
        return offset >= 0 && length >= 0 && offset <= size() && length <= size() - offset;
    }

    quint8 u8(qsizetype offset) const { return has(offset, 1) ? static_cast<quint8>(m_bytes[offset]) : 0; }
    quint16 be16(qsizetype offset) const { return big<quint16>(offset); }
    quint32 be32(qsizetype offset) const { return big<quint32>(offset); }
    quint64 be64(qsizetype offset) const { return big<quint64>(offset); }
    quint16 le16(qsizetype offset) const { return little<quint16>(offset); }
    quint32 le32(qsizetype offset) const { return little<quint32>(offset); }
    quint64 le64(qsizetype offset) const { return little<quint64>(offset); }

    /// The part that lies inside the view, possibly empty.
    QByteArrayView slice(qsizetype offset, qsizetype length) const
    {
        if (offset < 0 || offset >= size() || length <= 0)
            return {};
        return m_bytes.sliced(offset, qMin(length, size() - offset));
    }

    bool startsWith(QByteArrayView magic, qsizetype offset = 0) const
    {
        return has(offset, magic.size()) && slice(offset, magic.size()) == magic;
    }

private:
    template<class T> T big(qsizetype offset) const
    {
        return has(offset, sizeof(T)) ? qFromBigEndian<T>(m_bytes.data() + offset) : T(0);
    }
    template<class T> T little(qsizetype offset) const
    {
        return has(offset, sizeof(T)) ? qFromLittleEndian<T>(m_bytes.data() + offset) : T(0);
    }

    QByteArrayView m_bytes;
};

} // namespace Fathom
