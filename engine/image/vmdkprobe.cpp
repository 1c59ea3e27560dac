// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vmdkprobe.h"

#include "base/bytes.h"
#include "base/maskedname.h"
#include "image/qemutext.h"
#include "image/vmdkdescriptor.h"
#include "image/vmdksparseheader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VmdkProbe)
};

constexpr qint64 vmdkSector = 512;
constexpr quint32 noParent = 0xffffffff;

enum class Place { OwnFile, Embedded };

void violate(ImageInfo &info, QLatin1StringView rule, const QString &reason)
{
    const SafetyViolation violation{rule, reason};
    if (!std::ranges::contains(info.violations, violation))
        info.violations.push_back(violation);
}

constexpr QLatin1StringView extentRule("vmdk-extent");
constexpr QLatin1StringView createTypeRule("vmdk-create-type");

/// A name that leads out of the directory, or to no file at all.
bool leadsElsewhere(const QByteArray &name)
{
    return name.contains('/') || name.contains('\\') || name.contains(':') || name == ".." || name == ".";
}

void judgeExtents(ImageInfo &info, const VmdkDescriptor &descriptor, Place place)
{
    for (const VmdkExtent &extent : descriptor.extents) {
        const QString name = maskedName(extent.file);
        if (leadsElsewhere(extent.file))
            violate(info, extentRule, Text::tr("An extent leads out of its directory: %1").arg(name));
        else if (place == Place::OwnFile && !extent.file.isEmpty())
            violate(info, extentRule, Text::tr("An extent lies in another file: %1").arg(name));
        else if (place == Place::Embedded && extent.type != "SPARSE")
            violate(info, extentRule, Text::tr("An extent is not part of this file: %1").arg(plainText(extent.type)));
    }
    // The file's own name is of no help: image stores rename. One sparse extent with a plain name is this file.
    if (place == Place::Embedded && descriptor.extents.size() > 1)
        violate(info, extentRule,
            Text::tr("It names %n extents, but holds only one", nullptr, static_cast<int>(descriptor.extents.size())));
    if (descriptor.extents.empty())
        violate(info, extentRule, Text::tr("Its descriptor names no extent"));
    if (!descriptor.foreignLine.isEmpty())
        violate(info, extentRule,
            Text::tr("Its descriptor has a line of unknown kind: %1").arg(plainText(descriptor.foreignLine)));
}

void judgeCreateType(ImageInfo &info, const VmdkDescriptor &descriptor, Place place)
{
    const bool holdsItsData = descriptor.createType == "monolithicSparse" || descriptor.createType == "streamOptimized";
    if (descriptor.ambiguousCreateType)
        violate(info, createTypeRule, Text::tr("Its descriptor tells the create type more than once"));
    if (place == Place::OwnFile && holdsItsData)
        violate(info, createTypeRule,
            Text::tr("It says %1, but is only a descriptor without data").arg(plainText(descriptor.createType)));
    // Told as qemu does, by the header, a sparse file is always of a good type; its descriptor may say otherwise.
    if (place == Place::Embedded && !holdsItsData)
        violate(info, createTypeRule,
            descriptor.createType.isEmpty()
                ? Text::tr("Its descriptor tells no create type")
                : Text::tr("Its descriptor says %1, its header does not").arg(plainText(descriptor.createType)));
    if (descriptor.ambiguousParent)
        violate(info, QLatin1StringView("backing-file"), Text::tr("Its descriptor names a parent more than once"));
}

