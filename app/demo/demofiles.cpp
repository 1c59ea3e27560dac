// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofiles.h"

#include "app/demo/demoxml.h"
#include "app/demo/qcow2writer.h"
#include "app/demo/vdiwriter.h"
#include "app/demo/vhdwriter.h"
#include "app/demo/vmdkwriter.h"
#include "host/novapaths.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <cerrno>
#include <sys/stat.h>

namespace Fathom {

namespace {

struct DemoFilesText {
    Q_DECLARE_TR_FUNCTIONS(DemoEstate)
};

/// The cid in the VMDK of the document.
constexpr quint32 demoVmdkCid = 155036437;

void writeRaw(SparseFile &file, RawContent content, qint64 sizeBytes, const QByteArray &label, int dataKiB)
{
    // Data goes where the file systems of the content have theirs, well behind all headers.
    constexpr qint64 step = 64 * 1024;
    const qint64 room = (sizeBytes - 4 * 1024 * 1024) / qMax(1, dataKiB / 64 + 1);
    for (int i = 0; i < dataKiB / 64; ++i)
        file.writeNoise((2 * 1024 * 1024 + i * room) / 4096 * 4096, step, static_cast<quint64>(sizeBytes + i));
    for (const RawPiece &piece : rawPieces(content, sizeBytes, label))
        file.write(piece.offset, piece.bytes);
}

NativePath baseName(const char *imageUuid, const char *name)
{
    return imageUuid ? baseNameOfImage(QString::fromLatin1(imageUuid)) : NativePath(name);
}

QByteArray consoleLog(qint64 length)
{
    QByteArray text;
    for (int second = 0; text.size() < length; ++second)
        text += "[" + QByteArray::number(second * 0.137, 'f', 6).rightJustified(12) + "] demo: the guest's console\n";
    text.truncate(length);
    return text;
}

Result<void> writeDemoDisk(
    const NativePath &directory, const NativePath &finalInstances, const DemoInstance &instance, const DemoDisk &disk)
{
    SparseFile file(joinPath(directory, disk.name));
    const qint64 modified = demoSeconds(instance.modified);
    if (!disk.baseOfImage && !disk.baseName) {
        const bool configDrive = QByteArray(disk.name) == "disk.config";
        writeRaw(file, configDrive ? RawContent::Iso : RawContent::LinuxMbr, disk.sizeBytes, "config-2",
            configDrive ? 0 : 256);
        return file.finish(disk.sizeBytes, 0644, modified);
    }
    const Qcow2Recipe recipe{.virtualSizeBytes = disk.sizeBytes,
        .backingFile = joinPath(joinPath(finalInstances, "_base"), baseName(disk.baseOfImage, disk.baseName)),
        .backingFormat = "raw",
        .dataClusters = disk.dataClusters,
        .dataClusterBytes = 16384};
    writeQcow2(file, recipe);
    return file.finish(qMax(disk.lengthBytes, qcow2Length(recipe)), 0644, modified);
}

QByteArray diskInfoText(const NativePath &finalDirectory, const DemoInstance &instance)
{
    QJsonObject formats;
    for (const DemoDisk &disk : instance.disks)
        if (disk.name && QByteArray(disk.name) != "disk.config")
            formats[QString::fromUtf8(joinPath(finalDirectory, disk.name))] =
                disk.baseOfImage || disk.baseName ? QStringLiteral("qcow2") : QStringLiteral("raw");
    return QJsonDocument(formats).toJson(QJsonDocument::Compact);
}

} // namespace

qint64 demoSeconds(const char *modified)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(modified), Qt::ISODate);
    time.setTimeZone(QTimeZone::UTC);
    return time.toSecsSinceEpoch();
}

