// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/imageprobe.h"

#include "image/bochsprobe.h"
#include "image/bootprobe.h"
#include "image/cloopprobe.h"
#include "image/dmgprobe.h"
#include "image/filesystemprobe.h"
#include "image/isoprobe.h"
#include "image/luksprobe.h"
#include "image/partitiontable.h"
#include "image/ploopprobe.h"
#include "image/qcow2probe.h"
#include "image/qcowprobe.h"
#include "image/qedprobe.h"
#include "image/safetyverdict.h"
#include "image/vdiprobe.h"
#include "image/vhdprobe.h"
#include "image/vhdxprobe.h"
#include "image/vmdkprobe.h"

#include <QCoreApplication>

#include <array>
#include <limits>

namespace Fathom {

namespace {

// Formats with a mark in the head come first; the VHD, whose fixed kind is known by its last sector alone, and the DMG,
// which has no other mark, are asked before the contents that a raw file may have, for they may hold any of them. Of
// those contents the ISO comes first: its unused first 32 KiB often hold a boot sector, sometimes a whole boot loader.
// Each group costs one more read.
constexpr std::array probes{
    ImageProbe{ImageFormat::Qcow2, recognizesQcow2, readQcow2},
    ImageProbe{ImageFormat::Qcow, recognizesQcow, readQcow},
    ImageProbe{ImageFormat::Qed, recognizesQed, readQed},
    ImageProbe{ImageFormat::Vmdk, recognizesVmdk, readVmdk},
    ImageProbe{ImageFormat::Vdi, recognizesVdi, readVdi},
    ImageProbe{ImageFormat::Vhdx, recognizesVhdx, readVhdx},
    ImageProbe{ImageFormat::Ploop, recognizesPloop, readPloop},
    ImageProbe{ImageFormat::Bochs, recognizesBochs, readBochs},
    ImageProbe{ImageFormat::Cloop, recognizesCloop, readCloop},
    ImageProbe{ImageFormat::Luks, recognizesLuks, readLuks},
    ImageProbe{ImageFormat::Vhd, recognizesVhd, readVhd},
    ImageProbe{ImageFormat::Dmg, recognizesDmg, readDmg},
    ImageProbe{ImageFormat::Iso, recognizesIso, readIso},
    ImageProbe{ImageFormat::Kernel, recognizesKernel, readKernel},
    ImageProbe{ImageFormat::Ramdisk, recognizesRamdisk, readRamdisk},
    ImageProbe{ImageFormat::Filesystem, recognizesFilesystem, readFilesystem},
};

constexpr qint64 sectorBytes = 512;
constexpr qint64 longestWholeSectors = std::numeric_limits<qint64>::max() / sectorBytes * sectorBytes;
constexpr std::size_t usualFacts = 8;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImageProbe)
};

/// Where nothing is known of the format, a guest sees whole sectors of the file.
ImageInfo rawInfo(const BoundedFile &file, ImageFormat format)
{
    ImageInfo info;
    info.format = format;
    info.facts.reserve(usualFacts);
    info.fileLengthBytes = file.lengthBytes();
    info.allocatedBytes = file.facts().allocatedBytes;
    info.virtualSizeBytes = file.lengthBytes() >= longestWholeSectors
        ? longestWholeSectors
        : (file.lengthBytes() + sectorBytes - 1) / sectorBytes * sectorBytes;
    return info;
}

const ImageProbe *recognize(BoundedFile &file)
{
    for (const ImageProbe &probe : probes)
        if (probe.recognizes(file))
            return &probe;
    return nullptr;
}

bool packsBlocks(ImageFormat format)
{
    return formatTraits(format).packsBlocks;
}

void addDisguise(ImageInfo &info, const QString &looksLike)
{
    info.violations.push_back({QStringLiteral("disguised"),
        Text::tr("It is used as raw, but its bytes look like %1: a guest may have written them to deceive a program "
                 "that guesses formats")
            .arg(looksLike)});
}