/// What qemu-img tells of the extents of a descriptor file, without opening them: virtual-size is the descriptor's.
/// The cluster size of sparse pieces stands in the pieces alone, and so stays untold.
FactValue::List extentFacts(const BoundedFile &file, const VmdkDescriptor &descriptor)
{
    const QByteArray directory = file.path().first(file.path().lastIndexOf('/') + 1);
    constexpr std::array knownTypes{"FLAT", "SPARSE", "VMFS", "VMFSSPARSE", "SESPARSE"};
    FactValue::List extents;
    for (const VmdkExtent &extent : descriptor.extents)
        if (extent.access == "RW" && extent.sectors > 0 &&
            std::ranges::any_of(knownTypes, [&](const char *type) { return extent.type == type; }))
            extents.push_back(FactValue::Members{
                {QStringLiteral("filename"),
                    qemuText(extent.file.startsWith('/') ? extent.file : QByteArray(directory + extent.file))},
                {QStringLiteral("format"), qemuText(extent.type)},
                {QStringLiteral("virtual-size"), extent.sectors * vmdkSector}});
    return extents;
}

/// Every extent as the descriptor has it, those too that qemu leaves out.
FactValue::List extentLines(const VmdkDescriptor &descriptor)
{
    FactValue::List lines;
    lines.reserve(descriptor.extents.size());
    for (const VmdkExtent &extent : descriptor.extents) {
        FactValue::Members line{{QStringLiteral("access"), qemuText(extent.access)},
            {QStringLiteral("sectors"), extent.sectors}, {QStringLiteral("type"), qemuText(extent.type)},
            {QStringLiteral("file"), plainText(extent.file)}};
        if (extent.offsetSectors)
            line.push_back({QStringLiteral("offset"), *extent.offsetSectors});
        lines.push_back(std::move(line));
    }
    return lines;
}

void addDescriptorFacts(
    ImageInfo &info, const VmdkDescriptor &descriptor, const QByteArray &createType, FactValue::List extents)
{
    info.addFact(QStringLiteral("cid"), qint64(descriptor.contentId.value_or(0)));
    info.addFact(QStringLiteral("parent-cid"), qint64(descriptor.parentContentId.value_or(noParent)));
    if (!createType.isEmpty())
        info.addFact(QStringLiteral("create-type"), qemuText(createType));
    info.addFact(QStringLiteral("extents"), std::move(extents));
    if (createType != descriptor.createType && !descriptor.createType.isEmpty())
        info.addFact(QStringLiteral("descriptor-create-type"), qemuText(descriptor.createType), false);
    info.addFact(QStringLiteral("descriptor-extents"), extentLines(descriptor), false);
    constexpr std::array<std::pair<const char *, const char *>, 4> settings{{
        {"ddb.adapterType", "adapter-type"},
        {"ddb.virtualHWVersion", "hardware-version"},
        {"ddb.toolsVersion", "tools-version"},
        {"ddb.uuid", "uuid"},
    }};
    for (const auto &[key, fact] : settings)
        if (const std::optional<QByteArrayView> value = descriptor.setting(key))
            info.addFact(QLatin1StringView(fact), qemuText(*value), false);
    // As for qemu, the name alone makes a parent, whatever the parent's CID.
    info.backingFile = descriptor.parentFileName;
    if (!info.backingFile.isEmpty())
        info.backingFormat = QStringLiteral("vmdk");
}

Result<ImageInfo> describe(
    BoundedFile &file, ImageInfo info, QByteArrayView text, qint64 position, const VmdkSparseHeader *header)
{
    const Result<VmdkDescriptor> descriptor = parseVmdkDescriptor(text, file, position);
    if (!descriptor)
        return std::unexpected(descriptor.error());
    if (!descriptor->contentId || !descriptor->parentContentId)
        return std::unexpected(file.malformed(Text::tr("read the VMDK descriptor"),
            descriptor->contentId ? Text::tr("it has no parent CID") : Text::tr("it has no CID"), position));
    // A capacity of zero sends the reader to the descriptor: the extents count, which may be anywhere.
    const Place place = header && header->capacitySectors > 0 ? Place::Embedded : Place::OwnFile;
    if (place == Place::Embedded) {
        FactValue::Members extent{{QStringLiteral("filename"), qemuText(file.path())},
            {QStringLiteral("format"), QString()}, {QStringLiteral("virtual-size"), info.virtualSizeBytes},
            {QStringLiteral("cluster-size"), *info.clusterSizeBytes}};
        if (header->compressed)
            extent.push_back({QStringLiteral("compressed"), true});
        addDescriptorFacts(info, *descriptor, header->compressed ? "streamOptimized" : "monolithicSparse",
            FactValue::List{std::move(extent)});
    } else {
        info.virtualSizeBytes = descriptor->sectors() * vmdkSector;
        info.clusterSizeBytes.reset();
        addDescriptorFacts(info, *descriptor, descriptor->createType, extentFacts(file, *descriptor));
    }
    judgeCreateType(info, *descriptor, place);
    judgeExtents(info, *descriptor, place);
    return info;
}

