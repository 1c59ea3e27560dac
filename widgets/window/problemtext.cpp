// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/problemtext.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(ProblemText)
};

constexpr int mostProblemLines = 500;

} // namespace

ProblemText problemText(const Estate &estate)
{
    int failed = 0;
    int partial = 0;
    int problems = 0;
    const Error *only = nullptr;
    bool allRefused = true;
    QStringList lines;
    QStringList hints;
    for (const EstateSource &source : estate.sources) {
        // A scan that goes on reads everything in part; only what went wrong is told.
        failed += source.health == SourceHealth::Failed;
        partial += source.health != SourceHealth::Failed && !source.problems.empty();
        if (source.problems.empty())
            continue;
        lines << plainText(source.path);
        for (const Error &problem : source.problems) {
            ++problems;
            only = &problem;
            allRefused = allRefused && problem.kind == ErrorKind::NoPermission;
            if (!problem.hint.isEmpty() && !hints.contains(problem.hint) && hints.size() < 2)
                hints << problem.hint;
            if (problems <= mostProblemLines)
                lines << QStringLiteral("    ") + sentence(problem);
        }
    }
    if (failed == 0 && partial == 0)
        return {};
    if (problems > mostProblemLines)
        lines << ProblemWords::tr("… and %n more", nullptr, problems - mostProblemLines);

    ProblemText text;
    text.severity = failed > 0 ? Severity::Broken : Severity::Warning;
    if (problems == 1) {
        text.sentence = sentence(*only);
        return text;
    }
    text.sentence = failed > 0 ? ProblemWords::tr("%n source(s) could not be read", nullptr, failed)
                               : ProblemWords::tr("%n source(s) could be read in part only", nullptr, partial);
    text.details = lines.join(u'\n');
    if (allRefused)
        text.hint = hints.size() == 1 ? hints.front() : ProblemWords::tr("Run as root to read everything");
    return text;
}

} // namespace Fathom
