// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gotosearch.h"

#include <QAbstractListModel>

namespace Fathom {

/// What Go to offers for what was typed, the best first; for nothing typed what was looked at last.
class GotoModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum GotoRole { SecondaryRole = Qt::UserRole + 100 };
    static constexpr std::size_t mostShown = 60;

    using QAbstractListModel::QAbstractListModel;

    void setIndex(const GotoIndexPtr &index);
    bool hasIndex() const { return m_search.index() != nullptr; }
    void setRecent(const QStringList &keys);
    void setTyped(const QString &typed);

    const QString &typed() const { return m_typed; }
    std::size_t found() const { return m_results.all; } ///< more than rows, perhaps

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void search();

    GotoSearch m_search;
    QString m_typed;
    GotoResults m_results;
};

} // namespace Fathom
