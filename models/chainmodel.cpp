// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chainmodel.h"

#include "models/cells.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace Fathom {

namespace {

struct ChainModelText {
    Q_DECLARE_TR_FUNCTIONS(ChainModel)
};

using LayerColumn = Column<ChainRow>;

template<std::optional<qint64> (*bytesOf)(const ChainRow &)>
constexpr LayerColumn layerSizeColumn(const char *id, const char *header)
{
    return {
        .id = id,
        .header = header,
        .kind = ColumnKind::Bytes,
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .text = [](const ChainRow &row) { return formatBytes(bytesOf(row)); },
        .sortKey = [](const ChainRow &row) { return known(bytesOf(row)); },
        .toolTip = [](const ChainRow &row) { return exactText(bytesOf(row)); },
        .extra = [](const ChainRow &row, int role) { return role == BytesRole ? known(bytesOf(row)) : QVariant(); },
    };
}

std::optional<qint64> layerVirtual(const ChainRow &row)
{
    return virtualBytes(row.node->info);
}

std::optional<qint64> layerDisk(const ChainRow &row)
{
    return allocatedBytes(row.node->facts);
}

Severity layerSeverity(const ChainNode &node)
{
    return std::max(severityOf(node.state), node.problem.isEmpty() ? Severity::None : Severity::Warning);
}

constexpr std::array layerColumns{
    LayerColumn{
        .id = "layer",
        .header = QT_TRANSLATE_NOOP("ChainModel", "Layer"),
        .text = [](const ChainRow &row) { return row.node->title; },
        .toolTip = [](const ChainRow &row) { return plainText(row.node->path); },
    },
    LayerColumn{
        .id = "of",
        .header = QT_TRANSLATE_NOOP("ChainModel", "Belongs to"),
        .text = [](const ChainRow &row) { return row.node->subtitle; },
    },
    LayerColumn{
        .id = "kind",
        .header = QT_TRANSLATE_NOOP("ChainModel", "Kind"),
        .text = [](const ChainRow &row) { return chainNodeKindText(row.node->kind); },
    },
    LayerColumn{
        .id = "format",
        .header = QT_TRANSLATE_NOOP("ChainModel", "Format"),
        .text = [](const ChainRow &row) { return formatText(row.node->info); },
    },
    layerSizeColumn<layerVirtual>("virtual-size", QT_TRANSLATE_NOOP("ChainModel", "Virtual size")),
    layerSizeColumn<layerDisk>("disk-size", QT_TRANSLATE_NOOP("ChainModel", "Disk size")),
    LayerColumn{
        .id = "state",
        .header = QT_TRANSLATE_NOOP("ChainModel", "State"),
        .text = [](const ChainRow &row) { return linkStateText(row.node->state); },
        .toolTip = [](const ChainRow &row) { return row.node->problem; },
        .extra = [](const ChainRow &row,
                     int role) { return role == SeverityRole ? severityValue(layerSeverity(*row.node)) : QVariant(); },
    },
};

struct ChainKindName {
    ChainNodeKind kind;
    const char *id; ///< for KindRole
    const char *text;
};

constexpr std::array chainKindNames{
    ChainKindName{ChainNodeKind::Disk, "disk", QT_TRANSLATE_NOOP("ChainModel", "disk")},
    ChainKindName{ChainNodeKind::Base, "base", QT_TRANSLATE_NOOP("ChainModel", "base")},
    ChainKindName{ChainNodeKind::Image, "image", QT_TRANSLATE_NOOP("ChainModel", "Glance image")},
    ChainKindName{ChainNodeKind::Nothing, "nothing", QT_TRANSLATE_NOOP("ChainModel", "not read")},
};

const ChainKindName &chainKindName(ChainNodeKind kind)
{
    for (const ChainKindName &name : chainKindNames)
        if (name.kind == kind)
            return name;
    return chainKindNames.back();
}

} // namespace

QString chainNodeKindText(ChainNodeKind kind)
{
    return ChainModelText::tr(chainKindName(kind).text);
}

ChainModel::ChainModel(QObject *parent)
    : RecordModel(parent)
{
}

void ChainModel::setEstate(const EstatePtr &estate)
{
    // The rows that go must be readable until the views have let go of them.
    const EstatePtr before = std::exchange(m_estate, estate);
    std::vector<ChainRow> rows;
    std::vector<int> parents;
    if (estate)
        for (const int root : estate->chains.roots()) {
            rows.push_back({root, &estate->chains.node(root)});
            parents.push_back(-1);
        }
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const int upper : estate->chains.uppersOf(rows[i].index)) {
            rows.push_back({upper, &estate->chains.node(upper)});
            parents.push_back(static_cast<int>(i));
        }
    setRows(std::move(rows), parents);
}

std::vector<int> ChainModel::shownRoots() const
{
    std::vector<int> roots;
    for (int row = 0; row < rowCount(); ++row)
        roots.push_back(record(index(row, 0))->index);
    return roots;
}

std::span<const Column<ChainRow>> ChainModel::columns() const
{
    return layerColumns;
}

QVariant ChainModel::rowData(const ChainRow &row, int role) const
{
    switch (role) {
    case KindRole: return QString::fromLatin1(chainKindName(row.node->kind).id);
    case PathRole: return row.node->path.isEmpty() ? QVariant() : QVariant(row.node->path);
    default: return {};
    }
}

} // namespace Fathom
