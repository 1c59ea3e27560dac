// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

#include "engine/image/oracle.h"

#include <QFile>
#include <QHash>

namespace Fathom::ImageFiles {

/// A sparse file of that length; whether it could be made.
inline bool sparse(const QString &path, qint64 length)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.resize(length);
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline Result<ImageInfo> inspect(const QString &path)
{
    return inspectImage(QFile::encodeName(path));
}

inline QString text(const ImageInfo &info, QStringView key)
{
    const FactValue *value = info.fact(key);
    return value ? value->toJson().toVariant().toString() : QString();
}

/// blkid writes control characters as ^A and bytes from 128 on as M-a or M-^A.
inline QByteArray fromVisible(QByteArrayView text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char high = 0;
        if (text.sliced(i).startsWith("M-") && i + 2 < text.size()) {
            high = static_cast<char>(0x80);
            i += 2;
        }
        if (text[i] == '^' && i + 1 < text.size())
            bytes.append(static_cast<char>((text[++i] ^ 0x40) | high));
        else
            bytes.append(static_cast<char>(text[i] | high));
    }
    return bytes;
}

/// The pairs that `blkid -p -o export` prints, another reader of the same marks: TYPE, LABEL, UUID, …
inline QHash<QByteArray, QByteArray> blkid(const QString &path)
{
    QHash<QByteArray, QByteArray> pairs;
    const Oracle::Run run = Oracle::run(
        QStringLiteral("blkid"), {QStringLiteral("-p"), QStringLiteral("-o"), QStringLiteral("export"), path});
    for (const QByteArray &line : run.output.split('\n'))
        if (const qsizetype sign = line.indexOf('='); sign > 0)
            pairs.insert(line.first(sign), fromVisible(line.sliced(sign + 1).replace("\\ ", " ")));
    return pairs;
}

} // namespace Fathom::ImageFiles