/// A piece of a disk whose descriptor is another file. No create type is told, for it has none.
ImageInfo pieceOfDisk(ImageInfo info)
{
    info.addFact(QStringLiteral("extent-only"), true, false);
    violate(info, extentRule, Text::tr("It is one extent of a disk that another file describes"));
    return info;
}

Result<ImageInfo> readSparse(BoundedFile &file, ImageInfo info)
{
    const Result<VmdkSparseHeader> header = readVmdkSparseHeader(file);
    if (!header)
        return std::unexpected(header.error());
    info.virtualSizeBytes = header->capacitySectors * vmdkSector;
    info.clusterSizeBytes = header->grainSectors * vmdkSector;
    info.addFact(QStringLiteral("version"), qint64(header->version), false);
    if (header->fromFooter)
        info.addFact(QStringLiteral("footer"), true, false);
    if (header->uncleanShutdown)
        info.addFact(QStringLiteral("unclean-shutdown"), true, false);
    if (header->descriptorLength == 0)
        return pieceOfDisk(std::move(info));
    // After the footer, one read is left for the descriptor and for what would make an ISO of the file.
    constexpr qint64 isoMarksEnd = 34 * 1024;
    if (header->fromFooter && header->descriptorOffset < isoMarksEnd)
        file.readAhead(header->descriptorOffset, isoMarksEnd - header->descriptorOffset);
    const Result<QByteArray> text =
        file.read(header->descriptorOffset, header->descriptorLength, [] { return Text::tr("the VMDK descriptor"); });
    if (!text)
        return std::unexpected(text.error());
    // qemu leaves room for a descriptor in the pieces of a split disk, too.
    if (std::ranges::all_of(*text, [](char c) { return c == '\0'; }))
        return pieceOfDisk(std::move(info));
    return describe(file, std::move(info), *text, header->descriptorOffset, &*header);
}

Result<ImageInfo> readCowd(BoundedFile &file, ImageInfo info)
{
    const Result<VmdkCowdHeader> header = readVmdkCowdHeader(file);
    if (!header)
        return std::unexpected(header.error());
    info.virtualSizeBytes = header->capacitySectors * vmdkSector;
    info.clusterSizeBytes = header->grainSectors * vmdkSector;
    info.addFact(QStringLiteral("version"), qint64(header->version), false);
    return pieceOfDisk(std::move(info));
}

} // namespace

bool recognizesVmdk(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && (head->startsWith("KDMV") || head->startsWith("COWD") || looksLikeVmdkDescriptor(head->bytes()));
}

Result<ImageInfo> readVmdk(BoundedFile &file, ImageInfo info)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    if (head->startsWith("KDMV"))
        return readSparse(file, std::move(info));
    if (head->startsWith("COWD"))
        return readCowd(file, std::move(info));
    if (file.lengthBytes() > VmdkDescriptor::limitBytes)
        return std::unexpected(file.malformed(Text::tr("read the VMDK descriptor"),
            Text::tr("it is longer than %1").arg(formatBytes(VmdkDescriptor::limitBytes)), VmdkDescriptor::limitBytes));
    const Result<QByteArray> text = file.read(0, file.lengthBytes(), [] { return Text::tr("the VMDK descriptor"); });
    if (!text)
        return std::unexpected(text.error());
    return describe(file, std::move(info), *text, 0, nullptr);
}

} // namespace Fathom
