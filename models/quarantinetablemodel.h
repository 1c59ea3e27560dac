// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtablemodel.h"

#include "estate/estate.h"

namespace Fathom {

/// What lies in quarantine, one row each, the latest of each directory first.
class QuarantineTableModel final : public RecordTableModel<EstateQuarantined> {
    Q_OBJECT

public:
    using RecordTableModel<EstateQuarantined>::RecordTableModel;

protected:
    QString key(const EstateQuarantined &row) const override { return row.key; }
    std::span<const Column<EstateQuarantined>> columns() const override;
    const char *context() const override { return "QuarantineTableModel"; }
    QVariant rowData(const EstateQuarantined &row, int role) const override;
};

} // namespace Fathom
