// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"
#include "models/roles.h"

#include <QAbstractItemModel>

namespace Fathom {

/// The chains as a tree for keyboards and screen readers: lowest layers (Glance images, bases) first, those who stand
/// on them below. The same things, with the same keys (ChainNode::key), as the picture.
class ChainModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit ChainModel(QObject *parent = nullptr);
    ~ChainModel() override;

    void setEstate(const EstatePtr &estate);
    void setFilter(const QString &text); ///< shows whole trees that hold a match
    std::vector<int> shownRoots() const; ///< node indexes of the trees shown, for the picture
    QModelIndex indexOfKey(const QString &key) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Fathom
