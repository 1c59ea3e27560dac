// SPDX-License-Identifier: GPL-3.0-or-later
//
// Details of what lies in quarantine.
#include "models/cells.h"
#include "models/detailsparts.h"

namespace Fathom {

namespace {

struct QuarantineText {
    Q_DECLARE_TR_FUNCTIONS(Details)
};

void addLines(Details &details, const QString &title, const QStringList &texts, Severity severity = Severity::None)
{
    DetailSection section{.title = title, .lines = {}};
    for (const QString &text : texts)
        section.lines.push_back({.label = {}, .value = text, .severity = severity});
    addSection(details, std::move(section));
}

} // namespace

Details quarantineDetails(const Estate &estate, const EstateQuarantined &quarantined)
{
    const QuarantinedThing &thing = quarantined.thing;
    Details details{.title = plainText(fileName(thing.original)),
        .subtitle = thing.manifest.isDirectory ? QuarantineText::tr("Directory in quarantine")
                                               : QuarantineText::tr("File in quarantine"),
        .kind = QStringLiteral("quarantine")};
    DetailSection section{.title = QuarantineText::tr("Quarantine")};
    addLine(section, QuarantineText::tr("Was"), plainText(thing.original));
    addLine(section, QuarantineText::tr("Lies in"), plainText(thing.entry));
    addBytes(section, QuarantineText::tr("Disk size"), thing.manifest.allocatedBytes);
    addLine(section, QuarantineText::tr("Moved"), timeText(thing.manifest.movedAt / 1000),
        ageText(thing.manifest.movedAt / 1000));
    addLine(section, QuarantineText::tr("Moved by"), thing.manifest.movedBy);
    addSection(details, std::move(section));
    addLines(details, QuarantineText::tr("What it was used for"), thing.manifest.notes);
    addLines(details, QuarantineText::tr("Who was asked then"), thing.manifest.asked);
    addLines(details, QuarantineText::tr("Who did not answer then"), thing.manifest.silent, Severity::Note);
    addSection(details, sourcesSection(estate, thing.original));
    return details;
}

} // namespace Fathom
