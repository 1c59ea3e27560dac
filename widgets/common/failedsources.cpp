// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/failedsources.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct FailureText {
    Q_DECLARE_TR_FUNCTIONS(FailedSources)
};

constexpr qsizetype mostReasons = 3;

QString titleOfFailure(SourceKind kind, bool refused)
{
    switch (kind) {
    case SourceKind::ImageStore:
        return refused ? FailureText::tr("You may not read the image store")
                       : FailureText::tr("The image store could not be read");
    case SourceKind::InstanceTree:
        return refused ? FailureText::tr("You may not read the instances directory")
                       : FailureText::tr("The instances directory could not be read");
    case SourceKind::DomainXml:
    case SourceKind::Configuration: break;
    }
    return refused ? FailureText::tr("You may not read it") : FailureText::tr("It could not be read");
}

/// The other witnesses: whoever is refused one may have the others.
QString readAllTheSame(const Estate &estate)
{
    QStringList read;
    for (const EstateSource &source : estate.sources)
        if (source.entries > 0 && source.health != SourceHealth::Failed)
            read << FailureText::tr("%1 (%n entries)", "a directory", static_cast<int>(source.entries))
                        .arg(plainText(source.path));
    return read.isEmpty() ? QString() : FailureText::tr("Read all the same: %1.").arg(read.join(QStringLiteral(", ")));
}

} // namespace

std::optional<FailedSources> failedSources(const Estate &estate, std::span<const SourceKind> kinds)
{
    std::optional<SourceKind> failed;
    bool refused = true;
    QStringList lines;
    for (const EstateSource &source : estate.sources) {
        if (source.health != SourceHealth::Failed || !std::ranges::contains(kinds, source.kind))
            continue;
        failed = failed.value_or(source.kind);
        for (const Error &problem : source.problems) {
            refused = refused && problem.kind == ErrorKind::NoPermission;
            if (lines.size() < mostReasons)
                lines << sentence(problem);
        }
    }
    if (!failed)
        return {};
    refused = refused && !lines.isEmpty();
    if (const QString rest = readAllTheSame(estate); !rest.isEmpty())
        lines << rest;
    return FailedSources{.icon = refused ? QStringLiteral("lock") : QStringLiteral("broken"),
        .title = titleOfFailure(*failed, refused),
        .text = lines.join(QStringLiteral("\n\n"))};
}

} // namespace Fathom
