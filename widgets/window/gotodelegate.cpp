// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/gotodelegate.h"

#include "models/gotomodel.h"
#include "models/roles.h"
#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"

#include <QPainter>
#include <QTextLayout>

namespace Fathom {

namespace {

constexpr int gotoPadding = 5;
constexpr int gotoMargin = 10;
constexpr int gotoIconSize = 18;

QFont smallerFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

/// One line, cut in its middle, with the typed letters in bold.
void drawEmphasised(QPainter &painter, const QRect &place, const QFont &font, const QColor &color, const QString &text,
    const QString &typed, bool scattered)
{
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    const auto formatsOf = [&](const QString &shown) {
        QList<QTextLayout::FormatRange> formats;
        for (const auto &[start, length] : gotoEmphasis(shown, typed, scattered))
            formats.append({int(start), int(length), strong});
        return formats;
    };
    QString shown = text;
    QTextLayout layout(shown, font);
    layout.setFormats(formatsOf(shown));
    const auto lay = [&layout] {
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(1e6);
        layout.endLayout();
        return line.naturalTextWidth();
    };
    if (lay() > place.width()) {
        QFont bold = font;
        bold.setBold(true);
        shown = QFontMetrics(bold).elidedText(text, Qt::ElideMiddle, place.width());
        layout.setText(shown);
        layout.setFormats(formatsOf(shown));
        lay();
    }
    painter.setPen(color);
    const double top = place.top() + (place.height() - layout.lineAt(0).height()) / 2;
    layout.draw(&painter, QPointF(place.left(), top));
}

} // namespace

void GotoDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected) {
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    } else if (option.state & QStyle::State_MouseOver) {
        QColor color = option.palette.color(QPalette::Highlight);
        color.setAlphaF(0.12f);
        painter->fillRect(option.rect, color);
    }
    const auto *model = qobject_cast<const GotoModel *>(index.model());
    const QString typed = model ? model->typed() : QString();
    const QRect inside = option.rect.adjusted(gotoMargin, gotoPadding, -gotoMargin, -gotoPadding);
    const QRect icon(inside.left(), inside.center().y() - gotoIconSize / 2, gotoIconSize, gotoIconSize);
    kindIcon(index.data(KindRole).toString())
        .paint(painter, icon, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    const QRect text = inside.adjusted(gotoIconSize + gotoMargin, 0, 0, 0);
    const int titleHeight = option.fontMetrics.height();
    const QColor color = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    drawEmphasised(*painter, QRect(text.topLeft(), QSize(text.width(), titleHeight)), option.font, color,
        index.data().toString(), typed, true);
    drawEmphasised(*painter, text.adjusted(0, titleHeight + 1, 0, 0), smallerFont(option.font),
        selected ? color : mutedColor(option.palette), index.data(GotoModel::SecondaryRole).toString(), typed, false);
    painter->restore();
}

QSize GotoDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = option.fontMetrics.height() + 1 + QFontMetrics(smallerFont(option.font)).height();
    return {200, height + 2 * gotoPadding};
}

} // namespace Fathom
