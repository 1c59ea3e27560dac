// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/plantext.h"

#include "base/bytes.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

QString fileText(const PlanFile &file, bool exact)
{
    const QString size = exact ? exactBytes(file.virtualSizeBytes) : formatBytes(file.virtualSizeBytes);
    if (file.plain && file.virtualSizeBytes == 0)
        return plainText(file.path);
    if (file.plain)
        return PlanText::tr("%1 (%2)", "a file; its length").arg(plainText(file.path), size);
    return PlanText::tr("%1 (%2, %3)")
        .arg(plainText(file.path), QString::fromLatin1(formatTraits(file.format).title), size);
}

} // namespace

std::vector<PlanLine> planLines(const Plan &plan, bool exact)
{
    using Kind = PlanLine::Kind;
    const auto size = [exact](qint64 bytes) { return exact ? exactBytes(bytes) : formatBytes(bytes); };
    std::vector<PlanLine> lines;
    for (const PlanFile &file : plan.inputs)
        lines.push_back({Kind::Reads, PlanText::tr("Reads"), fileText(file, exact)});
    for (const PlanFile &file : plan.outputs)
        lines.push_back({Kind::Writes, PlanText::tr("Writes"), fileText(file, exact)});
    for (const PlanMove &move : plan.moves)
        lines.push_back({Kind::Moves, move.to.isEmpty() ? PlanText::tr("Removes") : PlanText::tr("Moves"),
            move.to.isEmpty()
                ? PlanText::tr("%1 for good (%2 on the disk)").arg(plainText(move.from), size(move.allocatedBytes))
                : PlanText::tr("%1 → %2 (%3 on the disk)")
                      .arg(plainText(move.from), plainText(move.to), size(move.allocatedBytes))});
    for (const CommandLine &command : plan.commands)
        lines.push_back({Kind::Runs, PlanText::tr("Runs"), plainText(shellText(command).toUtf8())});
    // A job that writes nothing, or only changes what is there, needs no room.
    if (!plan.outputs.empty() && plan.spaceNeededBytes > 0) {
        const QString free =
            plan.spaceFreeBytes ? PlanText::tr("%1 free").arg(size(*plan.spaceFreeBytes)) : PlanText::tr("unknown");
        lines.push_back({Kind::Space, PlanText::tr("Space"),
            plan.needIsExact ? PlanText::tr("needs %1, %2").arg(size(plan.spaceNeededBytes), free)
                             : PlanText::tr("needs about %1, %2").arg(size(plan.spaceNeededBytes), free)});
    }
    for (const QString &asked : plan.evidence)
        lines.push_back({Kind::Evidence, PlanText::tr("Evidence"), asked});
    for (const QString &risk : plan.risks)
        lines.push_back({Kind::Risk, PlanText::tr("Note"), risk});
    return lines;
}

} // namespace Fathom
