// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/background.h"
#include "models/jobsession.h"

#include <QDialog>
#include <QTimer>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Fathom {

class PlanView;

/// Asks how a job shall be done, shows its plan as that is changed, and hands both to the session. While Fathom is
/// locked it plans all the same, and offers to unlock.
class JobDialog : public QDialog {
    Q_OBJECT

public:
    PlanView &planView() const { return *m_plan; }
    QPushButton &startButton() const { return *m_start; }
    QPushButton &unlockButton() const { return *m_unlock; }
    bool planning() const { return m_planning; }

protected:
    JobDialog(JobSession &jobs, const QString &title, const QString &start, QWidget *parent);

    QFormLayout &form() const { return *m_form; }
    /// A line for a file's path, with a button that asks for it.
    enum class PathKind { File, Directory, NewFile };
    QLineEdit *addPath(const QString &label, PathKind kind);

    /// What the form says; Usage while something is missing: its reason is shown as a hint.
    virtual Result<std::shared_ptr<const Job>> job() const = 0;
    void inputsChanged(); ///< plans anew, as soon as the user pauses

private:
    void planNow();
    void updateStart();
    void begin();

    JobSession &m_jobs;
    QFormLayout *m_form;
    PlanView *m_plan;
    QWidget *m_lockRow;
    QPushButton *m_unlock;
    QPushButton *m_start;
    QTimer m_pause;
    bool m_planning = false;
    std::shared_ptr<const Job> m_job;
    std::optional<Plan> m_good; ///< of m_job; unset: it cannot be begun
    Background m_planner{this};
};

} // namespace Fathom
