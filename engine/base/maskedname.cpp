// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/maskedname.h"

#include "base/nativepath.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Fathom {

namespace {

constexpr QStringView maskMark = u"•••";

/// Words that make an option's name a secret's name, wherever they stand in it ("file.password-secret").
constexpr std::array secretParts{QLatin1StringView("password"), QLatin1StringView("passwd"),
    QLatin1StringView("passphrase"), QLatin1StringView("secret"), QLatin1StringView("token"),
    QLatin1StringView("signature"), QLatin1StringView("credential"), QLatin1StringView("apikey"),
    QLatin1StringView("cookie"), QLatin1StringView("keyvalue-pairs")};
/// Those that mean a secret only as the whole name, or as its last word ("account_key").
constexpr std::array secretWords{QLatin1StringView("key"), QLatin1StringView("pass"), QLatin1StringView("pwd"),
    QLatin1StringView("sig"), QLatin1StringView("auth")};

bool isSecretOption(QStringView option)
{
    const auto isPartOf = [&](QLatin1StringView part) { return option.contains(part, Qt::CaseInsensitive); };
    if (std::ranges::any_of(secretParts, isPartOf))
        return true;
    const auto isSeparator = [](QChar c) { return c == u'.' || c == u'-' || c == u'_'; };
    const auto last = std::find_if(option.rbegin(), option.rend(), isSeparator);
    const QStringView word = option.last(last - option.rbegin());
    return std::ranges::any_of(
        secretWords, [&](QLatin1StringView secret) { return word.compare(secret, Qt::CaseInsensitive) == 0; });
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

/// The position after what begins at from and ends at the first of ends that no backslash precedes.
qsizetype endOfValue(QStringView text, qsizetype from, QStringView ends)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (ends.contains(text[at]))
            return at;
    }
    return text.size();
}

qsizetype afterSpace(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

QString withoutJsonSecrets(QStringView text);

/// A string in JSON that holds JSON again, as a "filename" may.
QString withoutQuotedSecrets(QStringView string)
{
    QString inner = string.toString();
    inner.replace(QLatin1StringView("\\\""), QLatin1StringView("\""));
    return withoutJsonSecrets(inner).replace(QLatin1StringView("\""), QLatin1StringView("\\\""));
}

/// "key": "value" and "key": 1, in either kind of quotes, as qemu takes them. Whatever is no JSON is left alone.
QString withoutJsonSecrets(QStringView text)
{
    QString masked;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isQuote(text[at]))
            continue;
        const qsizetype end = endOfValue(text, at + 1, text.sliced(at, 1));
        const QStringView member = text.sliced(at + 1, end - at - 1);
        const qsizetype colon = afterSpace(text, end + 1);
        if (member.contains(QLatin1StringView("\\\""))) {
            masked += text.sliced(copied, at + 1 - copied);
            masked += withoutQuotedSecrets(member);
            copied = end;
        }
        at = end;
        if (colon >= text.size() || text[colon] != u':' || !isSecretOption(member))
            continue;
        const qsizetype value = afterSpace(text, colon + 1);
        if (value >= text.size() || text[value] == u'{' || text[value] == u'[')
            continue;
        const bool quoted = isQuote(text[value]);
        const qsizetype from = value + (quoted ? 1 : 0);
        const qsizetype to = quoted ? endOfValue(text, from, text.sliced(value, 1)) : endOfValue(text, from, u",}] ");
        masked += text.sliced(copied, from - copied);
        masked += maskMark;
        copied = to;
        at = quoted ? to : to - 1;
    }
    masked += text.sliced(copied);
    return masked;
}

/// Where the password of a URL's authority begins and ends. RFC 3986, 3.2.1; iSCSI's names have '%' for the colon.
struct PasswordSpan {
    qsizetype from;
    qsizetype to;
};
std::optional<PasswordSpan> passwordSpan(QStringView text, qsizetype authority, bool iscsi)
{
    const qsizetype end = endOfValue(text, authority, u"/?#\"' ");
    qsizetype at = text.first(end).lastIndexOf(u'@');
    const QChar separator = iscsi ? u'%' : u':';
    const qsizetype colon = text.indexOf(separator, authority);
    if (colon < 0 || colon >= end || text[authority] == u'[')
        return {};
    if (at < authority) {
        // A password with a slash in it, which should have been escaped, cannot be told from a path with an @ in it,
        // unless what follows the colon is a port.
        const QStringView port = text.sliced(colon + 1, end - colon - 1);
        if (std::ranges::all_of(port, [](QChar c) { return c.isDigit(); }))
            return {};
        const qsizetype rest = endOfValue(text, authority, u"\"' ");
        at = text.first(rest).lastIndexOf(u'@');
    }
    if (colon > at)
        return {};
    return PasswordSpan{colon + 1, at};
}

QString withoutUrlPasswords(QStringView text)
{
    QString masked;
    qsizetype copied = 0;
    for (qsizetype at = text.indexOf(u':'); at >= 0; at = text.indexOf(u':', at + 1)) {
        // JSON may write a slash as "\/".
        qsizetype authority = at + 1;
        int slashes = 0;
        for (; slashes < 2; ++slashes) {
            if (authority < text.size() && text[authority] == u'\\')
                ++authority;
            if (authority >= text.size() || text[authority] != u'/')
                break;
            ++authority;
        }
        if (slashes < 2 || authority >= text.size())
            continue;
        const bool iscsi = text.first(at).endsWith(u"iscsi") || text.first(at).endsWith(u"iser");
        const std::optional<PasswordSpan> span = passwordSpan(text, authority, iscsi);
        if (!span)
            continue;
        masked += text.sliced(copied, span->from - copied);
        masked += maskMark;
        copied = span->to;
        at = span->to;
    }
    masked += text.sliced(copied);
    return masked;
}

bool isOptionLetter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
}

/// What ends an option's value depends on what came before the option: ":key=…:", "?key=…&", ",key=…,".
QString optionEnds(QChar before, bool inJson)
{
    QString ends = before == u':'          ? QStringLiteral(":")
        : before == u',' || before == u';' ? QString(before)
                                           : QStringLiteral("&#;");
    if (inJson)
        ends += QStringLiteral("\"'");
    return ends;
}

QString withoutSecretOptions(QStringView text, bool inJson)
{
    QString masked;
    qsizetype copied = 0;
    for (qsizetype sign = text.indexOf(u'='); sign >= 0; sign = text.indexOf(u'=', sign + 1)) {
        qsizetype start = sign;
        while (start > copied && isOptionLetter(text[start - 1]))
            --start;
        const bool inPath = start > 0 && text[start - 1] == u'/';
        if (start == sign || inPath || !isSecretOption(text.sliced(start, sign - start)))
            continue;
        const QChar before = start > 0 ? text[start - 1] : QChar(u'&');
        const qsizetype end = endOfValue(text, sign + 1, optionEnds(before, inJson));
        masked += text.sliced(copied, sign + 1 - copied);
        masked += maskMark;
        copied = end;
        sign = end - 1;
    }
    masked += text.sliced(copied);
    return masked;
}

} // namespace

QString maskedName(QByteArrayView name)
{
    QString text = plainText(name);
    const bool json = text.contains(u'{');
    if (json)
        text = withoutJsonSecrets(text);
    if (text.contains(u'@'))
        text = withoutUrlPasswords(text);
    if (text.contains(u'='))
        text = withoutSecretOptions(text, json);
    return text;
}

} // namespace Fathom
