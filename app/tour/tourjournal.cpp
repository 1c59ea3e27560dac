// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tourjournal.h"

#include "jobs/convertrequest.h"
#include "jobs/jobjournal.h"
#include "jobs/qemuimgarguments.h"

#include <QCoreApplication>

#include <cstdio>

namespace Fathom {

namespace {

struct TourJournalText {
    Q_DECLARE_TR_FUNCTIONS(TourJournal)
};

} // namespace

bool makeTourJournal(const NativePath &file, const EstateSources &sources)
{
    Result<JobJournal> journal = JobJournal::open(file);
    if (!journal) {
        std::fprintf(stderr, "fathom: %s\n", sentence(journal.error()).toUtf8().constData());
        return false;
    }
    const NativePath store =
        sources.imageDirectories.empty() ? "/var/lib/glance/images" : sources.imageDirectories.front();
    const auto request = [&](const char *source, const char *target, ImageFormat format, bool compress) {
        return ConvertRequest{.source = joinPath(store, source),
            .sourceFormat = {},
            .target = joinPath("/srv/export", target),
            .targetFormat = format,
            .compress = compress};
    };
    const ConvertRequest done = request("windows-2019.vmdk", "windows-2019.qcow2", ImageFormat::Qcow2, false);
    const ConvertRequest failed = request("debian-12.qcow2", "debian-12.raw", ImageFormat::Raw, false);
    const ConvertRequest cancelled = request("rhel-7.vdi", "rhel-7.qcow2", ImageFormat::Qcow2, true);
    const auto keep = [&](const ConvertRequest &what, JobState state, const QString &outcome) {
        const Result<qint64> job = journal->begin(convertStart(what));
        if (!job)
            return false;
        const CommandLine command =
            convertCommand({{what.source, ImageFormat::Vmdk}}, {what.target, what.targetFormat}, what.compress);
        return journal->log(*job, plainText(shellText(command).toUtf8())) && journal->end(*job, state, outcome);
    };
    const bool kept = keep(done, JobState::Done,
                          TourJournalText::tr("%1: %2, %3 on the disk; it holds what the source holds")
                              .arg(plainText(done.target), QStringLiteral("qcow2"), QStringLiteral("11.4 GiB"))) &&
        keep(failed, JobState::Failed,
            TourJournalText::tr("The disk of %1 is full; nothing was kept.").arg(plainText("/srv/export"))) &&
        keep(cancelled, JobState::Cancelled, TourJournalText::tr("It was cancelled; nothing was kept."));
    if (!kept)
        std::fputs("fathom: the tour's journal cannot be written\n", stderr);
    return kept;
}

} // namespace Fathom
