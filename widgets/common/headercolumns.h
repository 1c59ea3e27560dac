// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QTreeView;

namespace Fathom {

/// The columns of a view: which are shown, how wide, in which order, sorted by which. Chosen in the header's context
/// menu, kept in the settings under the page's name.
class HeaderColumns final : public QObject {
    Q_OBJECT

public:
    /// orderAtFirst: columns from left to right; those that it leaves out follow. Empty: as the model has them.
    HeaderColumns(QTreeView &view, const QString &settingsGroup, const std::vector<int> &orderAtFirst = {});

    void fillMenu(QMenu &menu); ///< a check box for every column but the first, which stays
    void reset(); ///< back to what it was at first
    void save() const;

    /// First widths after what is in the rows, once there are any and the view is seen, and if none were saved.
    void fitOnce();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int widthOf(int column) const;
    void order();
    bool restore();

    QTreeView &m_view;
    QString m_group;
    std::vector<int> m_orderAtFirst;
    bool m_fitted = false;
};

} // namespace Fathom
