// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tourstates.h"

#include "base/error.h"
#include "host/accesshint.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cerrno>

namespace Fathom {

namespace {

constexpr const char *tourImages = "/var/lib/glance/images";
constexpr const char *tourInstances = "/var/lib/nova/instances";
constexpr quint32 closedDirectory = 040700;
constexpr quint32 groupsDirectory = 040750;

std::vector<EstateSource> tourSources(SourceHealth health)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    return {{.kind = SourceKind::ImageStore, .path = tourImages, .health = health, .readAtSeconds = now},
        {.kind = SourceKind::InstanceTree, .path = tourInstances, .health = health, .readAtSeconds = now},
        {.kind = SourceKind::DomainXml,
            .path = "/etc/libvirt/qemu",
            .health = SourceHealth::Good,
            .readAtSeconds = now,
            .entries = health == SourceHealth::Failed ? 7 : 0}};
}

Error refusal(const NativePath &path, quint32 mode, const QString &owner)
{
    Error error =
        systemError(EACCES, QCoreApplication::translate("RootListing", "list the directory"), plainText(path));
    error.hint = accessHint({.path = path, .mode = mode, .owner = owner, .group = owner}, false);
    return error;
}

} // namespace

std::vector<TourState> tourStates(const Estate &estate)
{
    Estate reading;
    reading.sources = tourSources(SourceHealth::Reading);
    Estate nothing;
    nothing.sources = tourSources(SourceHealth::Good);
    nothing.complete = true;
    Estate refused;
    refused.sources = tourSources(SourceHealth::Failed);
    refused.sources[0].problems = {refusal(tourImages, groupsDirectory, QStringLiteral("glance"))};
    refused.sources[1].problems = {refusal(tourInstances, closedDirectory, QStringLiteral("nova"))};
    refused.complete = true;
    Estate partial = estate;
    for (EstateSource &source : partial.sources) {
        if (source.kind != SourceKind::InstanceTree)
            continue;
        source.health = SourceHealth::Partial;
        source.problems = {
            refusal(source.path + "/2e1978ab-b4e2-4771-ad55-b612e4d262d2", closedDirectory, QStringLiteral("nova")),
            refusal(source.path + "/_base", closedDirectory, QStringLiteral("nova"))};
        break;
    }
    const auto shared = [](Estate &made) { return std::make_shared<const Estate>(std::move(made)); };
    return {{QStringLiteral("reading"), shared(reading), true}, {QStringLiteral("nothing"), shared(nothing), false},
        {QStringLiteral("refused"), shared(refused), false}, {QStringLiteral("partial"), shared(partial), false}};
}

} // namespace Fathom
