// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recoverbase.h"

#include "base/bytes.h"
#include "base/directorylisting.h"
#include "host/novapaths.h"
#include "image/imageprobe.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct RecoverBaseText {
    Q_DECLARE_TR_FUNCTIONS(RecoverBase)
};

NativePath recordedName(const ChainLayer &layer)
{
    return layer.reference.path.isEmpty() ? layer.path : layer.reference.path;
}

/// A file that may be read: a regular one, or a link to one.
std::optional<FileFacts> regularFile(const NativePath &path)
{
    const Result<BoundedFile> file = BoundedFile::open(path, BoundedFile::Links::Follow);
    return file ? std::optional(file->facts()) : std::nullopt;
}

/// The stored image by whose UUID a base is named, in a directory of images.
NativePath storedImage(const QByteArray &hash, const BaseSearch &search, const std::stop_token &stop)
{
    const auto isIt = [&hash](const QString &uuid) { return baseNameOfImage(uuid) == hash; };
    const QString told = search.domain ? search.domain->imageUuid : QString();
    for (const NativePath &directory : search.directories) {
        if (!told.isEmpty() && isIt(told))
            if (const NativePath path = joinPath(directory, told.toLatin1()); regularFile(path))
                return path;
        const Result<OpenDirectory> opened = OpenDirectory::open(directory);
        const Result<std::vector<DirectoryName>> names =
            opened ? listNames(*opened, stop) : std::unexpected(opened.error());
        if (!names)
            continue;
        for (const DirectoryName &entry : *names)
            if (isUuid(entry.name) && isIt(QString::fromLatin1(entry.name)))
                if (const NativePath path = joinPath(directory, entry.name); regularFile(path))
                    return path;
    }
    return {};
}

/// Reads it, and holds it against what the overlay says.
Result<RecoveredBase> looked(
    const NativePath &recorded, const NativePath &path, const QString &declared, bool isStoredImage)
{
    const auto refuse = [&](ErrorKind kind, const QString &reason, const QString &hint = {}) {
        return std::unexpected(Error{.kind = kind,
            .action = RecoverBaseText::tr("recover an instance"),
            .subject = plainText(path),
            .reason = reason,
            .hint = hint});
    };
    const std::optional<ImageFormat> format = formatFromName(declared);
    // An image may be of any format; what stands below an overlay is of the one that it declares.
    const Result<ImageInfo> own = inspectImage(path, BoundedFile::Links::Follow);
    if (!own)
        return std::unexpected(own.error());
    const bool made = isStoredImage && format == ImageFormat::Raw && own->format != ImageFormat::Raw;
    const Result<ImageInfo> info = made || !format ? own : inspectImage(path, BoundedFile::Links::Follow, format);
    if (!info)
        return std::unexpected(info.error());
    if (!info->backingFile.isEmpty())
        return refuse(ErrorKind::Unsupported, RecoverBaseText::tr("it stands on another file itself"),
            RecoverBaseText::tr("Flatten it first"));
    if (made && !info->safe())
        return refuse(ErrorKind::Unsafe, info->violations.front().reason);
    const std::optional<FileFacts> facts = regularFile(path);
    if (!facts)
        return refuse(ErrorKind::NotFound, RecoverBaseText::tr("it is gone"));
    return RecoveredBase{.recorded = recorded,
        .file = {absolutePath(path), info->format, info->virtualSizeBytes},
        .facts = *facts,
        .made = made,
        .evidence = {}};
}

/// What its name says, if the instance's own data say the same.
void judgeName(RecoveredBase &base, const BaseSearch &search)
{
    const QByteArray hash = hashInBaseName(fileName(base.recorded));
    const QString told = search.domain ? search.domain->imageUuid : QString();
    if (!hash.isEmpty() && !told.isEmpty() && baseNameOfImage(told) == hash) {
        base.proven = true;
        base.evidence =
            RecoverBaseText::tr("its name is the sha1 of the image %1, from which the instance's domain says "
                                "that it was made")
                .arg(told);
    } else if (!hash.isEmpty() && !told.isEmpty()) {
        base.evidence =
            RecoverBaseText::tr("its name is not the sha1 of the image %1, which the instance's domain names")
                .arg(told);
    } else {
        base.evidence = RecoverBaseText::tr("it has the name that the disk knows; nothing else tells of it");
    }
}

void judgeSize(RecoveredBase &base, const ImageInfo &overlay)
{
    if (base.file.virtualSizeBytes <= overlay.virtualSizeBytes)
        return;
    base.proven = false;
    base.evidence =
        RecoverBaseText::tr("it is larger (%1) than the disk that stands on it (%2), which Nova never makes")
            .arg(formatBytes(base.file.virtualSizeBytes), formatBytes(overlay.virtualSizeBytes));
}

} // namespace

RecoveredBase foundBase(const ChainLayer &layer, const ImageInfo &overlay, const BaseSearch &search)
{
    RecoveredBase base{.recorded = recordedName(layer),
        .file = {layer.path, layer.info->format, layer.info->virtualSizeBytes},
        .facts = layer.facts.value_or(FileFacts{}),
        .evidence = {}};
    judgeName(base, search);
    if (!layer.relocated && !base.proven) {
        base.proven = true;
        base.evidence = RecoverBaseText::tr("it lies where the disk says");
    }
    judgeSize(base, overlay);
    return base;
}

Result<RecoveredBase> findMissingBase(const ChainLayer &layer, const ImageInfo &overlay, const BaseSearch &search,
    const NativePath &chosen, const std::stop_token &stop)
{
    const NativePath recorded = recordedName(layer);
    const QByteArray hash = hashInBaseName(fileName(recorded));
    if (!chosen.isEmpty()) {
        const bool stored = isUuid(fileName(chosen));
        Result<RecoveredBase> base = looked(recorded, chosen, layer.declaredFormat, stored);
        if (!base)
            return base;
        if (stored && baseNameOfImage(QString::fromLatin1(fileName(chosen))) == hash) {
            base->proven = true;
            base->evidence = RecoverBaseText::tr("the sha1 of its UUID is the name that the disk knows");
        } else {
            base->evidence = RecoverBaseText::tr("it was chosen; nothing proves that it is the right one");
        }
        judgeSize(*base, overlay);
        return base;
    }
    // Only the plain name: one with a size behind it was grown, and its file system with it.
    const NativePath image =
        hash == fileName(recorded) && !hash.isEmpty() ? storedImage(hash, search, stop) : NativePath();
    if (!image.isEmpty()) {
        Result<RecoveredBase> base = looked(recorded, image, layer.declaredFormat, true);
        if (!base)
            return base;
        base->proven = true;
        base->evidence = RecoverBaseText::tr("the sha1 of its UUID is the name that the disk knows");
        judgeSize(*base, overlay);
        return base;
    }
    QStringList places;
    for (const NativePath &directory : search.directories)
        places.append(plainText(directory));
    return std::unexpected(Error{.kind = ErrorKind::NotFound,
        .action = RecoverBaseText::tr("find the base of a disk"),
        .subject = plainText(recorded),
        .reason = places.isEmpty() ? RecoverBaseText::tr("it does not exist")
                                   : RecoverBaseText::tr("neither it nor the image that it was made from is in %1")
                                         .arg(places.join(RecoverBaseText::tr(", "))),
        .hint =
            RecoverBaseText::tr("Name a directory that has it (--look-in), or the file itself (--base); a disk that is "
                                "not needed can be left out (--without)")});
}

} // namespace Fathom
