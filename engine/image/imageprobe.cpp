// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/imageprobe.h"

#include "image/bootprobe.h"
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

namespace Fathom {

namespace {

// Formats with a mark in the first sector come first; then those whose mark lies further in; the fixed VHD, known by
// its last sector alone, is asked before the contents that a raw file may have, for its content may be any of them.
constexpr std::array probes{
    ImageProbe{ImageFormat::Qcow2, recognizesQcow2, readQcow2},
    ImageProbe{ImageFormat::Qcow, recognizesQcow, readQcow},
    ImageProbe{ImageFormat::Qed, recognizesQed, readQed},
    ImageProbe{ImageFormat::Vmdk, recognizesVmdk, readVmdk},
    ImageProbe{ImageFormat::Vdi, recognizesVdi, readVdi},
    ImageProbe{ImageFormat::Vhdx, recognizesVhdx, readVhdx},
    ImageProbe{ImageFormat::Ploop, recognizesPloop, readPloop},
    ImageProbe{ImageFormat::Luks, recognizesLuks, readLuks},
    ImageProbe{ImageFormat::Vhd, recognizesVhd, readVhd},
    ImageProbe{ImageFormat::Kernel, recognizesKernel, readKernel},
    ImageProbe{ImageFormat::Ramdisk, recognizesRamdisk, readRamdisk},
    ImageProbe{ImageFormat::Iso, recognizesIso, readIso},
    ImageProbe{ImageFormat::Filesystem, recognizesFilesystem, readFilesystem},
};

constexpr qint64 sectorBytes = 512;

/// Where nothing is known of the format, a guest sees whole sectors of the file.
ImageInfo rawInfo(const BoundedFile &file, ImageFormat format)
{
    ImageInfo info;
    info.format = format;
    info.fileLengthBytes = file.lengthBytes();
    info.allocatedBytes = file.facts().allocatedBytes;
    info.virtualSizeBytes = (file.lengthBytes() + sectorBytes - 1) / sectorBytes * sectorBytes;
    return info;
}

const ImageProbe *recognize(BoundedFile &file)
{
    for (const ImageProbe &probe : probes)
        if (probe.recognizes(file))
            return &probe;
    return nullptr;
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImageProbe)
};

Result<ImageInfo> readAsRaw(BoundedFile &file, const ImageProbe *lookalike)
{
    ImageInfo info = rawInfo(file, ImageFormat::Raw);
    if (lookalike && formatTraits(lookalike->format).packsBlocks)
        info.violations.push_back({QStringLiteral("disguised"),
            Text::tr("It is used as raw, but its bytes look like %1: a guest may have written them to deceive a "
                     "program that "
                     "guesses formats")
                .arg(QLatin1StringView(formatTraits(lookalike->format).title))});
    return readPartitionTable(file, std::move(info));
}

} // namespace

Result<ImageInfo> inspectImage(BoundedFile &file, std::optional<ImageFormat> declared)
{
    // A read that fails must not pass for "not recognized".
    if (const Result<ByteView> head = file.head(); !head)
        return std::unexpected(head.error());

    const ImageProbe *probe = recognize(file);
    Result<ImageInfo> info = ImageInfo();
    if (declared == ImageFormat::Raw || (!declared && !probe)) {
        info = readAsRaw(file, probe);
    } else if (declared && (!probe || probe->format != *declared)) {
        return std::unexpected(Error{.kind = ErrorKind::Unsafe,
            .action = Text::tr("read it as %1").arg(QLatin1StringView(formatTraits(*declared).title)),
            .subject = plainText(file.path()),
            .reason = probe ? Text::tr("its bytes are %1").arg(QLatin1StringView(formatTraits(probe->format).title))
                            : Text::tr("its bytes do not look like that format")});
    } else {
        info = probe->read(file, rawInfo(file, probe->format));
    }
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

} // namespace Fathom
