// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtablemodel.h"

#include <array>

namespace Fathom::Tests {

/// The smallest record that has all a column can ask for.
struct Thing {
    QString key;
    QString name;
    std::optional<qint64> number;
};

inline constexpr std::array thingColumns{
    Column<Thing>{.id = "name", .header = "Name", .text = [](const Thing &thing) { return thing.name; }},
    Column<Thing>{.id = "number",
        .header = "Number",
        .kind = ColumnKind::Count,
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .text = [](const Thing &thing) { return thing.number ? QString::number(*thing.number) : QStringLiteral("—"); },
        .sortKey = [](const Thing &thing) { return thing.number ? QVariant(*thing.number) : QVariant(); },
        .toolTip = [](const Thing &thing) { return thing.number ? QStringLiteral("exactly") : QString(); },
        .extra = [](const Thing &thing,
                     int role) { return role == BytesRole && thing.number ? QVariant(*thing.number) : QVariant(); }},
};

class ThingTable final : public RecordTableModel<Thing> {
public:
    using RecordTableModel::RecordTableModel;

protected:
    QString key(const Thing &thing) const override { return thing.key; }
    std::span<const Column<Thing>> columns() const override { return thingColumns; }
    const char *context() const override { return "ThingTable"; }
};

class ThingTree final : public RecordModel<Thing, KeyedModel> {
public:
    explicit ThingTree(KeyedModel::FilterScope scope)
        : m_scope(scope)
    {
    }

    using RecordModel::setRows;
    using Scope = KeyedModel::FilterScope;

protected:
    QString key(const Thing &thing) const override { return thing.key; }
    std::span<const Column<Thing>> columns() const override { return thingColumns; }
    const char *context() const override { return "ThingTree"; }
    FilterScope filterScope() const override { return m_scope; }

private:
    FilterScope m_scope;
};

} // namespace Fathom::Tests
