// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/flattenjob.h"

#include "jobs/convertrequest.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct FlattenText {
    Q_DECLARE_TR_FUNCTIONS(FlattenJob)
};

} // namespace

constinit const JobKind flattenKind{.id = "flatten",
    .title = [] { return FlattenText::tr("Flatten"); },
    .summary =
        [] { return FlattenText::tr("make one file of an overlay and all it stands on, and prove it the same"); },
    .usage = [] { return FlattenText::tr("OVERLAY TARGET"); },
    .options = convertOptions,
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        const Result<ConvertRequest> request = convertRequest(arguments, ConvertRequest::Content::WithBases);
        if (!request)
            return std::unexpected(request.error());
        return convertJob(*request);
    }};

} // namespace Fathom
