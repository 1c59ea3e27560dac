// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include "estate/estate.h"

namespace Fathom {

/// A row of the instances: a host, a project on it, or an instance; groups hold the sums of what is below them.
struct InstanceRow {
    enum class Kind { Host, Project, Instance };

    Kind kind = Kind::Instance;
    QString key; ///< a group's; an instance has its own
    QString name;
    const EstateInstance *instance = nullptr; ///< in the snapshot that the model holds; null for groups
    QString host; ///< names of the groups that an instance is in, for the filter
    QString project;
    int instances = 0;
    int troubled = 0; ///< instances that something is wrong with
    Severity severity = Severity::None; ///< the worst
    int depth = 0; ///< of the deepest chain
    std::optional<qint64> virtualBytes;
    qint64 ownBytes = 0;
    qint64 withBaseBytes = 0;
};

/// Instances grouped by host, then by project; groups sum up their sizes, a base once per group. Keys are
/// "host:<name>", "project:<host>/<project id or name>" and the instances' own.
class InstanceTreeModel final : public RecordModel<InstanceRow, KeyedModel> {
    Q_OBJECT

public:
    explicit InstanceTreeModel(QObject *parent = nullptr);

    void setEstate(const EstatePtr &estate); ///< keyed: selection, expansion and persistent indexes survive
    int shownInstances() const;
    int allInstances() const;
    /// An instance never has children: a view that opens everything need not remember it as open.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    QString key(const InstanceRow &row) const override { return row.instance ? row.instance->key : row.key; }
    std::span<const Column<InstanceRow>> columns() const override;
    const char *context() const override { return "InstanceTreeModel"; }
    QVariant rowData(const InstanceRow &row, int role) const override;
    /// Instances match by their own texts, their groups' names, paths and MAC addresses; groups only lead to them.
    bool canMatch(int slot) const override { return at(slot).instance; }
    std::vector<FilterField> moreFields() const override;
    MoreTexts moreTexts() const override;
    std::shared_ptr<const void> snapshot() const override { return m_estate; }

private:
    EstatePtr m_estate;
};

} // namespace Fathom
