// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobsession.h"
#include "widgets/jobs/filejobdialog.h"

#include <QObject>

#include <functional>

class QDialog;
class QMenu;

namespace Fathom {

/// The ways to begin a job: the window's Jobs menu and the context menus of files, and the dialogs behind them.
class JobOpener final : public QObject {
    Q_OBJECT

public:
    /// directories: of what is open at the moment, asked when a dialog is made.
    JobOpener(JobSession &jobs, QWidget &window, std::function<std::vector<NativePath>()> directories);

    /// The jobs of a file; an empty path: the dialogs ask.
    void fillMenu(QMenu &menu, const JobSubject &subject = {});
    /// Those of a whole directory of an instance.
    void fillDirectoryMenu(QMenu &menu, const JobSubject &subject);
    void open(const QString &kind, const JobSubject &subject); ///< a kind that has a JobForm
    /// Each anew, for the tour; the caller owns them.
    QList<QDialog *> makeDialogs(const NativePath &image, const NativePath &instance, const NativePath &quarantined);

private:
    FileJobDialog *makeDialog(const JobForm &form, const JobSubject &subject);
    void addForm(QMenu &menu, const JobForm &form, const JobSubject &subject);

    JobSession &m_jobs;
    QWidget &m_window;
    std::function<std::vector<NativePath>()> m_directories;
};

} // namespace Fathom
