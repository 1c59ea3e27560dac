// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/displaywidth.h"

#include <QList>

namespace Fathom {

namespace {

struct CodePoints {
    char32_t first;
    char32_t last;
};

/// Unicode's East Asian Width "W" and "F" (UAX #11), joined to blocks.
constexpr CodePoints wideCodePoints[]{
    {0x1100, 0x115f},
    {0x2e80, 0x303e},
    {0x3041, 0x33ff},
    {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},
    {0xa000, 0xa4cf},
    {0xa960, 0xa97f},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe10, 0xfe19},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1b000, 0x1b2ff},
    {0x1f300, 0x1f64f},
    {0x1f900, 0x1f9ff},
    {0x20000, 0x3fffd},
};

int widthOf(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Other_Control: return 0;
    default: break;
    }
    for (const CodePoints &range : wideCodePoints)
        if (point >= range.first && point <= range.last)
            return 2;
    return 1;
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (const char32_t point : text.toUcs4())
        width += widthOf(point);
    return width;
}

QString elided(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    if (width < 2)
        return width == 1 ? QStringLiteral("…") : QString();
    const QList<uint> points = text.toUcs4();
    QString head;
    QString tail;
    int left = width - 1;
    qsizetype first = 0;
    qsizetype last = points.size() - 1;
    for (bool front = true; first <= last; front = !front) {
        const char32_t point = points[front ? first : last];
        if (widthOf(point) > left)
            break;
        left -= widthOf(point);
        if (front) {
            head += QString::fromUcs4(&point, 1);
            ++first;
        } else {
            tail.prepend(QString::fromUcs4(&point, 1));
            --last;
        }
    }
    return head + QChar(u'…') + tail;
}

QString padded(const QString &text, int width, bool toTheRight)
{
    const QString spaces(qMax(0, width - displayWidth(text)), QLatin1Char(' '));
    return toTheRight ? spaces + text : text + spaces;
}

} // namespace Fathom
