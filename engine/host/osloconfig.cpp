// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/osloconfig.h"

#include "host/smallfile.h"

#include <QCoreApplication>

#include <optional>

namespace Fathom {

namespace {

struct OsloConfigText {
    Q_DECLARE_TR_FUNCTIONS(OsloConfig)
};

// A nova.conf with every option and its explanation is half a MiB.
constexpr qint64 configLimitBytes = 4 * 1024 * 1024;
constexpr qsizetype mostSections = 4096;
constexpr qsizetype mostKeptOptions = 4096;
constexpr qsizetype longestValue = 64 * 1024;

/// Reads line by line as oslo.config does; keeps an option only when it is wanted, and of all others nothing but
/// whether a continuation line may follow.
class OsloConfigParser {
public:
    OsloConfigParser(const QString &subject, const std::function<bool(const QString &, const QString &)> &wanted)
        : m_subject(subject)
        , m_wanted(wanted)
    {
    }

    Result<OsloConfig> parse(QByteArrayView text)
    {
        if (text.startsWith("\xef\xbb\xbf"))
            text = text.sliced(3);
        while (!text.isEmpty()) {
            const qsizetype end = text.indexOf('\n');
            const QByteArrayView line = end < 0 ? text : text.first(end);
            ++m_lineNumber;
            if (const std::optional<QString> complaint = readLine(line))
                return std::unexpected(malformedLine(*complaint));
            text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        }
        finishOption();
        return std::move(m_config);
    }

private:
    std::optional<QString> readLine(QByteArrayView line)
    {
        const bool indented = line.startsWith(' ') || line.startsWith('\t');
        const QByteArrayView content = line.trimmed();
        if (content.isEmpty()) {
            finishOption();
            return {};
        }
        if (indented) {
            if (!m_inOption)
                return OsloConfigText::tr("it is indented, but there is no option that it could continue");
            if (m_kept)
                m_value += u'\n' + QString::fromUtf8(content);
            return m_value.size() > longestValue ? std::optional(OsloConfigText::tr("the option is too long"))
                                                 : std::nullopt;
        }
        finishOption();
        switch (content.front()) {
        case '#':
        case ';': return {};
        case '[': return readSection(content);
        default: return readOption(content);
        }
    }

    std::optional<QString> readSection(QByteArrayView content)
    {
        if (!content.endsWith(']'))
            return OsloConfigText::tr("a section's name does not end with “]”");
        if (content.size() <= 2)
            return OsloConfigText::tr("a section has no name");
        m_section = QString::fromUtf8(content.sliced(1, content.size() - 2));
        if (m_section.compare(QLatin1StringView("DEFAULT"), Qt::CaseInsensitive) == 0)
            m_section = QStringLiteral("DEFAULT");
        if (!m_config.sectionNames.contains(m_section))
            m_config.sectionNames.append(m_section);
        if (m_config.sectionNames.size() > mostSections)
            return OsloConfigText::tr("there are more sections than any service has");
        return {};
    }

    std::optional<QString> readOption(QByteArrayView content)
    {
        const qsizetype equal = content.indexOf('=');
        const qsizetype colon = content.indexOf(':');
        const qsizetype separator = equal < 0 ? colon : colon < 0 ? equal : qMin(equal, colon);
        if (separator < 0)
            return OsloConfigText::tr("it is neither a section nor an option (“=” or “:” is missing)");
        const QByteArrayView key = content.first(separator).trimmed();
        if (key.isEmpty())
            return OsloConfigText::tr("an option has no name");
        m_inOption = true;
        m_key = QString::fromUtf8(key);
        m_kept = m_wanted(m_section, m_key);
        if (!m_kept)
            return {};
        if (++m_keptCount > mostKeptOptions)
            return OsloConfigText::tr("options are repeated more often than any service needs");
        if (content.size() > longestValue)
            return OsloConfigText::tr("the option is too long");
        QByteArrayView value = content.sliced(separator + 1).trimmed();
        if (value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\''))
            value = value.sliced(1, value.size() - 2);
        m_value = QString::fromUtf8(value);
        return {};
    }

    void finishOption()
    {
        if (m_inOption && m_kept)
            m_config.sections[m_section][m_key].append(m_value);
        m_inOption = false;
        m_kept = false;
        m_value.clear();
    }

