// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/instancetreemodel.h"

#include "models/cells.h"
#include "models/instancerows.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace Fathom {

namespace {

struct InstanceTreeText {
    Q_DECLARE_TR_FUNCTIONS(InstanceTreeModel)
};

using InstanceColumn = Column<InstanceRow>;

constexpr Qt::Alignment instanceNumber = Qt::AlignRight | Qt::AlignVCenter;

template<std::optional<qint64> (*bytesOf)(const InstanceRow &)>
constexpr InstanceColumn instanceSizeColumn(const char *id, const char *header)
{
    return {
        .id = id,
        .header = header,
        .kind = ColumnKind::Bytes,
        .alignment = instanceNumber,
        .text = [](const InstanceRow &row) { return formatBytes(bytesOf(row)); },
        .sortKey = [](const InstanceRow &row) { return known(bytesOf(row)); },
        .toolTip = [](const InstanceRow &row) { return exactText(bytesOf(row)); },
        .extra = [](const InstanceRow &row, int role) { return role == BytesRole ? known(bytesOf(row)) : QVariant(); },
    };
}

std::optional<qint64> rowVirtual(const InstanceRow &row)
{
    return row.virtualBytes;
}

std::optional<qint64> rowOwn(const InstanceRow &row)
{
    return row.ownBytes;
}

std::optional<qint64> rowWithBase(const InstanceRow &row)
{
    return row.withBaseBytes;
}

const DomainFacts *domainOf(const InstanceRow &row)
{
    return row.instance && row.instance->domain ? &*row.instance->domain : nullptr;
}

/// The flavor's name; where no metadata tells one, what the domain is given.
QString flavorText(const InstanceRow &row)
{
    const DomainFacts *const domain = domainOf(row);
    if (!domain)
        return row.instance ? unknownText() : QString();
    if (domain->flavor && !domain->flavor->name.isEmpty())
        return domain->flavor->name;
    if (!domain->vcpus || !domain->memoryBytes)
        return unknownText();
    return InstanceTreeText::tr("%1 vCPU, %2").arg(countText(*domain->vcpus), formatBytes(*domain->memoryBytes));
}

QString flavorToolTip(const InstanceRow &row)
{
    const DomainFacts *const domain = domainOf(row);
    if (!domain)
        return {};
    QStringList lines;
    if (domain->vcpus)
        lines.append(InstanceTreeText::tr("Virtual CPUs: %1").arg(countText(*domain->vcpus)));
    if (domain->memoryBytes)
        lines.append(InstanceTreeText::tr("Memory: %1").arg(formatBytes(*domain->memoryBytes)));
    if (domain->flavor && domain->flavor->diskGiB)
        lines.append(InstanceTreeText::tr("Root disk: %1 GiB").arg(countText(*domain->flavor->diskGiB)));
    return lines.join(QLatin1Char('\n'));
}

QString disksText(const InstanceRow &row)
{
    if (!row.instance)
        return {};
    QStringList formats;
    for (const EstateDisk &disk : row.instance->disks) {
        const ChainLayer *const top = disk.chain.top();
        const QString format =
            top && top->info ? QString::fromLatin1(formatTraits(top->info->format).id) : disk.declaredFormat;
        if (!format.isEmpty() && !formats.contains(format))
            formats.append(format);
    }
    const QString count = countText(static_cast<qint64>(row.instance->disks.size()));
    return formats.isEmpty() ? count : QStringLiteral("%1 (%2)").arg(count, formats.join(QStringLiteral(", ")));
}

QString stateText(const InstanceRow &row)
{
    if (!row.instance)
        return row.troubled == 0 ? QString() : InstanceTreeText::tr("%n with problems", nullptr, row.troubled);
    const QString state = instanceStateText(row.instance->state);
    if (row.severity <= severityOf(row.instance->state))
        return state;
    return row.instance->state == InstanceState::Sound ? InstanceTreeText::tr("with problems")
                                                       : InstanceTreeText::tr("%1, with problems").arg(state);
}

QString uuidText(const InstanceRow &row)
{
    if (!row.instance)
        return InstanceTreeText::tr("%n instance(s)", nullptr, row.instances);
    return row.instance->uuid.isEmpty() ? unknownText() : row.instance->uuid;
}

constexpr std::array instanceColumns{
    InstanceColumn{
        .id = "name",
        .header = QT_TRANSLATE_NOOP("InstanceTreeModel", "Instance"),
        .text = [](const InstanceRow &row) { return row.name; },
        .toolTip = [](const InstanceRow &row) { return row.instance ? plainText(row.instance->path) : QString(); },
        .far = [](const InstanceRow &row) -> const void * { return row.name.constData(); },
    },
    InstanceColumn{
        .id = "uuid",
        .header = QT_TRANSLATE_NOOP("InstanceTreeModel", "UUID"),
        .text = uuidText,
    },
    InstanceColumn{
        .id = "nova",
        .header = QT_TRANSLATE_NOOP("InstanceTreeModel", "Nova"),
        .text =
            [](const InstanceRow &row) {
                const DomainFacts *const domain = domainOf(row);
                if (domain && !domain->novaVersion.isEmpty())
                    return domain->novaVersion;
                return row.instance ? unknownText() : QString();
            },
    },
    InstanceColumn{
        .id = "flavor",
        .header = QT_TRANSLATE_NOOP("InstanceTreeModel", "Flavor"),
        .text = flavorText,
        .toolTip = flavorToolTip,
    },
    InstanceColumn{
        .id = "disks",
        .header = QT_TRANSLATE_NOOP("InstanceTreeModel", "Disks"),
        .kind = ColumnKind::Count,
        .text = disksText,
        .sortKey =
            [](const InstanceRow &row) {
                return row.instance ? QVariant(static_cast<qint64>(row.instance->disks.size())) : QVariant();
            },
    },
    instanceSizeColumn<rowVirtual>("virtual-size", QT_TRANSLATE_NOOP("InstanceTreeModel", "Virtual size")),
    instanceSizeColumn<rowOwn>("own-size", QT_TRANSLATE_NOOP("InstanceTreeModel", "Own size")),
    instanceSizeColumn<rowWithBase>("size-with-base", QT_TRANSLATE_NOOP("InstanceTreeModel", "With base")),
    InstanceColumn{
        .id = "depth",
        .header = QT_TRANSLATE_NOOP("InstanceTreeModel", "Chain depth"),
        .kind = ColumnKind::Count,
        .alignment = instanceNumber,
        .text = [](const InstanceRow &row) { return countText(row.depth); },
        .sortKey = [](const InstanceRow &row) { return QVariant(row.depth); },
    },
    InstanceColumn{
        .id = "state",
        .header = QT_TRANSLATE_NOOP("InstanceTreeModel", "State"),
        .text = stateText,
        .toolTip =
            [](const InstanceRow &row) {
                return row.instance ? row.instance->problems.join(QLatin1Char('\n')) : QString();
            },
        .extra = [](const InstanceRow &row,
                     int role) { return role == SeverityRole ? severityValue(row.severity) : QVariant(); },
    },
};

} // namespace

