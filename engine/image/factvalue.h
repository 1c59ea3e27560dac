// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <concepts>
#include <variant>
#include <vector>

namespace Fathom {

struct FactMember;

/// What one detail of an image says: nothing, yes or no, a whole number, a text, or a list or group of further details.
/// Of ten thousand images nobody looks at more than a few, so that this is made to be filled quickly; a QJsonValue
/// takes several allocations for each text. It becomes one, with the members in the order of their keys, through
/// toJson().
class FactValue {
public:
    using List = std::vector<FactValue>;
    using Members = std::vector<FactMember>;

    FactValue();
    FactValue(const FactValue &other);
    FactValue(FactValue &&other) noexcept;
    FactValue &operator=(const FactValue &other);
    FactValue &operator=(FactValue &&other) noexcept;
    ~FactValue();
    FactValue(std::same_as<bool> auto yes)
        : FactValue(Truth{yes})
    {
    }
    FactValue(std::integral auto number)
        requires(!std::same_as<decltype(number), bool> &&
            (sizeof number < sizeof(qint64) || std::signed_integral<decltype(number)>))
        : FactValue(Number{number})
    {
    }
    FactValue(QString text);
    FactValue(QLatin1StringView text);
    FactValue(List list);
    FactValue(Members members);
    FactValue(const char *) = delete;

    qint64 toInteger() const; ///< 0 where it is no number
    QString toString() const; ///< empty where it is no text
    const List &list() const; ///< empty where it is none
    const FactValue *member(QStringView key) const; ///< null where there is none of that name

    QJsonValue toJson() const;

private:
    // What is made of a template's argument is made where all of this is known, too.
    struct Truth {
        bool value;
    };
    struct Number {
        qint64 value;
    };
    explicit FactValue(Truth truth);
    explicit FactValue(Number number);

    std::variant<std::monostate, bool, qint64, QString, List, Members> m_value;
};

/// A detail in a group of them.
struct FactMember {
    QString key;
    FactValue value;
};

inline FactValue::FactValue() = default;
inline FactValue::FactValue(const FactValue &other) = default;
inline FactValue::FactValue(FactValue &&other) noexcept = default;
inline FactValue &FactValue::operator=(const FactValue &other) = default;
inline FactValue &FactValue::operator=(FactValue &&other) noexcept = default;
inline FactValue::~FactValue() = default;

inline FactValue::FactValue(Truth truth)
    : m_value(truth.value)
{
}

inline FactValue::FactValue(Number number)
    : m_value(number.value)
{
}

inline FactValue::FactValue(QString text)
    : m_value(std::move(text))
{
}

inline FactValue::FactValue(QLatin1StringView text)
    : m_value(QString(text))
{
}

inline FactValue::FactValue(List list)
    : m_value(std::move(list))
{
}

inline FactValue::FactValue(Members members)
    : m_value(std::move(members))
{
}

/// Null where there is none of that name.
const FactValue *findFact(const FactValue::Members &members, QStringView key);

} // namespace Fathom
