// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/compareimages.h"

#include "jobs/qemuimgrun.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct CompareText {
    Q_DECLARE_TR_FUNCTIONS(CompareImages)
};

} // namespace

Result<void> proveSame(const CommandLine &comparison, const PlanFile &image, const Error &differ,
    const std::stop_token &stop, const JobHost &host)
{
    const auto outcome = runWithProgress(comparison, QStringLiteral("verify"), image.virtualSizeBytes, stop, host);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->exitCode == 1) {
        Error error = differ;
        error.reason =
            CompareText::tr("%1; qemu-img says: %2", "what is wrong, and its words")
                .arg(error.reason, plainText(outcome->output.mid(outcome->output.lastIndexOf('\r') + 1).trimmed()));
        return std::unexpected(error);
    }
    if (outcome->exitCode != 0)
        return std::unexpected(qemuImgError(*outcome, differ.action, plainText(image.path)));
    return {};
}

} // namespace Fathom
