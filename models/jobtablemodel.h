// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobrow.h"
#include "models/recordtablemodel.h"

namespace Fathom {

/// Jobs, one row each: what runs and waits, and what has ended.
class JobTableModel final : public RecordTableModel<JobRow> {
    Q_OBJECT

public:
    using RecordTableModel<JobRow>::RecordTableModel;

protected:
    QString key(const JobRow &row) const override { return row.key; }
    std::span<const Column<JobRow>> columns() const override;
    const char *context() const override { return "JobTableModel"; }
    QVariant rowData(const JobRow &row, int role) const override;
};

} // namespace Fathom
