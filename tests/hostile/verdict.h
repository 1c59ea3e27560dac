// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imagefacts.h"
#include "image/imageprobe.h"
#include "image/qemuimgjson.h"

#include <QJsonDocument>

namespace Fathom {

/// All that is said of a file, in one line: its facts, or its error. How much of it lies on the disk is left out: bytes
/// in memory lie on none.
inline QString verdictText(const Result<ImageInfo> &info, const NativePath &name)
{
    if (!info)
        return QStringLiteral("%1 at %2: %3")
            .arg(errorKindId(info.error().kind))
            .arg(info.error().offset.value_or(-1))
            .arg(sentence(info.error()));
    QJsonObject object = imageJson(*info, name);
    object.remove(QStringLiteral("actual-size"));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// What may be said of any bytes: facts with sizes that are sizes, or an error of the file's own that tells a reason.
inline QString wrongIn(const Result<ImageInfo> &info)
{
    if (!info) {
        const Error &error = info.error();
        if (error.reason.isEmpty())
            return QStringLiteral("an error without a reason");
        if (error.kind != ErrorKind::Malformed && error.kind != ErrorKind::Unsupported &&
            error.kind != ErrorKind::Unsafe)
            return sentence(error);
        return {};
    }
    if (info->virtualSizeBytes < 0)
        return QStringLiteral("a size of %1").arg(info->virtualSizeBytes);
    if (imageFactTexts(*info).empty())
        return QStringLiteral("no facts");
    return {};
}

} // namespace Fathom
