// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"
#include "models/roles.h"

#include <QAbstractItemModel>

namespace Fathom {

/// The real directories of the estate with a meaning for every entry: name, meaning, format, virtual size, disk size,
/// length, owner, mode, time. Keys are "path:<path>".
class DirectoryModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit DirectoryModel(QObject *parent = nullptr);
    ~DirectoryModel() override;

    void setEstate(const EstatePtr &estate); ///< keyed: expansion and selection survive
    void setFilter(const QString &text); ///< shows entries that match and what leads to them
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
    std::unique_ptr<State> m_state;
};

QString pathKey(const NativePath &path);

} // namespace Fathom
