// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoestate.h"

#include "app/demo/demofiles.h"
#include "app/demo/qcow2writer.h"

#include "host/quarantine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>

#include <cerrno>
#include <cstdio>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DemoEstate)
};

/// Counts up whenever the demo's files change.
constexpr const char *demoStamp = "fathom demo estate 6\n";
constexpr const char *demoStampName = "demo-version";

struct DemoPlaces {
    NativePath root;
    NativePath store() const { return root + "/controller/var/lib/glance/images"; }
    NativePath instances(const char *host) const { return root + "/" + host + "/var/lib/nova/instances"; }
    NativePath domains(const char *host) const { return root + "/" + host + "/etc/libvirt/qemu"; }

    EstateSources sources() const
    {
        EstateSources sources{.imageDirectories = {store()}};
        for (const char *host : demoHosts) {
            sources.instanceDirectories.push_back(instances(host));
            sources.domainDirectories.push_back(domains(host));
        }
        return sources;
    }
};

Error demoError(ErrorKind kind, const NativePath &root, const QString &reason, const QString &hint = {})
{
    return {.kind = kind,
        .action = Text::tr("make the demo estate"),
        .subject = plainText(root),
        .reason = reason,
        .hint = hint};
}

bool upToDate(const NativePath &root)
{
    QFile stamp(QFile::decodeName(joinPath(root, demoStampName)));
    return stamp.open(QIODevice::ReadOnly) && stamp.read(100) == demoStamp + root;
}

/// What a host has besides instances and bases.
Result<void> writeHostFiles(const DemoPlaces &places, const char *host)
{
    const NativePath instances = places.instances(host);
    const qint64 now = demoSeconds("2015-12-31T14:03");
    Result<void> done = writeDemoText(
        joinPath(instances, "compute_nodes"), QByteArray("{\"") + host + "\": 1451570580.41921}", 0644, now);
    for (const char *directory : {"_base", "locks", "snapshots"})
        if (done)
            done = makeDemoDirectory(joinPath(instances, directory));
    if (done)
        done = makeDemoDirectory(places.domains(host));
    if (done)
        done = writeDemoText(joinPath(instances, "locks/nova-storage-registry-lock"), {}, 0644, now);
    for (const DemoBase &base : demoBases()) {
        if (done && qstrcmp(base.host, host) == 0)
            done = writeDemoBase(joinPath(instances, "_base"), base);
        if (done && qstrcmp(base.host, host) == 0 && base.name)
            done = writeDemoText(joinPath(instances, QByteArray("locks/nova-") + base.name), {}, 0644, now);
    }
    return done;
}

/// A snapshot that was being taken when the host was looked at.
Result<void> writeSnapshotLeftover(const DemoPlaces &places)
{
    const NativePath directory = joinPath(places.instances(demoHosts[0]), "snapshots/tmpqN2VfX");
    const Result<void> made = makeDemoDirectory(directory);
    if (!made)
        return made;
    SparseFile delta(joinPath(directory, "8a5d1b0f4c3e4d0c9c63c5e7a2f4b6d8.delta"));
    const Qcow2Recipe recipe{.virtualSizeBytes = qint64(20) << 30, .dataClusters = 3};
    writeQcow2(delta, recipe);
    return delta.finish(qcow2Length(recipe), 0644, demoSeconds("2015-12-25T11:29"));
}

/// A file that somebody moved out of the way.
Result<void> writeQuarantined(const DemoPlaces &places)
{
    const qint64 moved = demoSeconds("2015-12-30T16:40");
    const NativePath entry = joinPath(quarantineOf(places.store()), "20151230T164000Z-3f9a1c");
    for (const NativePath &directory : {quarantineOf(places.store()), entry})
        if (const Result<void> made = makeDemoDirectory(directory); !made)
            return made;
    const QuarantineManifest manifest{.original = "debian-7-test.qcow2",
        .movedAt = moved * 1000,
        .movedBy = QStringLiteral("root"),
        .allocatedBytes = 7 * 65536,
        .notes = {},
        .asked = {},
        .silent = {}};
    const Result<void> written =
        writeDemoText(joinPath(entry, manifestName.toByteArray()), manifestText(manifest), 0600, moved);
    if (!written)
        return written;
    SparseFile file(joinPath(entry, manifest.original));
    const Qcow2Recipe recipe{.virtualSizeBytes = qint64(10) << 30, .dataClusters = 3};
    writeQcow2(file, recipe);
    return file.finish(qcow2Length(recipe), 0640, demoSeconds("2015-06-11T08:15"));
}

