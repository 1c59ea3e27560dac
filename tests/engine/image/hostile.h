// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

#include <QByteArray>
#include <QFile>
#include <QStringList>

namespace Fathom::Hostile {

/// The bytes of a file; empty when it cannot be read.
inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline Result<ImageInfo> inspect(const QByteArray &bytes)
{
    BoundedFile file = BoundedFile::fromMemory(bytes, "memory");
    return inspectImage(file);
}

inline QByteArray patched(QByteArray bytes, qint64 offset, const QByteArray &with)
{
    return bytes.replace(offset, with.size(), with);
}

/// How an inspection ended, in one line: "malformed at 12", "unsupported at 4", "vhd".
inline QString outcome(const Result<ImageInfo> &result)
{
    if (result)
        return QLatin1StringView(formatTraits(result->format).id);
    return QStringLiteral("%1 at %2").arg(errorKindId(result.error().kind)).arg(result.error().offset.value_or(-1));
}

/// Every length that cuts a header off must lead to an answer or to an error of the file's own; the wrong ones are
/// returned. Lengths over 4096 are tried up to the file's own, in steps.
inline QStringList wrongAnswersWhenCut(const QByteArray &bytes)
{
    QStringList wrong;
    constexpr qsizetype everyLength = 4096;
    constexpr qsizetype step = 65536 - 511;
    for (qsizetype length = 0; length < bytes.size(); length += length < everyLength ? 1 : step) {
        const Result<ImageInfo> result = inspect(bytes.first(length));
        if (!result && result.error().kind != ErrorKind::Malformed && result.error().kind != ErrorKind::Unsupported)
            wrong.append(QStringLiteral("%1 bytes: %2").arg(length).arg(sentence(result.error())));
        else if (result && (result->virtualSizeBytes < 0 || result->fileLengthBytes != length))
            wrong.append(QStringLiteral("%1 bytes: a size of %2").arg(length).arg(result->virtualSizeBytes));
    }
    return wrong;
}

/// Every byte of the first length bytes set to 0xff and to 0, then every bit pattern that a sign or an overflow hides
/// behind: no crash, no negative size.
inline QStringList wrongAnswersWhenOverwritten(const QByteArray &bytes, qsizetype from, qsizetype length)
{
    QStringList wrong;
    for (qsizetype at = from; at < qMin(bytes.size(), from + length); ++at)
        for (const QByteArray &with :
            {QByteArray("\xff"), QByteArray(1, '\0'), QByteArray("\x7f"), QByteArray(8, '\xff'), QByteArray(8, '\0')}) {
            const Result<ImageInfo> result =
                inspect(patched(bytes, at, with.first(qMin(with.size(), bytes.size() - at))));
            if (result && result->virtualSizeBytes < 0)
                wrong.append(QStringLiteral("byte %1: a size of %2").arg(at).arg(result->virtualSizeBytes));
        }
    return wrong;
}

inline bool violates(const ImageInfo &info, QLatin1StringView rule)
{
    for (const SafetyViolation &violation : info.violations)
        if (violation.rule == rule)
            return true;
    return false;
}

inline QJsonValue fact(const ImageInfo &info, QLatin1StringView key)
{
    const FactValue *value = info.fact(QString(key));
    return value ? value->toJson() : QJsonValue(QJsonValue::Undefined);
}

} // namespace Fathom::Hostile
