// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobsession.h"
#include "models/quarantinetablemodel.h"
#include "widgets/common/tablepage.h"

namespace Fathom {

class JobOpener;

/// What Fathom moved out of the way: to bring it back, or to remove it for good.
class QuarantinePage final : public TablePage {
    Q_OBJECT

public:
    QuarantinePage(JobSession &jobs, JobOpener &opener);

    static PageLabel pageLabel()
    {
        return {QStringLiteral("quarantine"), tr("Quarantine"), QStringLiteral("quarantine")};
    }

    QAction *restoreAction() const { return m_restore; }
    QAction *removeAction() const { return m_remove; }

protected:
    KeyedModel &model() override { return *m_model; }
    void setModelEstate(const EstatePtr &estate) override;
    QString countText() const override;
    EmptyText emptyText() const override;
    bool isTree() const override { return false; }
    int usualSortColumn() const override { return -1; }

private:
    void makeBar();
    void updateActions();
    void restore();
    void remove();
    const EstateQuarantined *current() const;

    JobSession &m_jobs;
    JobOpener &m_opener;
    QuarantineTableModel *m_model;
    QAction *m_restore = nullptr;
    QAction *m_remove = nullptr;
};

} // namespace Fathom
