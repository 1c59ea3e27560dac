// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobsession.h"

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace Fathom {

/// In the status bar while jobs run or wait: how many, and how far the first is. A click leads to their page.
class JobStrip final : public QWidget {
    Q_OBJECT

public:
    explicit JobStrip(JobSession &jobs, QWidget *parent = nullptr);

    QString textShown() const;

signals:
    void activated();

private:
    void tell();

    JobSession &m_jobs;
    QToolButton *m_text;
    QProgressBar *m_bar;
};

} // namespace Fathom
