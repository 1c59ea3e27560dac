// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/plan.h"

#include "base/bytes.h"

#include <QCoreApplication>

#include <sys/statvfs.h>

namespace Fathom {

namespace {

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

} // namespace

std::optional<Error> Plan::obstacle() const
{
    if (!needIsExact || !spaceFreeBytes || spaceNeededBytes <= *spaceFreeBytes)
        return reservation;
    return Error{.kind = ErrorKind::NoSpace,
        .action = PlanText::tr("make room"),
        .subject = outputs.empty() ? QString() : plainText(parentPath(outputs.front().path)),
        .reason =
            PlanText::tr("%1 are needed, %2 are free").arg(formatBytes(spaceNeededBytes), formatBytes(*spaceFreeBytes)),
        .hint = PlanText::tr("Choose a directory on another file system, or free space there")};
}

std::optional<qint64> freeBytes(const NativePath &directory)
{
    struct statvfs status{};
    if (::statvfs(directory.constData(), &status) != 0)
        return {};
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

} // namespace Fathom
