// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/detailshtml.h"

#include "widgets/common/rowdelegate.h"
#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"

#include <QCoreApplication>
#include <QPalette>
#include <QSet>
#include <QUrl>

namespace Fathom {

namespace {

struct DetailsText {
    Q_DECLARE_TR_FUNCTIONS(DetailsPane)
};

QString valueHtml(const DetailLine &line, const QPalette &palette)
{
    QString value = line.value.toHtmlEscaped();
    const QString title = line.exact.isEmpty()
        ? QString()
        : QStringLiteral(" title=\"%1\"").arg(plainToolTip(line.exact).toHtmlEscaped());
    if (!line.linkKey.isEmpty()) {
        value = QStringLiteral("<a href=\"key:%1\" style=\"color:%2\"%3>%4</a>")
                    .arg(QString::fromLatin1(QUrl::toPercentEncoding(line.linkKey)),
                        palette.color(QPalette::Link).name(), title, value);
    } else if (!title.isEmpty()) {
        value = QStringLiteral("<span%1>%2</span>").arg(title, value);
    }
    if (line.severity == Severity::None)
        return value;
    return QStringLiteral("<img src=\"severity:%1\" width=\"15\" height=\"15\" style=\"vertical-align:bottom\"> "
                          "<b style=\"color:%2\">%3</b><br>%4")
        .arg(int(line.severity))
        .arg(severityColor(line.severity, palette).name(), severityText(line.severity).toHtmlEscaped(), value);
}

QString lineHtml(const DetailLine &line, const QPalette &palette)
{
    const QString value = valueHtml(line, palette);
    if (line.label.isEmpty()) {
        return QStringLiteral("<tr><td colspan=\"2\" style=\"padding-left:%1px; padding-bottom:3px\">%2</td></tr>")
            .arg(line.depth * 12)
            .arg(value);
    }
    return QStringLiteral("<tr><td width=\"36%\" style=\"padding-left:%1px; padding-right:10px; padding-bottom:3px; "
                          "color:%2\">%3</td><td width=\"64%\" style=\"padding-bottom:3px\">%4</td></tr>")
        .arg(line.depth * 12)
        .arg(mutedColor(palette).name(), line.label.toHtmlEscaped(), value);
}

} // namespace

QString detailsHtml(const Details &details, const QPalette &palette, const QSet<int> &wholeSections)
{
    QString html = QStringLiteral("<html><body>");
    int number = 0;
    for (const DetailSection &section : details.sections) {
        html += QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">");
        if (!section.title.isEmpty()) {
            html += QStringLiteral("<tr><td colspan=\"2\" style=\"padding-top:%1px; padding-bottom:5px; "
                                   "font-weight:bold\">%2</td></tr>")
                        .arg(number == 0 ? 2 : 14)
                        .arg(section.title.toHtmlEscaped());
        }
        const bool whole = wholeSections.contains(number);
        const std::size_t shown =
            whole ? section.lines.size() : std::min<std::size_t>(section.lines.size(), detailLinesAtFirst);
        for (std::size_t line = 0; line < shown; ++line)
            html += lineHtml(section.lines[line], palette);
        html += QStringLiteral("</table>");
        if (const int hidden = int(section.lines.size() - shown); hidden > 0) {
            html += QStringLiteral("<p><a href=\"more:%1\" style=\"color:%2\">%3</a></p>")
                        .arg(number)
                        .arg(palette.color(QPalette::Link).name(),
                            DetailsText::tr("Show %n more", nullptr, hidden).toHtmlEscaped());
        }
        ++number;
    }
    return html + QStringLiteral("</body></html>");
}

} // namespace Fathom
