// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobsession.h"
#include "models/jobtablemodel.h"
#include "widgets/common/tablepage.h"

namespace Fathom {

/// What Fathom changes and has changed: running and waiting jobs, and the journal of all that ended.
class JobsPage final : public TablePage {
    Q_OBJECT

public:
    explicit JobsPage(JobSession &jobs);

    static PageLabel pageLabel() { return {QStringLiteral("jobs"), tr("Jobs"), QStringLiteral("job")}; }

    void setScanning(bool) override { }

    QAction *cancelAction() const { return m_cancel; }
    QAction *againAction() const { return m_again; }
    QAction *soonerAction() const { return m_sooner; }
    QAction *laterAction() const { return m_later; }
    QAction *pauseAction() const { return m_pause; }
    QAction *copyCommandAction() const { return m_copyCommand; }

protected:
    KeyedModel &model() override { return *m_model; }
    void setModelEstate(const EstatePtr &) override { }
    QString countText() const override;
    EmptyText emptyText() const override;
    bool isTree() const override { return false; }
    bool isOpen() const override { return true; }
    int usualSortColumn() const override { return -1; }
    void showEvent(QShowEvent *event) override;

private:
    void makeBar();
    void jobsChanged();
    void updateActions();
    const JobRow *currentJob() const { return m_jobs.row(currentKey()); }

    JobSession &m_jobs;
    JobTableModel *m_model;
    QAction *m_cancel = nullptr;
    QAction *m_again = nullptr;
    QAction *m_sooner = nullptr;
    QAction *m_later = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_copyCommand = nullptr;
};

} // namespace Fathom
