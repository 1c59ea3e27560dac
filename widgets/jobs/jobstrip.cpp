// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobstrip.h"

#include "widgets/common/literaltext.h"
#include "widgets/common/themedicon.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace Fathom {

namespace {

constexpr int parts = 1000; ///< of the bar
constexpr int longestText = 320; ///< pixels

} // namespace

JobStrip::JobStrip(JobSession &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_text(new QToolButton)
    , m_bar(new QProgressBar)
{
    m_text->setIcon(themedIcon(QStringLiteral("job")));
    m_text->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_text->setAutoRaise(true);
    m_text->setAccessibleName(tr("Jobs"));
    m_text->setFocusPolicy(Qt::TabFocus);
    m_bar->setFixedSize(110, 10); // as that of a scan
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the first job"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    connect(m_text, &QToolButton::clicked, this, &JobStrip::activated);
    connect(&m_jobs, &JobSession::rowsChanged, this, &JobStrip::tell);
    tell();
}

QString JobStrip::textShown() const
{
    return m_text->accessibleName();
}

void JobStrip::tell()
{
    const int running = m_jobs.running();
    const int waiting = m_jobs.waiting();
    setVisible(running + waiting > 0);
    if (running + waiting == 0)
        return;
    QString text = running == 0 ? tr("%n job(s) wait", nullptr, waiting)
        : waiting == 0          ? tr("%n job(s) run", nullptr, running)
                                : tr("%n job(s) run, %1 wait", nullptr, running).arg(waiting);
    const JobRow &first = m_jobs.rows().front();
    const bool known = running > 0 && first.progress.totalBytes > 0;
    if (running == 1)
        text = tr("%1: %2", "how many jobs: the first one's title").arg(text, first.start.title);
    m_bar->setVisible(running > 0);
    m_bar->setRange(0, known ? parts : 0); // 0: busy
    if (known)
        m_bar->setValue(int(first.progress.doneBytes * parts / first.progress.totalBytes));
    m_text->setText(literalText(m_text->fontMetrics().elidedText(text, Qt::ElideMiddle, longestText)));
    m_text->setAccessibleName(text);
    m_text->setToolTip(running > 0 ? progressText(first.progress) : tr("Shows the jobs"));
}

} // namespace Fathom
