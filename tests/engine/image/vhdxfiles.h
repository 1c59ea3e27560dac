// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/hostile.h"

#include <QByteArray>
#include <QString>
#include <QtEndian>

#include <utility>
#include <vector>

/// VHDX files that qemu-img does not make.
namespace Fathom::Hostile {

template<class T> QByteArray vhdxNumber(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

inline QByteArray vhdxText(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes += vhdxNumber(quint16(c.unicode()));
    return bytes;
}

/// A parent locator item of these pairs.
inline QByteArray vhdxLocator(const std::vector<std::pair<QString, QString>> &pairs)
{
    QByteArray table = QByteArray::fromHex("b7ef4ab09ed1814ab78925b8e9445913") + vhdxNumber(quint16(0)) +
        vhdxNumber(quint16(pairs.size()));
    QByteArray texts;
    const quint32 textsAt = 20 + 12 * quint32(pairs.size());
    for (const auto &[key, value] : pairs) {
        table += vhdxNumber(quint32(textsAt + texts.size()));
        texts += vhdxText(key);
        table += vhdxNumber(quint32(textsAt + texts.size()));
        texts += vhdxText(value);
        table += vhdxNumber(quint16(2 * key.size())) + vhdxNumber(quint16(2 * value.size()));
    }
    return table + texts;
}

/// Where the metadata region lies in a file of qemu-img's.
inline qint64 vhdxMetadata(const QByteArray &file)
{
    return file.indexOf("metadata");
}

/// Where the metadata item of that GUID lies.
inline qint64 vhdxItem(const QByteArray &file, const QByteArray &guid)
{
    const qint64 metadata = vhdxMetadata(file);
    return metadata + qFromLittleEndian<quint32>(file.constData() + file.indexOf(guid, metadata) + 16);
}

/// A dynamic disk of qemu-img's as the child of what the locator names.
inline QByteArray vhdxWithLocator(const QByteArray &disk, const QByteArray &locator)
{
    constexpr qint64 room = 512 * 1024; // nothing lies in this half of the metadata
    const qint64 metadata = vhdxMetadata(disk);
    const quint16 count = qFromLittleEndian<quint16>(disk.constData() + metadata + 10);
    const qint64 parameters = vhdxItem(disk, QByteArray::fromHex("3767a1ca36fa434db3b633f0aa44e76b"));
    QByteArray file = patched(disk, parameters + 4, vhdxNumber(quint32(2)));
    file = patched(file, metadata + 10, vhdxNumber(quint16(count + 1)));
    file = patched(file, metadata + 32 * (count + 1),
        QByteArray::fromHex("2d5fd3a80bb34d45abf7d3d84834ab0c") + vhdxNumber(quint32(room)) +
            vhdxNumber(quint32(locator.size())) + vhdxNumber(quint64(4)));
    return patched(file, metadata + room, locator);
}

} // namespace Fathom::Hostile
