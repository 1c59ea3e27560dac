// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quarantinetablemodel.h"

#include "models/cells.h"

#include <array>

namespace Fathom {

namespace {

using QuarantineColumn = Column<EstateQuarantined>;

constexpr std::array quarantineColumns{
    QuarantineColumn{
        .id = "name",
        .header = QT_TRANSLATE_NOOP("QuarantineTableModel", "Name"),
        .text = [](const EstateQuarantined &row) { return plainText(fileName(row.thing.original)); },
        .toolTip = [](const EstateQuarantined &row) { return plainText(row.thing.held); },
    },
    QuarantineColumn{
        .id = "was",
        .header = QT_TRANSLATE_NOOP("QuarantineTableModel", "Was in"),
        .text = [](const EstateQuarantined &row) { return plainText(parentPath(row.thing.original)); },
    },
    QuarantineColumn{
        .id = "disk-size",
        .header = QT_TRANSLATE_NOOP("QuarantineTableModel", "Disk size"),
        .kind = ColumnKind::Bytes,
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .text = [](const EstateQuarantined &row) { return formatBytes(row.thing.manifest.allocatedBytes); },
        .sortKey = [](const EstateQuarantined &row) { return QVariant(row.thing.manifest.allocatedBytes); },
        .toolTip = [](const EstateQuarantined &row) { return exactText(row.thing.manifest.allocatedBytes); },
        .extra = [](const EstateQuarantined &row,
                     int role) { return role == BytesRole ? QVariant(row.thing.manifest.allocatedBytes) : QVariant(); },
    },
    QuarantineColumn{
        .id = "moved",
        .header = QT_TRANSLATE_NOOP("QuarantineTableModel", "Moved"),
        .kind = ColumnKind::Time,
        .text = [](const EstateQuarantined &row) { return timeText(row.thing.manifest.movedAt / 1000); },
        .sortKey = [](const EstateQuarantined &row) { return QVariant(row.thing.manifest.movedAt / 1000); },
    },
    QuarantineColumn{
        .id = "moved-by",
        .header = QT_TRANSLATE_NOOP("QuarantineTableModel", "Moved by"),
        .text = [](const EstateQuarantined &row) { return row.thing.manifest.movedBy; },
    },
    QuarantineColumn{
        .id = "evidence",
        .header = QT_TRANSLATE_NOOP("QuarantineTableModel", "Did not answer"),
        .text = [](const EstateQuarantined &row) { return row.thing.manifest.silent.join(QStringLiteral("; ")); },
        .toolTip = [](const EstateQuarantined &row) { return row.thing.manifest.silent.join(u'\n'); },
    },
};

} // namespace

std::span<const Column<EstateQuarantined>> QuarantineTableModel::columns() const
{
    return quarantineColumns;
}

QVariant QuarantineTableModel::rowData(const EstateQuarantined &, int role) const
{
    switch (role) {
    case KindRole: return QStringLiteral("quarantine");
    default: return {};
    }
}

} // namespace Fathom
