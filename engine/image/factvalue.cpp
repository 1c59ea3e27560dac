// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/factvalue.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Fathom {

namespace {

struct ToJson {
    QJsonValue operator()(std::monostate) const { return {}; }
    QJsonValue operator()(bool yes) const { return yes; }
    QJsonValue operator()(qint64 number) const { return number; }
    QJsonValue operator()(const QString &text) const { return text; }
    QJsonValue operator()(const FactValue::List &list) const
    {
        QJsonArray array;
        for (const FactValue &value : list)
            array.append(value.toJson());
        return array;
    }
    QJsonValue operator()(const FactValue::Members &members) const
    {
        QJsonObject object;
        for (const FactMember &member : members)
            object.insert(member.key, member.value.toJson());
        return object;
    }
};

} // namespace

qint64 FactValue::toInteger() const
{
    const qint64 *number = std::get_if<qint64>(&m_value);
    return number ? *number : 0;
}

QString FactValue::toString() const
{
    const QString *text = std::get_if<QString>(&m_value);
    return text ? *text : QString();
}

const FactValue::List &FactValue::list() const
{
    static const List none;
    const List *list = std::get_if<List>(&m_value);
    return list ? *list : none;
}

const FactValue *FactValue::member(QStringView key) const
{
    const Members *members = std::get_if<Members>(&m_value);
    return members ? findFact(*members, key) : nullptr;
}

QJsonValue FactValue::toJson() const
{
    return std::visit(ToJson(), m_value);
}

const FactValue *findFact(const FactValue::Members &members, QStringView key)
{
    const auto found = std::ranges::find(members, key, &FactMember::key);
    return found == members.end() ? nullptr : &found->value;
}

} // namespace Fathom
