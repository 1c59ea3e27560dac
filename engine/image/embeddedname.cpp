// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/embeddedname.h"

#include "base/maskedname.h"

#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

constexpr quint32 longestBackingName = 1023;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EmbeddedName)
};

} // namespace

Result<QByteArray> soundName(const BoundedFile &file, const QByteArray &name, Wording action, qint64 offset)
{
    const qsizetype zero = name.indexOf('\0');
    if (zero >= 0)
        return std::unexpected(file.malformed(
            action(), Text::tr("the name %1 contains a zero byte").arg(maskedName(name)), offset + zero));
    return name;
}

Result<QByteArray> readBackingName(
    BoundedFile &file, quint64 offset, quint32 length, Wording action, qint64 lengthField)
{
    if (length > longestBackingName)
        return std::unexpected(file.malformed(action(),
            Text::tr("the backing file name is %1 bytes long, and %2 are allowed").arg(length).arg(longestBackingName),
            lengthField));
    if (offset > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return std::unexpected(
            file.malformed(action(), Text::tr("the backing file name lies past the largest offset"), lengthField));
    const qint64 start = static_cast<qint64>(offset);
    const Result<QByteArray> name = file.read(start, length, [] { return Text::tr("the backing file name"); });
    if (!name)
        return name;
    return soundName(file, *name, action, start);
}

} // namespace Fathom
