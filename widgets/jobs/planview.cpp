// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/planview.h"

#include "widgets/common/themedicon.h"
#include "widgets/common/wrappedlabel.h"

#include <QFontDatabase>
#include <QGridLayout>

namespace Fathom {

PlanView::PlanView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(2, 1);
    setAccessibleName(tr("Plan"));
}

void PlanView::sayLooking()
{
    clear();
    addLine(QStringLiteral("waiting"), {}, tr("Looking at the source…"), false);
}

void PlanView::sayNothing(const QString &hint)
{
    clear();
    addLine({}, {}, hint, false);
}

void PlanView::showPlan(const Plan &plan)
{
    clear();
    QString before;
    for (const PlanLine &line : planLines(plan)) {
        const bool risk = line.kind == PlanLine::Kind::Risk;
        addLine(risk ? QStringLiteral("note") : QString(), line.label == before ? QString() : line.label, line.text,
            line.kind == PlanLine::Kind::Runs);
        before = line.label;
    }
    if (const std::optional<Error> lack = plan.obstacle())
        addLine(QStringLiteral("broken"), {}, sentence(*lack), false);
}

void PlanView::showError(const Error &error)
{
    clear();
    addLine(QStringLiteral("broken"), {}, sentence(error), false);
}

QString PlanView::textShown() const
{
    return m_lines.join(u'\n');
}

void PlanView::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
}

void PlanView::addLine(const QString &icon, const QString &label, const QString &text, bool code)
{
    const int row = int(m_lines.size());
    m_lines.append(label.isEmpty() ? text : label + u'\t' + text);
    if (!icon.isEmpty()) {
        auto *picture = new QLabel;
        picture->setPixmap(themedIcon(icon).pixmap(QSize(16, 16), devicePixelRatioF()));
        m_grid->addWidget(picture, row, 0, Qt::AlignTop);
    }
    auto *name = new QLabel(label);
    name->setTextFormat(Qt::PlainText);
    name->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(name, row, 1, Qt::AlignTop);
    auto *value = new WrappedLabel;
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(label.isEmpty() ? text : label);
    if (code)
        value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    value->setText(text);
    m_grid->addWidget(value, row, 2);
}

} // namespace Fathom
