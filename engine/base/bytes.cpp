// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>
#include <limits>

namespace Fathom {

namespace {

constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

} // namespace

QString formatBytes(qint64 bytes)
{
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (std::abs(value) >= 1024 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const bool exact = value == std::floor(value);
    const QString number = QLocale().toString(value, 'f', exact || std::abs(value) >= 100 ? 0 : 1);
    return number + QChar(QChar::Nbsp) + QString::fromLatin1(units[unit]);
}

QString formatBytes(const std::optional<qint64> &bytes)
{
    return bytes ? formatBytes(*bytes) : QStringLiteral("—");
}

QString exactBytes(qint64 bytes)
{
    return QCoreApplication::translate("Bytes", "%1 bytes").arg(QLocale().toString(bytes));
}

std::optional<qint64> parseBytes(QStringView text)
{
    text = text.trimmed();
    qsizetype digits = 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.'))
        ++digits;
    bool ok = false;
    double value = text.first(digits).toDouble(&ok);
    if (!ok)
        return {};
    const QString unit = text.sliced(digits).trimmed().toString().toUpper();
    if (!unit.isEmpty() && unit != u"B") {
        const qsizetype power = QStringLiteral("BKMGTPE").indexOf(unit.front());
        const QStringView rest = QStringView(unit).sliced(1);
        if (power < 1 || !(rest.isEmpty() || rest == u"B" || rest == u"IB"))
            return {};
        value = std::ldexp(value, static_cast<int>(10 * power));
    }
    if (value >= 9223372036854775808.0)
        return {};
    return static_cast<qint64>(value);
}

} // namespace Fathom