InstanceTreeModel::InstanceTreeModel(QObject *parent)
    : RecordModel(parent)
{
}

void InstanceTreeModel::setEstate(const EstatePtr &estate)
{
    // The rows that go must be readable until the views have let go of them.
    const EstatePtr before = std::exchange(m_estate, estate);
    InstanceRows next = estate ? instanceRows(*estate) : InstanceRows();
    setRows(std::move(next.rows), next.parents);
}

int InstanceTreeModel::shownInstances() const
{
    int count = 0;
    for (const int slot : liveSlots())
        count += at(slot).instance && passesFilter(slot);
    return count;
}

int InstanceTreeModel::allInstances() const
{
    return m_estate ? static_cast<int>(m_estate->instances.size()) : 0;
}

Qt::ItemFlags InstanceTreeModel::flags(const QModelIndex &index) const
{
    const InstanceRow *const row = record(index);
    return row && row->instance ? RecordModel::flags(index) | Qt::ItemNeverHasChildren : RecordModel::flags(index);
}

std::span<const Column<InstanceRow>> InstanceTreeModel::columns() const
{
    return instanceColumns;
}

QVariant InstanceTreeModel::rowData(const InstanceRow &row, int role) const
{
    switch (role) {
    case KindRole:
        return row.kind == InstanceRow::Kind::Host   ? QStringLiteral("host")
            : row.kind == InstanceRow::Kind::Project ? QStringLiteral("project")
                                                     : QStringLiteral("instance");
    case PathRole: return row.instance ? QVariant(row.instance->path) : QVariant();
    default: return {};
    }
}

std::vector<FilterField> InstanceTreeModel::moreFields() const
{
    return {{"host", InstanceTreeText::tr("Host")}, {"project", InstanceTreeText::tr("Project")},
        {"path", InstanceTreeText::tr("Path")}, {"domain", InstanceTreeText::tr("Domain")},
        {"mac", InstanceTreeText::tr("MAC address")}};
}

InstanceTreeModel::MoreTexts InstanceTreeModel::moreTexts() const
{
    return [](const InstanceRow &row, std::vector<QString> &texts) {
        if (!row.instance)
            return;
        texts.insert(texts.end(), {row.host, row.project, plainText(row.instance->path)});
        if (const DomainFacts *const domain = domainOf(row))
            texts.insert(texts.end(), {domain->name, domain->macAddresses.join(QLatin1Char(' '))});
    };
}

} // namespace Fathom
