// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/quarantine/quarantinepage.h"

#include "base/bytes.h"
#include "jobs/restorejob.h"
#include "widgets/common/rowview.h"
#include "widgets/common/themedicon.h"
#include "widgets/jobs/jobopener.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace Fathom {

QuarantinePage::QuarantinePage(JobSession &jobs, JobOpener &opener)
    : TablePage(pageLabel())
    , m_jobs(jobs)
    , m_opener(opener)
    , m_model(new QuarantineTableModel(this))
{
    makeBar();
    setUp();
    connect(&m_jobs, &JobSession::unlockedChanged, this, &QuarantinePage::updateActions);
    connect(view().selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QuarantinePage::updateActions);
    connect(this, &Page::menuOpens, this, [this](QMenu &menu) {
        menu.addSeparator();
        menu.addActions({m_restore, m_remove});
    });
    updateActions();
}

void QuarantinePage::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 8, 10, 0);
    layout->setSpacing(4);
    const auto action = [&](const char *icon, const QString &text, auto act) {
        auto *made = new QAction(themedIcon(QString::fromLatin1(icon)), text, this);
        connect(made, &QAction::triggered, this, act);
        auto *button = new QToolButton;
        button->setDefaultAction(made);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
        return made;
    };
    m_restore = action("back", tr("Restore"), &QuarantinePage::restore);
    m_remove = action("cancel", tr("Remove for good…"), &QuarantinePage::remove);
    m_remove->setToolTip(tr("Tells what it frees, and asks first"));
    layout->addStretch(1);
    addBar(bar);
}

void QuarantinePage::setModelEstate(const EstatePtr &estate)
{
    m_model->setRecords(estate ? estate->quarantined : std::vector<EstateQuarantined>());
    updateActions();
}

const EstateQuarantined *QuarantinePage::current() const
{
    return estate() ? estate()->quarantinedThing(currentKey()) : nullptr;
}

void QuarantinePage::restore()
{
    const EstateQuarantined *const wanted = current();
    if (!wanted)
        return;
    if (m_jobs.add(restoreJob(wanted->thing.held)))
        emit told(Severity::None, tr("%1 is being brought back.").arg(plainText(wanted->thing.original)));
}

void QuarantinePage::remove()
{
    if (const EstateQuarantined *const wanted = current())
        m_opener.open(QStringLiteral("remove"), {.path = wanted->thing.entry});
}

void QuarantinePage::updateActions()
{
    const bool one = current();
    m_restore->setEnabled(one && m_jobs.unlocked());
    m_restore->setToolTip(m_jobs.unlocked() ? tr("Move it back to where it was")
                                            : tr("Fathom is locked and changes nothing; unlock it in the tool bar"));
    m_remove->setEnabled(one);
}

QString QuarantinePage::countText() const
{
    qint64 bytes = 0;
    if (estate())
        for (const EstateQuarantined &quarantined : estate()->quarantined)
            bytes += quarantined.thing.manifest.allocatedBytes;
    const int all = m_model->allRows();
    const int shown = m_model->rowCount();
    return shown == all
        ? tr("%n thing(s), %1", "so many bytes", all).arg(formatBytes(bytes))
        : tr("%1 of %n thing(s), %2 together", nullptr, all).arg(QString::number(shown), formatBytes(bytes));
}

TablePage::EmptyText QuarantinePage::emptyText() const
{
    return {tr("Nothing is in quarantine"),
        tr("Files are not deleted but moved here, and can be brought back until they are removed for good. A right "
           "click "
           "on a file offers it."),
        {}};
}

} // namespace Fathom
