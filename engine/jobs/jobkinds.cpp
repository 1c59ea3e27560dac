// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobkinds.h"

#include "jobs/checkjob.h"
#include "jobs/checksumjob.h"
#include "jobs/commitrequest.h"
#include "jobs/compressrequest.h"
#include "jobs/convertrequest.h"
#include "jobs/copyjob.h"
#include "jobs/flattenjob.h"
#include "jobs/lookjob.h"
#include "jobs/overlayjob.h"
#include "jobs/quarantinejob.h"
#include "jobs/rebaserequest.h"
#include "jobs/recoverjob.h"
#include "jobs/removejob.h"
#include "jobs/repairrequest.h"
#include "jobs/resizejob.h"
#include "jobs/restorejob.h"
#include "jobs/snapshotdeletejob.h"
#include "jobs/snapshotsjob.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

struct JobKindsText {
    Q_DECLARE_TR_FUNCTIONS(JobKinds)
};

constexpr std::array table{
    &convertKind,
    &flattenKind,
    &checkKind,
    &repairKind,
    &resizeKind,
    &snapshotsKind,
    &snapshotExtractKind,
    &snapshotDeleteKind,
    &lookKind,
    &checksumKind,
    &copyKind,
    &overlayKind,
    &rebaseKind,
    &commitKind,
    &compressKind,
    &recoverKind,
    &quarantineKind,
    &restoreKind,
    &removeKind,
};

} // namespace

std::span<const JobKind *const> jobKinds()
{
    return table;
}

const JobKind *jobKind(QAnyStringView id)
{
    for (const JobKind *kind : table)
        if (id == QLatin1StringView(kind->id))
            return kind;
    return nullptr;
}

Result<std::unique_ptr<Job>> jobFromCommand(const QStringList &command)
{
    const auto refuse = [&](const QString &reason) {
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = JobKindsText::tr("do a job again"),
            .subject = plainText(command.join(u' ').toUtf8()),
            .reason = reason});
    };
    const JobKind *kind = command.isEmpty() ? nullptr : jobKind(command.front());
    if (!kind)
        return refuse(JobKindsText::tr("this version of Fathom knows no such job"));
    QCommandLineParser parser;
    parser.addOptions(kind->options());
    if (!parser.parse(command))
        return refuse(plainText(parser.errorText().toUtf8()));
    JobArguments arguments{.options = parser, .paths = {}};
    for (const QString &word : parser.positionalArguments())
        arguments.paths.push_back(nativePath(word));
    return kind->make(arguments);
}

} // namespace Fathom
