// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include "estate/estate.h"

namespace Fathom {

/// A row of the directory browser.
struct DirectoryRow {
    const DirectoryNode *node = nullptr; ///< in the snapshot that the model holds
    bool top = false; ///< a source's own directory: shown with its whole path
    QString host = {}; ///< of an instance tree's top
    std::optional<qint64> below = {}; ///< disk size of a directory and all that lies in it
};

/// The real directories of the estate with a meaning for every entry: name, meaning, format, virtual size, disk size,
/// length, owner, mode, time. Keys are "path:<path>". A filter shows the entries that match, what leads to them and
/// what lies in them.
class DirectoryModel final : public RecordModel<DirectoryRow, KeyedModel> {
    Q_OBJECT

public:
    explicit DirectoryModel(QObject *parent = nullptr);

    void setEstate(const EstatePtr &estate); ///< keyed: expansion and selection survive

protected:
    QString key(const DirectoryRow &row) const override;
    std::span<const Column<DirectoryRow>> columns() const override;
    const char *context() const override { return "DirectoryModel"; }
    QVariant rowData(const DirectoryRow &row, int role) const override;
    std::shared_ptr<const void> snapshot() const override { return m_estate; }
    FilterScope filterScope() const override { return FilterScope::Below; }

private:
    EstatePtr m_estate;
};

QString pathKey(const NativePath &path);

} // namespace Fathom
