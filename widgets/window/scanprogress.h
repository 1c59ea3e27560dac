// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace Fathom {

/// In the status bar while a scan runs: what is looked at, how far it is, and the way to stop it.
class ScanProgress final : public QWidget {
    Q_OBJECT

public:
    explicit ScanProgress(QAction &cancel, QWidget *parent = nullptr);

    void tell(const ProgressStep &step);
    QString textShown() const;

private:
    QLabel *m_what;
    QProgressBar *m_bar;
};

} // namespace Fathom
