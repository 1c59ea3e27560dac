// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobsession.h"

#include <QObject>

class QDialog;
class QMenu;

namespace Fathom {

/// The ways to begin a job: the window's Jobs menu and the context menus of files, and the dialogs behind them.
class JobOpener final : public QObject {
    Q_OBJECT

public:
    JobOpener(JobSession &jobs, QWidget &window);

    /// path: of the file that the menu is about; empty: the dialog asks. declared: what a trusted source says of it.
    void fillMenu(QMenu &menu, const NativePath &path = {}, const std::optional<ImageFormat> &declared = {});
    QList<QDialog *> makeDialogs(const NativePath &path); ///< each anew, for the tour; the caller owns them

private:
    JobSession &m_jobs;
    QWidget &m_window;
};

} // namespace Fathom
