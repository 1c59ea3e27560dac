// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailsparts.h"

#include "base/maskedname.h"
#include "image/imagefacts.h"
#include "models/cells.h"
#include "models/directorymodel.h"

#include <QDateTime>

namespace Fathom {

namespace {

struct PartText {
    Q_DECLARE_TR_FUNCTIONS(Details)
};

/// Nobody reads longer lists in a pane; the pages show them whole.
constexpr std::size_t mostUsers = 200;

} // namespace

void addLine(DetailSection &section, const QString &label, const QString &value, const QString &exact)
{
    if (!value.isEmpty())
        section.lines.push_back({.label = label, .value = value, .exact = exact});
}

void addLink(
    DetailSection &section, const QString &label, const QString &value, const QString &linkKey, const QString &exact)
{
    section.lines.push_back({.label = label, .value = value, .exact = exact, .linkKey = linkKey});
}

void addBytes(DetailSection &section, const QString &label, const std::optional<qint64> &bytes)
{
    addLine(section, label, formatBytes(bytes), exactText(bytes));
}

void addProblem(DetailSection &section, const QString &label, const QString &sentence, Severity severity)
{
    section.lines.push_back({.label = label, .value = sentence, .severity = severity});
}

void addSection(Details &details, DetailSection section)
{
    if (!section.lines.empty())
        details.sections.push_back(std::move(section));
}

DetailSection fileSection(const NativePath &path, const std::optional<FileFacts> &facts, bool withSizes)
{
    DetailSection section{.title = PartText::tr("File")};
    addLink(section, PartText::tr("Path"), plainText(path), pathKey(path));
    if (!facts)
        return section;
    if (facts->kind == FileKind::Directory)
        section.title = PartText::tr("Directory");
    else if (facts->kind != FileKind::Regular)
        addLine(section, PartText::tr("Kind"), fileKindText(facts->kind));
    if (withSizes && facts->kind == FileKind::Regular) {
        addBytes(section, PartText::tr("Disk size"), facts->allocatedBytes);
        addBytes(section, PartText::tr("File length"), facts->lengthBytes);
    }
    addLine(section, PartText::tr("Owner"), ownerText(*facts), QStringLiteral("%1:%2").arg(facts->uid).arg(facts->gid));
    addLine(section, PartText::tr("Mode"), modeText(facts->mode), QString::number(facts->mode & 07777, 8));
    addLine(section, PartText::tr("Modified"), timeText(facts->modifiedSeconds), ageText(facts->modifiedSeconds));
    if (facts->links > 1 && facts->kind == FileKind::Regular)
        addLine(section, PartText::tr("Hard links"), countText(static_cast<qint64>(facts->links)));
    return section;
}

DetailSection formatSection(const ImageInfoPtr &info, const Rare<Error> &error)
{
    DetailSection section{.title = PartText::tr("Format")};
    if (error)
        addProblem(section, PartText::tr("Unreadable"), sentence(*error), Severity::Broken);
    if (info)
        for (const FactText &fact : imageFactTexts(*info))
            section.lines.push_back(
                {.label = fact.label, .value = fact.value, .exact = fact.exact, .depth = fact.depth});
    return section;
}

DetailSection safetySection(const ImageInfoPtr &info)
{
    DetailSection section{.title = PartText::tr("Safety")};
    if (!info)
        return section;
    if (info->safe())
        addLine(section, PartText::tr("Verdict"), PartText::tr("breaks no rule"));
    for (const SafetyViolation &violation : info->violations)
        addProblem(section, violation.rule, violation.reason, Severity::Warning);
    return section;
}

DetailSection usersSection(const Estate &estate, const std::vector<QString> &instanceKeys)
{
    DetailSection section{.title = PartText::tr("Used by")};
    if (instanceKeys.empty())
        addLine(section, PartText::tr("Instances"), PartText::tr("none that was found"));
    for (const QString &key : instanceKeys) {
        if (section.lines.size() == mostUsers) {
            addLine(
                section, {}, PartText::tr("… and %n more", nullptr, static_cast<int>(instanceKeys.size() - mostUsers)));
            break;
        }
        const EstateInstance *const instance = estate.instance(key);
        if (instance)
            addLink(section, instance->host, instance->displayName(), key, instance->uuid);
    }
    return section;
}

DetailSection diskSection(const Estate &estate, const EstateDisk &disk)
{
    DetailSection section{.title = //: A disk of an instance: what it is for, and its file's name.
        PartText::tr("Disk: %1 (%2)").arg(entryTitle(disk.meaning), plainText(fileName(disk.path)))};
    addLine(section, PartText::tr("Declared format"), disk.declaredFormat);
    addBytes(section, PartText::tr("Virtual size"), disk.chain.virtualSizeBytes());
    addBytes(section, PartText::tr("Disk size, all layers"), disk.chain.allocatedBytes());
    int depth = 0;
    for (const ChainLayer &layer : disk.chain.layers) {
        const QString name = layer.path.isEmpty() ? maskedName(layer.reference.text) : plainText(fileName(layer.path));
        //: A layer of a disk: its file, its format, its size on the disk.
        QString value =
            PartText::tr("%1 – %2, %3").arg(name, formatText(layer.info), formatBytes(allocatedBytes(layer.facts)));
        if (layer.state != LinkState::Whole)
            value = PartText::tr("%1 – %2", "a layer and its state").arg(name, linkStateText(layer.state));
        section.lines.push_back({
            .label = depth == 0 ? PartText::tr("Top layer") : PartText::tr("stands on"),
            .value = value,
            .exact = layer.error ? sentence(*layer.error)
                                 : maskedName(layer.path.isEmpty() ? layer.reference.text : layer.path),
            .linkKey = layer.path.isEmpty() ? QString() : linkOfFile(estate, layer.path),
            .severity = severityOf(layer.state),
            .depth = depth,
        });
        ++depth;
    }
    if (const EstateImage *const image = estate.image(disk.imageKey))
        section.lines.push_back({.label = PartText::tr("made from image"),
            .value = image->uuid.isEmpty() ? plainText(fileName(image->path)) : image->uuid,
            .exact = plainText(image->path),
            .linkKey = image->key,
            .depth = depth});
    return section;
}

QString linkOfFile(const Estate &estate, const NativePath &path)
{
    if (estate.base(baseKey(path)))
        return baseKey(path);
    return estate.image(imageKey(path)) ? imageKey(path) : pathKey(path);
}

QString ageText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 age = QDateTime::currentSecsSinceEpoch() - seconds;
    if (age < 0)
        return PartText::tr("in the future");
    if (age < minute)
        return PartText::tr("just now");
    if (age < hour)
        return PartText::tr("%n minute(s) ago", nullptr, static_cast<int>(age / minute));
    if (age < 2 * day)
        return PartText::tr("%n hour(s) ago", nullptr, static_cast<int>(age / hour));
    return PartText::tr("%n day(s) ago", nullptr, static_cast<int>(age / day));
}

} // namespace Fathom