    /// Tells the number of the line and never its text, which may be a password that went astray.
    Error malformedLine(const QString &complaint) const
    {
        return {.kind = ErrorKind::Malformed,
            .action = OsloConfigText::tr("read the configuration"),
            .subject = m_subject,
            .reason = OsloConfigText::tr("line %1: %2").arg(m_lineNumber).arg(complaint),
            .hint = OsloConfigText::tr("The services refuse such a file too: mend the line, or name the directories "
                                       "themselves")};
    }

    QString m_subject;
    const std::function<bool(const QString &, const QString &)> &m_wanted;
    OsloConfig m_config;
    QString m_section = QStringLiteral("DEFAULT");
    QString m_key;
    QString m_value;
    bool m_inOption = false;
    bool m_kept = false;
    qsizetype m_keptCount = 0;
    int m_lineNumber = 0;
};

bool isNameCharacter(QChar c, bool first)
{
    return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
        (!first && (c == u'.' || (c >= u'0' && c <= u'9')));
}

/// What $name stands for; group.option names another section's option.
std::optional<QString> meaningOfName(
    const QString &name, const OsloConfig &config, const QMap<QString, QString> &defaults)
{
    const qsizetype dot = name.indexOf(u'.');
    const QString section = dot < 0 ? QStringLiteral("DEFAULT") : name.first(dot);
    const QStringList values = config.values(section, name.sliced(dot + 1));
    if (!values.isEmpty())
        return values.back();
    const auto known = defaults.constFind(name);
    return known == defaults.constEnd() ? std::nullopt : std::optional(*known);
}

// Names that lead in a circle, or that multiply, end here; the text is no longer than a path may be.
constexpr int deepestExpansion = 8;
constexpr int mostExpansions = 200;
constexpr qsizetype longestExpansion = 4096;

QString expanded(
    const QString &value, const OsloConfig &config, const QMap<QString, QString> &defaults, int depth, int &expansions)
{
    QString result;
    for (qsizetype at = 0; at < value.size() && result.size() < longestExpansion;) {
        const QStringView rest = QStringView(value).sliced(at);
        if (rest.startsWith(QLatin1StringView("$$")) || rest.startsWith(QLatin1StringView("\\$"))) {
            result += u'$';
            at += 2;
            continue;
        }
        const bool braced = rest.startsWith(QLatin1StringView("${"));
        const qsizetype begin = at + (braced ? 2 : 1);
        qsizetype end = begin;
        if (rest.front() == u'$')
            while (end < value.size() && isNameCharacter(value[end], end == begin))
                ++end;
        const bool closed = !braced || (end < value.size() && value[end] == u'}');
        if (rest.front() != u'$' || end == begin || !closed) {
            result += value[at++];
            continue;
        }
        const qsizetype next = end + (braced ? 1 : 0);
        const std::optional<QString> meaning = meaningOfName(value.sliced(begin, end - begin), config, defaults);
        if (meaning && depth < deepestExpansion && ++expansions <= mostExpansions)
            result += expanded(*meaning, config, defaults, depth + 1, expansions);
        else
            result += value.sliced(at, next - at);
        at = next;
    }
    return result;
}

} // namespace

QString OsloConfig::value(const QString &section, const QString &key, const QString &otherwise) const
{
    const QStringList all = values(section, key);
    return all.isEmpty() ? otherwise : all.back();
}

QStringList OsloConfig::values(const QString &section, const QString &key) const
{
    return sections.value(section).value(key);
}

Result<OsloConfig> readOsloConfig(
    const NativePath &path, const std::function<bool(const QString &section, const QString &key)> &wanted)
{
    const Result<QByteArray> text = readSmallFile(
        path, configLimitBytes, [] { return OsloConfigText::tr("the configuration"); }, BoundedFile::Links::Follow);
    if (!text)
        return std::unexpected(text.error());
    return parseOsloConfig(*text, plainText(path), wanted);
}

Result<OsloConfig> parseOsloConfig(const QByteArray &text, const QString &subject,
    const std::function<bool(const QString &section, const QString &key)> &wanted)
{
    return OsloConfigParser(subject, wanted).parse(text);
}

QString expandOption(const QString &value, const OsloConfig &config, const QMap<QString, QString> &defaults)
{
    int expansions = 0;
    return expanded(value, config, defaults, 0, expansions);
}

} // namespace Fathom
