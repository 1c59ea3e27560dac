// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/background.h"
#include "models/estatesession.h"
#include "models/jobsession.h"
#include "widgets/mainwindow.h"

namespace Fathom {

/// Every object that lives as long as the window program, and who hears whom.
class Services : public QObject {
    Q_OBJECT

public:
    Services();
    ~Services() override;

    void open(const EstateSources &sources, const QString &title);
    void openDemo(); ///< makes its files first, if need be, in the background
    void openThisMachine(); ///< when there is anything in its usual places

    MainWindow &window() { return m_window; }

protected:
    /// The journal of jobs is opened when the first picture of the window is there: it may have to clean up.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    EstateSession m_session;
    JobSession m_jobs;
    MainWindow m_window;
    Background m_preparation; ///< of an estate that is going to be opened
};

/// What an estate that options named is called in the window.
QString titleOf(const EstateSources &sources);

} // namespace Fathom
