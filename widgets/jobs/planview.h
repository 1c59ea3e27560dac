// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/plantext.h"

#include <QWidget>

class QGridLayout;

namespace Fathom {

/// What a job will do, or why it cannot. Its texts can be selected.
class PlanView final : public QWidget {
    Q_OBJECT

public:
    explicit PlanView(QWidget *parent = nullptr);

    void sayLooking();
    void sayNothing(const QString &hint); ///< there is nothing to plan yet
    void showPlan(const Plan &plan);
    void showError(const Error &error);

    QString textShown() const; ///< a line each

private:
    void clear();
    void addLine(const QString &icon, const QString &label, const QString &text, bool code);

    QGridLayout *m_grid;
    QStringList m_lines;
};

} // namespace Fathom
