// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qemuimgjson.h"

#include "image/qemutext.h"

#include <QJsonArray>

namespace Fathom {

namespace {

constexpr qint64 nanosecondsPerSecond = 1'000'000'000;

/// qemu takes "word:" before the first slash for the name of a protocol.
bool hasProtocol(const QByteArray &name)
{
    const qsizetype colon = name.indexOf(':');
    const qsizetype slash = name.indexOf('/');
    return colon >= 0 && (slash < 0 || colon < slash);
}

/// As qemu joins it: the overlay's directory as it was spelled, nothing tidied up.
QByteArray fullBackingName(const QByteArray &backing, const NativePath &filename)
{
    if (hasProtocol(backing) || backing.startsWith('/'))
        return backing;
    return filename.first(filename.lastIndexOf('/') + 1) + backing;
}

/// qemu's LUKS driver knows version 1 only; it takes a file of version 2 for raw bytes.
bool isRawToQemu(const ImageInfo &info)
{
    return info.format == ImageFormat::Luks && info.content == u"luks2";
}

QJsonObject snapshotJson(const ImageSnapshot &snapshot)
{
    QJsonObject object{
        {QStringLiteral("id"), snapshot.id},
        {QStringLiteral("name"), snapshot.name},
        {QStringLiteral("vm-state-size"), snapshot.vmStateSizeBytes},
        {QStringLiteral("date-sec"), snapshot.dateSeconds},
        {QStringLiteral("date-nsec"), snapshot.dateNanoseconds},
        {QStringLiteral("vm-clock-sec"), snapshot.vmClockNanoseconds / nanosecondsPerSecond},
        {QStringLiteral("vm-clock-nsec"), snapshot.vmClockNanoseconds % nanosecondsPerSecond},
    };
    if (snapshot.instructionCount)
        object.insert(QStringLiteral("icount"), *snapshot.instructionCount);
    return object;
}

} // namespace

QJsonObject qemuImgJson(const ImageInfo &info, const NativePath &filename)
{
    QJsonObject object{
        {QStringLiteral("filename"), qemuText(filename)},
        {QStringLiteral("format"),
            QLatin1StringView(formatTraits(isRawToQemu(info) ? ImageFormat::Raw : info.format).qemuName)},
        {QStringLiteral("virtual-size"), info.virtualSizeBytes},
        {QStringLiteral("actual-size"), info.allocatedBytes},
    };
    if (formatTraits(info.format).driverTellsBlocks) {
        // Of the formats that can tell, qemu asks qcow2 alone.
        object.insert(QStringLiteral("dirty-flag"), info.dirty && info.format == ImageFormat::Qcow2);
        if (info.clusterSizeBytes)
            object.insert(QStringLiteral("cluster-size"), *info.clusterSizeBytes);
    }
    if (info.encrypted && !isRawToQemu(info))
        object.insert(QStringLiteral("encrypted"), true);
    if (!info.backingFile.isEmpty()) {
        object.insert(QStringLiteral("backing-filename"), qemuText(info.backingFile));
        object.insert(QStringLiteral("full-backing-filename"), qemuText(fullBackingName(info.backingFile, filename)));
        if (!info.backingFormat.isEmpty())
            object.insert(QStringLiteral("backing-filename-format"), info.backingFormat);
    }
    if (!info.snapshots.empty()) {
        QJsonArray snapshots;
        for (const ImageSnapshot &snapshot : info.snapshots)
            snapshots.append(snapshotJson(snapshot));
        object.insert(QStringLiteral("snapshots"), snapshots);
    }
    QJsonObject data;
    for (const ImageFact &fact : info.facts)
        if (fact.toldByQemu)
            data.insert(fact.key, fact.value.toJson());
    if (!data.isEmpty())
        object.insert(QStringLiteral("format-specific"),
            QJsonObject{
                {QStringLiteral("type"), object.value(QStringLiteral("format"))}, {QStringLiteral("data"), data}});
    return object;
}

QJsonObject imageJson(const ImageInfo &info, const NativePath &filename)
{
    QJsonObject object = qemuImgJson(info, filename);
    object.insert(QStringLiteral("disk-format"), QLatin1StringView(formatTraits(info.format).id));
    object.insert(QStringLiteral("file-length"), info.fileLengthBytes);
    if (!info.content.isEmpty())
        object.insert(QStringLiteral("content"), info.content);
    if (!info.dataFile.isEmpty())
        object.insert(QStringLiteral("data-file"), qemuText(info.dataFile));
    QJsonObject details;
    for (const ImageFact &fact : info.facts)
        if (!fact.toldByQemu)
            details.insert(fact.key, fact.value.toJson());
    if (!details.isEmpty())
        object.insert(QStringLiteral("details"), details);
    QJsonArray safety;
    for (const SafetyViolation &violation : info.violations)
        safety.append(
            QJsonObject{{QStringLiteral("rule"), violation.rule}, {QStringLiteral("reason"), violation.reason}});
    object.insert(QStringLiteral("safety"), safety);
    return object;
}

} // namespace Fathom