/// Nothing that a guest writes onto its own disk makes a raw file an error: it is told, or not told.
Result<ImageInfo> readAsRaw(BoundedFile &file, ImageFormat format, const ImageProbe *lookalike)
{
    const ImageInfo raw = rawInfo(file, format);
    if (lookalike && !packsBlocks(lookalike->format))
        return lookalike->read(file, raw);
    Result<ImageInfo> info = readPartitionTable(file, raw);
    if (!info)
        return info;
    if (lookalike)
        addDisguise(*info, QLatin1StringView(formatTraits(lookalike->format).title));
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    // POSIX.1, pax: the ustar interchange format's magic field. An OVA is such an archive.
    if (info->content.isEmpty() && head->startsWith("ustar", 257))
        info->content = QStringLiteral("tar");
    // APPNOTE.TXT, 4.3.7: a file's local header.
    if (info->content.isEmpty() && head->startsWith("PK\3\4"))
        info->content = QStringLiteral("zip");
    return info;
}

/// A packed format whose bytes are an ISO as well is one thing to one program and another to the next.
Result<void> judgeSecondNature(BoundedFile &file, ImageInfo &info)
{
    constexpr qint64 isoMarkAt = 32769;
    constexpr qint64 isoMarkBytes = 5;
    const Result<ByteView> mark = file.view(isoMarkAt, isoMarkBytes);
    if (!mark)
        return std::unexpected(mark.error());
    if (mark->startsWith("CD001") || mark->startsWith("NSR02") || mark->startsWith("NSR03"))
        info.violations.push_back({QStringLiteral("ambiguous"),
            Text::tr("Its bytes are those of %1, but also those of an ISO: which one it is depends on who reads it")
                .arg(QLatin1StringView(formatTraits(info.format).title))});
    return {};
}

Error otherFormat(const BoundedFile &file, ImageFormat declared, const ImageProbe *probe)
{
    return {.kind = ErrorKind::Unsafe,
        .action = Text::tr("read it as %1").arg(QLatin1StringView(formatTraits(declared).title)),
        .subject = plainText(file.path()),
        .reason = probe ? Text::tr("its bytes are %1").arg(QLatin1StringView(formatTraits(probe->format).title))
                        : Text::tr("its bytes do not look like that format")};
}

/// Kernel, RAM disk and file system are what Glance's users call an image (a packed kernel looks like a RAM disk);
/// to every program they are raw bytes.
bool isRawByAnotherName(ImageFormat format)
{
    return format == ImageFormat::Kernel || format == ImageFormat::Ramdisk || format == ImageFormat::Filesystem;
}

Result<ImageInfo> readAsDeclared(BoundedFile &file, ImageFormat declared, const ImageProbe *probe)
{
    if (declared == ImageFormat::Raw)
        return readAsRaw(file, declared, probe);
    if (probe && probe->format == declared) {
        Result<ImageInfo> info = probe->read(file, rawInfo(file, declared));
        if (info)
            info->format = declared;
        return info;
    }
    if (isRawByAnotherName(declared) && !(probe && packsBlocks(probe->format)))
        return readAsRaw(file, declared, probe);
    return std::unexpected(otherFormat(file, declared, probe));
}

Result<ImageInfo> readAsFound(BoundedFile &file, const ImageProbe *probe)
{
    if (!probe)
        return readAsRaw(file, ImageFormat::Raw, nullptr);
    Result<ImageInfo> info = probe->read(file, rawInfo(file, probe->format));
    if (info && packsBlocks(probe->format))
        if (const Result<void> judged = judgeSecondNature(file, *info); !judged)
            return std::unexpected(judged.error());
    return info;
}

} // namespace

Result<ImageInfo> inspectImage(BoundedFile &file, std::optional<ImageFormat> declared)
{
    // A read that fails must not pass for "not recognized".
    if (const Result<ByteView> head = file.head(); !head)
        return std::unexpected(head.error());

    const ImageProbe *probe = recognize(file);
    Result<ImageInfo> info = declared ? readAsDeclared(file, *declared, probe) : readAsFound(file, probe);
    if (info)
        judgeSafety(*info);
    return info;
}

Result<ImageInfo> inspectImage(const NativePath &path, BoundedFile::Links links, std::optional<ImageFormat> declared)
{
    Result<BoundedFile> file = BoundedFile::open(path, links);
    if (!file)
        return std::unexpected(file.error());
    return inspectImage(*file, declared);
}

Result<ImageInfo> inspectImage(const OpenDirectory &directory, const NativePath &name)
{
    Result<BoundedFile> file = BoundedFile::openIn(directory, name);
    if (!file)
        return std::unexpected(file.error());
    return inspectImage(*file);
}

} // namespace Fathom