Result<void> writeEverything(
    const DemoPlaces &places, const DemoPlaces &finalPlaces, const std::stop_token &stop, const Progress &progress)
{
    const qint64 total = static_cast<qint64>(demoImages().size() + demoInstances().size()) + 2;
    qint64 count = 0;
    const auto step = [&](const QString &what) -> Result<void> {
        if (progress)
            progress({.what = what, .done = count, .total = total});
        ++count;
        if (stop.stop_requested())
            return std::unexpected(demoError(ErrorKind::Cancelled, finalPlaces.root, Text::tr("it was cancelled")));
        return {};
    };

    Result<void> done = makeDemoDirectory(places.store());
    for (const DemoImage &image : demoImages()) {
        if (done)
            done = step(QString::fromLatin1(image.uuid));
        if (done)
            done = writeDemoImage(places.store(), image);
    }
    for (const char *host : demoHosts) {
        if (done)
            done = step(QString::fromLatin1(host));
        if (done)
            done = makeDemoDirectory(places.instances(host));
        if (done)
            done = writeHostFiles(places, host);
    }
    for (const DemoInstance &instance : demoInstances()) {
        if (done)
            done = step(QString::fromLatin1(instance.uuid));
        if (done)
            done = writeDemoInstance(places.instances(instance.host), finalPlaces.instances(instance.host),
                places.domains(instance.host), instance);
    }
    if (done)
        done = writeSnapshotLeftover(places);
    if (done)
        done = writeQuarantined(places);
    if (done)
        done = writeDemoText(
            joinPath(places.root, demoStampName), demoStamp + finalPlaces.root, 0644, demoSeconds("2016-01-02T20:07"));
    return done;
}

} // namespace

Result<EstateSources> makeDemoEstateIn(
    const NativePath &directory, const std::stop_token &stop, const Progress &progress)
{
    const DemoPlaces places{.root = absolutePath(directory)};
    if (const Result<void> parent = makeDemoDirectory(parentPath(places.root)); !parent)
        return std::unexpected(parent.error());

    QLockFile lock(QFile::decodeName(places.root + ".lock")); // two programs may start at once
    if (!lock.lock() && lock.error() != QLockFile::LockFailedError)
        return std::unexpected(
            demoError(ErrorKind::NoPermission, places.root, Text::tr("its directory cannot be written to")));
    if (upToDate(places.root))
        return places.sources();

    const QString root = QFile::decodeName(places.root);
    if (QFileInfo::exists(root)) {
        if (!QFileInfo::exists(root + QLatin1Char('/') + QLatin1StringView(demoStampName)))
            return std::unexpected(demoError(ErrorKind::Conflict, places.root,
                Text::tr("something else lies there already"), Text::tr("Move it away")));
        QDir(root).removeRecursively();
    }
    const DemoPlaces draft{.root = places.root + ".new"};
    QDir(QFile::decodeName(draft.root)).removeRecursively();
    const Result<void> written = writeEverything(draft, places, stop, progress);
    if (!written) {
        QDir(QFile::decodeName(draft.root)).removeRecursively();
        return std::unexpected(written.error());
    }
    if (std::rename(draft.root.constData(), places.root.constData()) != 0)
        return std::unexpected(systemError(errno, Text::tr("make the demo estate"), plainText(places.root)));
    return places.sources();
}

Result<EstateSources> makeDemoEstate(const std::stop_token &stop, const Progress &progress)
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return makeDemoEstateIn(nativePath(cache + QStringLiteral("/fathom/demo")), stop, progress);
}

} // namespace Fathom
