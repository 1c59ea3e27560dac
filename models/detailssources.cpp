// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who said what the details tell, and when.
#include "models/cells.h"
#include "models/detailsparts.h"
#include "models/directorymodel.h"

namespace Fathom {

namespace {

struct SourceDetailText {
    Q_DECLARE_TR_FUNCTIONS(Details)
};

QString witnessText(SourceKind kind)
{
    switch (kind) {
    case SourceKind::ImageStore: return SourceDetailText::tr("Image store");
    case SourceKind::InstanceTree: return SourceDetailText::tr("Instances directory");
    case SourceKind::DomainXml: return SourceDetailText::tr("Domain XML");
    case SourceKind::Configuration: break;
    }
    return SourceDetailText::tr("Configuration");
}

QString testimonyText(const EstateSource &source)
{
    const QString path = plainText(source.path);
    if (source.readAtSeconds == 0)
        return SourceDetailText::tr("%1, being read", "a directory").arg(path);
    const QString time = timeText(source.readAtSeconds);
    switch (source.health) {
    case SourceHealth::Partial:
        return SourceDetailText::tr("%1, read in part, %2", "a directory, when").arg(path, time);
    case SourceHealth::Failed: return SourceDetailText::tr("%1, not readable, %2", "a directory, when").arg(path, time);
    default: return SourceDetailText::tr("%1, read %2", "a directory, when").arg(path, time);
    }
}

Severity severityOfSource(SourceHealth health)
{
    return health == SourceHealth::Failed ? Severity::Broken
        : health == SourceHealth::Partial ? Severity::Warning
                                          : Severity::None;
}

} // namespace

void addSource(DetailSection &section, const EstateSource &source)
{
    QStringList problems;
    for (const Error &problem : source.problems)
        problems.append(sentence(problem));
    section.lines.push_back({.label = witnessText(source.kind),
        .value = testimonyText(source),
        .exact = problems.mid(0, 5).join(QLatin1Char('\n')),
        .linkKey = pathKey(source.path),
        .severity = severityOfSource(source.health)});
}

DetailSection sourcesSection(const Estate &estate, const NativePath &path, const QString &domainSource)
{
    DetailSection section{.title = SourceDetailText::tr("Known from")};
    for (const EstateSource &source : estate.sources) {
        const QString directory = plainText(source.path) + QLatin1Char('/');
        const bool toldOfDomain = source.kind == SourceKind::DomainXml && domainSource.startsWith(directory);
        if (toldOfDomain || (source.kind != SourceKind::Configuration && isBelow(path, source.path)))
            addSource(section, source);
    }
    return section;
}

DetailSection sourcesOfHost(const Estate &estate, const QString &host)
{
    DetailSection section{.title = SourceDetailText::tr("Known from")};
    for (const EstateSource &source : estate.sources)
        if (source.kind == SourceKind::InstanceTree && estate.hostOfTree.value(source.path) == host)
            addSource(section, source);
    return section;
}

} // namespace Fathom
