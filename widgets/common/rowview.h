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

private:
    QAction *m_copy;
};

} // namespace Fathom
