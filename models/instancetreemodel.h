// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"
#include "models/roles.h"

#include <QAbstractItemModel>

namespace Fathom {

/// Instances grouped by host, then by project; groups sum up their sizes, a base once per host.
class InstanceTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit InstanceTreeModel(QObject *parent = nullptr);
    ~InstanceTreeModel() override;

    void setEstate(const EstatePtr &estate); ///< keyed: selection, expansion and persistent indexes survive
    void setFilter(const QString &text); ///< every word must occur in some text of the row
    int shownInstances() const;
    int allInstances() const;
    QModelIndex indexOfKey(const QString &key) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct State;
    std::unique_ptr<State> m_state; ///< the rows' own type stays out of the header
};

} // namespace Fathom
