// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/scanprogress.h"

#include "widgets/common/rowdelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace Fathom {

namespace {

constexpr int whatWidth = 260;

} // namespace

ScanProgress::ScanProgress(QAction &cancel, QWidget *parent)
    : QWidget(parent)
    , m_what(new QLabel)
    , m_bar(new QProgressBar)
{
    m_what->setTextFormat(Qt::PlainText);
    m_what->setFixedWidth(whatWidth);
    m_what->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 10);
    m_bar->setAccessibleName(tr("Progress of reading"));
    auto *button = new QToolButton;
    button->setDefaultAction(&cancel);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize(QSize(14, 14));
    button->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(8);
    layout->addWidget(m_what);
    layout->addWidget(m_bar);
    layout->addWidget(button);
}

void ScanProgress::tell(const ProgressStep &step)
{
    const QString text = step.what.isEmpty() ? tr("Reading…") : tr("Reading %1").arg(step.what);
    m_what->setText(m_what->fontMetrics().elidedText(text, Qt::ElideMiddle, whatWidth));
    m_what->setToolTip(plainToolTip(text));
    if (step.total <= 0) {
        m_bar->setRange(0, 0);
        return;
    }
    // Counts may go beyond what the bar's int holds.
    m_bar->setRange(0, 1000);
    m_bar->setValue(int(1000.0 * double(std::clamp<qint64>(step.done, 0, step.total)) / double(step.total)));
}

QString ScanProgress::textShown() const
{
    return m_what->text();
}

} // namespace Fathom
