// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directorymodel.h"

#include "models/cells.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace Fathom {

namespace {

struct DirectoryText {
    Q_DECLARE_TR_FUNCTIONS(DirectoryModel)
};

using DirectoryColumn = Column<DirectoryRow>;

constexpr Qt::Alignment entryNumber = Qt::AlignRight | Qt::AlignVCenter;

bool isDirectory(const DirectoryRow &row)
{
    return row.node->facts && row.node->facts->kind == FileKind::Directory;
}

/// Unknown, or a thing that such an entry has not.
QString missingText(const DirectoryRow &row)
{
    return entryTraits(row.node->meaning).isImage && !isDirectory(row) ? unknownText() : QString();
}

std::optional<qint64> entryVirtual(const DirectoryRow &row)
{
    return virtualBytes(row.node->info);
}

std::optional<qint64> entryDisk(const DirectoryRow &row)
{
    return isDirectory(row) ? row.below : allocatedBytes(row.node->facts);
}

std::optional<qint64> entryLength(const DirectoryRow &row)
{
    return isDirectory(row) ? std::nullopt : lengthBytes(row.node->facts);
}

template<std::optional<qint64> (*bytesOf)(const DirectoryRow &)>
constexpr DirectoryColumn entrySizeColumn(const char *id, const char *header)
{
    return {
        .id = id,
        .header = header,
        .kind = ColumnKind::Bytes,
        .alignment = entryNumber,
        .text =
            [](const DirectoryRow &row) {
                const std::optional<qint64> bytes = bytesOf(row);
                return bytes ? formatBytes(*bytes) : missingText(row);
            },
        .sortKey = [](const DirectoryRow &row) { return known(bytesOf(row)); },
        .toolTip = [](const DirectoryRow &row) { return exactText(bytesOf(row)); },
        .extra = [](const DirectoryRow &row, int role) { return role == BytesRole ? known(bytesOf(row)) : QVariant(); },
    };
}

QString entryName(const DirectoryRow &row)
{
    const QString name = plainText(row.top ? row.node->path : row.node->name);
    return row.node->linkTarget.isEmpty() ? name : QStringLiteral("%1 → %2").arg(name, plainText(row.node->linkTarget));
}

QString entryMeaning(const DirectoryRow &row)
{
    return row.host.isEmpty() ? entryTitle(row.node->meaning) : DirectoryText::tr("instances of %1").arg(row.host);
}

QString entryKind(const DirectoryNode &node)
{
    const EntryTraits &traits = entryTraits(node.meaning);
    switch (node.meaning) {
    case EntryMeaning::StoredImage: return QStringLiteral("image");
    case EntryMeaning::InstanceDirectory:
    case EntryMeaning::ResizeLeftover:
    case EntryMeaning::DeleteLeftover: return QStringLiteral("instance");
    case EntryMeaning::BaseImage:
    case EntryMeaning::BaseResized:
    case EntryMeaning::BaseSmall:
    case EntryMeaning::BaseSwap:
    case EntryMeaning::BaseEphemeral: return QStringLiteral("base");
    default: break;
    }
    if (traits.isDisk)
        return QStringLiteral("disk");
    if (node.facts && node.facts->kind == FileKind::Directory)
        return QStringLiteral("directory");
    return node.linkTarget.isEmpty() ? QStringLiteral("file") : QStringLiteral("link");
}

Severity entrySeverity(const DirectoryNode &node)
{
    if (node.error)
        return Severity::Broken;
    return entryTraits(node.meaning).leftover ? Severity::Note : Severity::None;
}

QString entryFormat(const DirectoryRow &row)
{
    if (row.node->error)
        return DirectoryText::tr("unreadable");
    return row.node->info ? formatText(row.node->info) : missingText(row);
}

constexpr std::array directoryColumns{
    DirectoryColumn{
        .id = "name",
        .header = QT_TRANSLATE_NOOP("DirectoryModel", "Name"),
        .text = entryName,
    },
    DirectoryColumn{
        .id = "meaning",
        .header = QT_TRANSLATE_NOOP("DirectoryModel", "Meaning"),
        .text = entryMeaning,
        .toolTip = [](const DirectoryRow &row) { return entryPurpose(row.node->meaning); },
    },
    DirectoryColumn{
        .id = "format",
        .header = QT_TRANSLATE_NOOP("DirectoryModel", "Format"),
        .text = entryFormat,
    },
    entrySizeColumn<entryVirtual>("virtual-size", QT_TRANSLATE_NOOP("DirectoryModel", "Virtual size")),
    entrySizeColumn<entryDisk>("disk-size", QT_TRANSLATE_NOOP("DirectoryModel", "Disk size")),
    entrySizeColumn<entryLength>("length", QT_TRANSLATE_NOOP("DirectoryModel", "File length")),
    DirectoryColumn{
        .id = "owner",
        .header = QT_TRANSLATE_NOOP("DirectoryModel", "Owner"),
        .text = [](const DirectoryRow &row) { return row.node->facts ? ownerText(*row.node->facts) : unknownText(); },
    },
    DirectoryColumn{
        .id = "mode",
        .header = QT_TRANSLATE_NOOP("DirectoryModel", "Mode"),
        .text =
            [](const DirectoryRow &row) { return row.node->facts ? modeText(row.node->facts->mode) : unknownText(); },
    },
    DirectoryColumn{
        .id = "modified",
        .header = QT_TRANSLATE_NOOP("DirectoryModel", "Modified"),
        .kind = ColumnKind::Time,
        .text =
            [](const DirectoryRow &row) {
                return row.node->facts ? timeText(row.node->facts->modifiedSeconds) : unknownText();
            },
        .sortKey =
            [](const DirectoryRow &row) {
                return row.node->facts ? QVariant(row.node->facts->modifiedSeconds) : QVariant();
            },
    },
};

} // namespace

QString pathKey(const NativePath &path)
{
    return QStringLiteral("path:") + plainText(path);
}

DirectoryModel::DirectoryModel(QObject *parent)
    : RecordModel(parent)
{
}

void DirectoryModel::setEstate(const EstatePtr &estate)
{
    // The rows that go must be readable until the views have let go of them.
    const EstatePtr before = std::exchange(m_estate, estate);
    std::vector<DirectoryRow> rows;
    std::vector<int> parents;
    if (estate)
        for (const DirectoryNode &root : estate->directories) {
            rows.push_back({.node = &root,
                .top = true,
                .host = estate->hostOfTree.value(root.path),
                .below = root.allocatedBytesBelow()});
            parents.push_back(-1);
        }
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const DirectoryNode &child : rows[i].node->children) {
            rows.push_back({.node = &child});
            if (isDirectory(rows.back()))
                rows.back().below = child.allocatedBytesBelow();
            parents.push_back(static_cast<int>(i));
        }
    setRows(std::move(rows), parents);
}

QString DirectoryModel::key(const DirectoryRow &row) const
{
    return pathKey(row.node->path);
}

std::span<const Column<DirectoryRow>> DirectoryModel::columns() const
{
    return directoryColumns;
}

QVariant DirectoryModel::rowData(const DirectoryRow &row, int role) const
{
    switch (role) {
    case KindRole: return entryKind(*row.node);
    case PathRole: return row.node->path;
    case SeverityRole: return severityValue(entrySeverity(*row.node));
    case Qt::ToolTipRole: return row.node->error ? QVariant(sentence(*row.node->error)) : QVariant();
    default: return {};
    }
}

} // namespace Fathom
