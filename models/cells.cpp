// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cells.h"

#include "base/ownernames.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Fathom {

namespace {

struct CellText {
    Q_DECLARE_TR_FUNCTIONS(Cells)
};

} // namespace

QString unknownText()
{
    return QStringLiteral("—");
}

QVariant known(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant();
}

QString exactText(const std::optional<qint64> &bytes)
{
    return bytes ? exactBytes(*bytes) : QString();
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString percentText(double ratio)
{
    const double percent = ratio * 100;
    // A little is not nothing.
    if (percent > 0 && percent < 0.05)
        return CellText::tr("< %1 %").arg(QLocale().toString(0.1, 'f', 1));
    //: A share; %1 is a number.
    return CellText::tr("%1 %").arg(QLocale().toString(percent, 'f', percent > 0 && percent < 10 ? 1 : 0));
}

QString timeText(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString ownerText(const FileFacts &facts)
{
    return knownOwnerName(facts.uid) + QLatin1Char(':') + knownGroupName(facts.gid);
}

std::optional<qint64> allocatedBytes(const std::optional<FileFacts> &facts)
{
    return facts ? std::optional(facts->allocatedBytes) : std::nullopt;
}

std::optional<qint64> lengthBytes(const std::optional<FileFacts> &facts)
{
    return facts ? std::optional(facts->lengthBytes) : std::nullopt;
}

std::optional<qint64> virtualBytes(const ImageInfoPtr &info)
{
    return info ? std::optional(info->virtualSizeBytes) : std::nullopt;
}

QString formatText(const ImageInfoPtr &info)
{
    if (!info)
        return unknownText();
    const QString id = QString::fromLatin1(formatTraits(info->format).id);
    return info->content.isEmpty() || info->content == id ? id : QStringLiteral("%1 (%2)").arg(id, info->content);
}

QString safetyText(const ImageInfoPtr &info)
{
    if (!info)
        return unknownText();
    return info->safe() ? CellText::tr("safe")
                        : CellText::tr("%n rule(s) broken", nullptr, static_cast<int>(info->violations.size()));
}

QString safetyReasons(const ImageInfoPtr &info)
{
    QStringList reasons;
    if (info)
        for (const SafetyViolation &violation : info->violations)
            reasons.append(violation.reason);
    return reasons.join(QLatin1Char('\n'));
}

Severity safetySeverity(const ImageInfoPtr &info)
{
    return info && !info->safe() ? Severity::Warning : Severity::None;
}

Severity severityOf(InstanceState state)
{
    switch (state) {
    case InstanceState::Sound: return Severity::None;
    case InstanceState::Resizing:
    case InstanceState::Deleting:
    case InstanceState::NoDisks: return Severity::Note;
    case InstanceState::NotOpened:
    case InstanceState::Outside: return Severity::Warning;
    case InstanceState::BrokenChain:
    case InstanceState::Unreadable: return Severity::Broken;
    }
    return Severity::None;
}

Severity severityOf(LinkState state)
{
    switch (state) {
    case LinkState::Whole: return Severity::None;
    case LinkState::NotOpened:
    case LinkState::Outside: return Severity::Warning;
    case LinkState::Missing:
    case LinkState::Unreadable:
    case LinkState::Malformed:
    case LinkState::Cyclic:
    case LinkState::TooDeep: return Severity::Broken;
    }
    return Severity::None;
}

QVariant severityValue(Severity severity)
{
    return static_cast<int>(severity);
}

} // namespace Fathom
