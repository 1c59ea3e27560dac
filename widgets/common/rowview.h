// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Fathom {

/// How Fathom shows rows, in tables and trees alike: whole rows are selected, by click and by keys, and copied as tab
/// separated text.
class RowView final : public QTreeView {
    Q_OBJECT

public:
    explicit RowView(QWidget *parent = nullptr);

    QAction *copyAction() const { return m_copy; }
    void copySelection() const;

signals:
    void lookedAt(const QModelIndex &index); ///< a click or the space bar, on what is highlighted already, too

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *m_copy;
};

} // namespace Fathom
