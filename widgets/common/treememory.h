// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>
#include <QSet>

#include <functional>

class QTreeView;

namespace Fathom {

/// What is open and what is selected in a tree, by keys, so that it survives whatever happens to the rows: rows that
/// come and go while a scan runs, a filter that comes and goes, a model that begins anew.
class TreeMemory final : public QObject {
    Q_OBJECT

public:
    /// openDepth: how many levels stand open at first.
    TreeMemory(QTreeView &view, std::function<QModelIndex(const QString &key)> indexOfKey, int openDepth);

    void setFiltered(bool filtered); ///< with a filter everything that is left stands open
    void apply(); ///< after rows changed

private:
    void openLevels(const QModelIndex &parent, int depth);
    void remember(const QModelIndex &index, bool open);
    void keep();
    void restore();
    int depthOf(const QModelIndex &index) const;

    QTreeView &m_view;
    std::function<QModelIndex(const QString &)> m_indexOfKey;
    int m_openDepth;
    bool m_filtered = false;
    bool m_applying = false;
    QSet<QString> m_opened; ///< below openDepth, by the user
    QSet<QString> m_closed; ///< above it, by the user
    QString m_current;
    QStringList m_selected;
};

} // namespace Fathom
