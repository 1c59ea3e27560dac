// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include "estate/estate.h"

namespace Fathom {

/// A row of the chains.
struct ChainRow {
    int index = -1; ///< in the graph of the snapshot that the model holds
    const ChainNode *node = nullptr;
};

/// The chains as a tree for keyboards and screen readers: lowest layers (Glance images, bases) first, those who stand
/// on them below. The same things, with the same keys (ChainNode::key), as the picture. A filter shows whole trees that
/// hold a match.
class ChainModel final : public RecordModel<ChainRow, KeyedModel> {
    Q_OBJECT

public:
    explicit ChainModel(QObject *parent = nullptr);

    void setEstate(const EstatePtr &estate);
    std::vector<int> shownRoots() const; ///< node indexes of the trees shown, for the picture

protected:
    QString key(const ChainRow &row) const override { return row.node->key; }
    std::span<const Column<ChainRow>> columns() const override;
    const char *context() const override { return "ChainModel"; }
    QVariant rowData(const ChainRow &row, int role) const override;
    std::shared_ptr<const void> snapshot() const override { return m_estate; }
    FilterScope filterScope() const override { return FilterScope::WholeTrees; }

private:
    EstatePtr m_estate;
};

QString chainNodeKindText(ChainNodeKind kind); ///< "Glance image", "base", …

} // namespace Fathom
