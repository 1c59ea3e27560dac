// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterquery.h"

#include "base/bytes.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace Fathom {

namespace {

struct FilterQueryText {
    Q_DECLARE_TR_FUNCTIONS(FilterQuery)
};

constexpr double endless = std::numeric_limits<double>::infinity();

/// One word as it was typed; what stood in quotes has no meaning but itself.
struct TypedWord {
    bool negated = false;
    QString field; ///< before the first colon outside of quotes
    QString comparison; ///< "", "=", ">", ">=", "<", "<="
    QString value;
    QString whole; ///< without the sign of negation, and without quotes
    bool quoted = false; ///< there were quotes, so that even an empty value is meant
};

/// Numbers from low to below high.
struct Range {
    double low;
    double high;
};

QString takeComparison(QString &value)
{
    for (const QLatin1StringView sign : {QLatin1StringView(">="), QLatin1StringView("<="), QLatin1StringView("="),
             QLatin1StringView(">"), QLatin1StringView("<")})
        if (value.startsWith(sign)) {
            value.remove(0, sign.size());
            return sign;
        }
    return {};
}

std::vector<TypedWord> typedWords(const QString &typed)
{
    std::vector<TypedWord> words;
    qsizetype at = 0;
    while (at < typed.size()) {
        if (typed[at].isSpace()) {
            ++at;
            continue;
        }
        TypedWord word;
        if ((typed[at] == u'-' || typed[at] == u'!') && at + 1 < typed.size() && !typed[at + 1].isSpace()) {
            word.negated = true;
            ++at;
        }
        bool inQuotes = false;
        bool hasField = false;
        bool valueIsQuoted = false;
        for (; at < typed.size() && (inQuotes || !typed[at].isSpace()); ++at) {
            const QChar c = typed[at];
            if (c == u'"') {
                inQuotes = !inQuotes;
                word.quoted = true;
                valueIsQuoted = valueIsQuoted || word.value.isEmpty();
                continue;
            }
            word.whole += c;
            if (c == u':' && !hasField && !word.quoted) {
                hasField = true;
                word.field = std::exchange(word.value, {});
                valueIsQuoted = false;
                continue;
            }
            word.value += c;
            // The sign of a comparison comes before its quotes: name:="a b".
            if (hasField && !valueIsQuoted && word.value.size() <= 2 && word.comparison.isEmpty() &&
                (at + 1 == typed.size() || typed[at + 1] != u'='))
                word.comparison = takeComparison(word.value);
        }
        words.push_back(word);
    }
    return words;
}

int fieldNamed(const QString &name, const std::vector<FilterField> &fields)
{
    const QString word = fieldWord(name);
    if (word.isEmpty())
        return -1;
    const auto find = [&](auto matches) {
        const auto found = std::ranges::find_if(fields, matches);
        return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
    };
    const QByteArray id = word.toUtf8();
    int field = find([&](const FilterField &each) { return each.id == id || fieldWord(each.header) == word; });
    if (field < 0 && word.size() >= 2)
        field = find(
            [&](const FilterField &each) { return each.id.startsWith(id) || fieldWord(each.header).startsWith(word); });
    return field;
}

std::optional<Range> timeRange(const QString &value)
{
    struct Form {
        QLatin1StringView pattern;
        QDateTime (*next)(const QDateTime &);
    };
    static constexpr std::array forms{
        Form{QLatin1StringView("yyyy"), [](const QDateTime &time) { return time.addYears(1); }},
        Form{QLatin1StringView("yyyy-MM"), [](const QDateTime &time) { return time.addMonths(1); }},
        Form{QLatin1StringView("yyyy-MM-dd"), [](const QDateTime &time) { return time.addDays(1); }},
        Form{QLatin1StringView("yyyy-MM-dd HH:mm"), [](const QDateTime &time) { return time.addSecs(60); }},
        Form{QLatin1StringView("yyyy-MM-ddTHH:mm"), [](const QDateTime &time) { return time.addSecs(60); }},
    };
    for (const Form &form : forms) {
        const QDateTime from = QDateTime::fromString(value, QString(form.pattern));
        if (from.isValid() && value.size() == form.pattern.size())
            return Range{
                static_cast<double>(from.toSecsSinceEpoch()), static_cast<double>(form.next(from).toSecsSinceEpoch())};
    }
    return {};
}

std::optional<Range> rangeOf(const QString &value, ColumnKind kind)
{
    bool ok = false;
    switch (kind) {
    case ColumnKind::Text: return {};
    case ColumnKind::Time: return timeRange(value);
    case ColumnKind::Bytes: {
        const std::optional<qint64> bytes = parseBytes(value);
        if (!bytes)
            return {};
        return Range{static_cast<double>(*bytes), std::nextafter(static_cast<double>(*bytes), endless)};
    }
    case ColumnKind::Count: {
        const double count = value.toDouble(&ok);
        return ok ? std::optional(Range{count, std::nextafter(count, endless)}) : std::nullopt;
    }
    case ColumnKind::Share: {
        QString number = value;
        if (number.endsWith(u'%'))
            number.chop(1);
        const double share = number.trimmed().toDouble(&ok) / 100;
        return ok ? std::optional(Range{share, std::nextafter(share, endless)}) : std::nullopt;
    }
    }
    return {};
}

Range compared(const Range &range, const QString &comparison)
{
    if (comparison == u">")
        return {range.high, endless};
    if (comparison == u">=")
        return {range.low, endless};
    if (comparison == u"<")
        return {-endless, range.low};
    if (comparison == u"<=")
        return {-endless, range.high};
    return range;
}

QString wrongValue(const QString &value, const FilterField &field)
{
    switch (field.kind) {
    case ColumnKind::Text:
        return FilterQueryText::tr("“%1” holds no numbers that could be compared.").arg(field.header);
    case ColumnKind::Bytes: return FilterQueryText::tr("“%1” is no size; write 50G, 1.5T or 4096.").arg(value);
    case ColumnKind::Count: return FilterQueryText::tr("“%1” is no number.").arg(value);
    case ColumnKind::Share: return FilterQueryText::tr("“%1” is no share; write 80%.").arg(value);
    case ColumnKind::Time:
        return FilterQueryText::tr("“%1” is no date; write 2024, 2024-05, 2024-05-12 or 2024-05-12T10:33.").arg(value);
    }
    return {};
}

/// Whether somebody may have meant a field: addresses and paths have colons, too.
bool looksLikeField(const QString &word)
{
    const auto isLetter = [](QChar c) { return c.isLetter() || c == u'-'; };
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f'); };
    return word.size() >= 3 && std::ranges::all_of(word, isLetter) && !std::ranges::all_of(word, isHex);
}

QByteArray foldedText(const QString &text)
{
    return text.toLower().toUtf8();
}

void addTerm(FilterQuery &query, const TypedWord &word, const std::vector<FilterField> &fields)
{
    const int number = fieldNamed(word.field, fields);
    if (number < 0) {
        if (word.whole.isEmpty())
            return;
        if (looksLikeField(word.field) && !word.value.isEmpty())
            query.problem =
                FilterQueryText::tr("There is no column “%1”; the word is looked for as it stands.").arg(word.field);
        query.terms.push_back({.negated = word.negated, .text = foldedText(word.whole)});
        return;
    }
    if (word.value.isEmpty() && !word.quoted)
        return; // still being typed
    const FilterField &field = fields[static_cast<std::size_t>(number)];
    const std::optional<Range> range =
        word.quoted && field.kind != ColumnKind::Time ? std::nullopt : rangeOf(word.value, field.kind);
    if (range) {
        const Range asked = compared(*range, word.comparison);
        query.terms.push_back({.test = FilterTerm::Test::Within,
            .negated = word.negated,
            .field = number,
            .low = asked.low,
            .high = asked.high});
    } else if (word.comparison.isEmpty() || word.comparison == u"=") {
        query.terms.push_back(
            {.test = word.comparison.isEmpty() ? FilterTerm::Test::Contains : FilterTerm::Test::Equals,
                .negated = word.negated,
                .field = number,
                .text = foldedText(word.value)});
    } else {
        query.problem = wrongValue(word.value, field);
    }
}

} // namespace

QString fieldWord(const QString &header)
{
    return header.simplified().toLower().replace(u' ', u'-');
}

FilterQuery parseFilter(const QString &typed, const std::vector<FilterField> &fields)
{
    FilterQuery query;
    for (const TypedWord &word : typedWords(typed))
        addTerm(query, word, fields);
    return query;
}

} // namespace Fathom