Result<void> makeDemoDirectory(const NativePath &path)
{
    for (qsizetype slash = path.indexOf('/', 1);; slash = path.indexOf('/', slash + 1)) {
        const NativePath part = slash < 0 ? path : path.first(slash);
        if (::mkdir(part.constData(), 0755) != 0 && errno != EEXIST)
            return std::unexpected(
                systemError(errno, DemoFilesText::tr("make a directory of the demo estate"), plainText(part)));
        if (slash < 0)
            return {};
    }
}

Result<void> writeDemoText(const NativePath &path, const QByteArray &text, quint32 mode, qint64 modifiedSeconds)
{
    SparseFile file(path);
    file.write(0, text);
    return file.finish(text.size(), mode, modifiedSeconds);
}

Result<void> writeDemoImage(const NativePath &store, const DemoImage &image)
{
    SparseFile file(joinPath(store, image.uuid));
    const QByteArray boot =
        bootSector(image.content, image.virtualSizeBytes ? image.virtualSizeBytes : image.lengthBytes);
    const auto qcow2 = [&](int version, bool lazy) {
        writeQcow2(file,
            {.virtualSizeBytes = image.virtualSizeBytes,
                .version = version,
                .lazyRefcounts = lazy,
                .boot = boot,
                .dataClusters = image.data,
                .dataClusterBytes = version == 2 ? 65536 : 32768});
    };
    switch (image.format) {
    case DemoFormat::Raw: writeRaw(file, image.content, image.lengthBytes, image.label, image.data); break;
    case DemoFormat::Qcow2Old: qcow2(2, false); break;
    case DemoFormat::Qcow2: qcow2(3, false); break;
    case DemoFormat::Qcow2Lazy: qcow2(3, true); break;
    case DemoFormat::Vmdk:
        writeStreamOptimizedVmdk(file, image.virtualSizeBytes, image.lengthBytes, demoVmdkCid, image.uuid, image.data);
        break;
    case DemoFormat::VhdFixed: writeFixedVhd(file, image.lengthBytes, boot); break;
    case DemoFormat::VhdDynamic:
        writeDynamicVhd(file, image.virtualSizeBytes, image.lengthBytes, boot, image.data);
        break;
    case DemoFormat::Vdi: writeDynamicVdi(file, image.virtualSizeBytes, boot, image.data); break;
    }
    return file.finish(image.lengthBytes, 0640, demoSeconds(image.modified));
}

Result<void> writeDemoBase(const NativePath &cache, const DemoBase &base)
{
    SparseFile file(joinPath(cache, baseName(base.imageUuid, base.name)));
    writeRaw(file, base.content, base.sizeBytes, "ephemeral0", base.dataKiB);
    return file.finish(base.sizeBytes, 0644, demoSeconds(base.modified));
}

Result<void> writeDemoInstance(const NativePath &instances, const NativePath &finalInstances, const NativePath &domains,
    const DemoInstance &instance)
{
    const NativePath name = NativePath(instance.uuid) + instance.suffix;
    const NativePath directory = joinPath(instances, name);
    const qint64 modified = demoSeconds(instance.modified);
    // A _resize directory was renamed: what its files name is at the old name.
    const NativePath finalDirectory = joinPath(finalInstances, instance.uuid);
    Result<void> done = makeDemoDirectory(directory);
    for (const DemoDisk &disk : instance.disks)
        if (done && disk.name)
            done = writeDemoDisk(directory, finalInstances, instance, disk);
    if (done)
        done = writeDemoText(joinPath(directory, "disk.info"), diskInfoText(finalDirectory, instance), 0644, modified);
    if (done)
        done = writeDemoText(joinPath(directory, "console.log"), consoleLog(instance.consoleBytes), 0660, modified);
    if (!done || instance.xml == DemoXml::None)
        return done;
    const NativePath xmlFile = instance.xml == DemoXml::InDirectory
        ? joinPath(directory, "libvirt.xml")
        : joinPath(domains, NativePath(instance.libvirtName) + ".xml");
    return writeDemoText(xmlFile, demoDomainXml(instance, finalDirectory), 0644, modified);
}

} // namespace Fathom
