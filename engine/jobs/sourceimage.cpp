// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sourceimage.h"

#include "base/boundedfile.h"
#include "image/imageprobe.h"
#include "jobs/fileholders.h"
#include "jobs/qemuimgarguments.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct SourceImageText {
    Q_DECLARE_TR_FUNCTIONS(SourceImage)
};

} // namespace

Result<void> refuseUnsafe(const QString &action, const NativePath &path, const ImageInfo &info,
    const std::optional<ImageFormat> &declared, ToleratedRules tolerated)
{
    const auto refuse = [&](ErrorKind kind, const QString &reason, const QString &hint) {
        return std::unexpected(
            Error{.kind = kind, .action = action, .subject = plainText(path), .reason = reason, .hint = hint});
    };
    for (const SafetyViolation &violation : info.violations)
        if (std::ranges::find(tolerated, violation.rule) == tolerated.end())
            return refuse(ErrorKind::Unsafe, violation.reason,
                tolerated.size() == 0
                    ? SourceImageText::tr(
                          "Only an image that is whole in itself and breaks no rule is given to qemu-img")
                    : SourceImageText::tr("Only what breaks no rule of safety is given to qemu-img"));
    if (info.format == ImageFormat::Raw && info.content.isEmpty() && !declared)
        return refuse(ErrorKind::Unsafe,
            SourceImageText::tr("its bytes look like no format that is known, and nobody said what it is"),
            SourceImageText::tr("Say -f raw if it is a raw disk"));
    if (info.encrypted)
        return refuse(ErrorKind::Unsupported,
            SourceImageText::tr("it is encrypted, and Fathom does not ask for its key"),
            SourceImageText::tr("Copy the file as it is"));
    return {};
}

Result<void> refuseUnnameable(const QString &action, const NativePath &path)
{
    if (canBeNamed(path))
        return {};
    return std::unexpected(Error{.kind = ErrorKind::Unsupported,
        .action = action,
        .subject = plainText(path),
        .reason = SourceImageText::tr("its name is no UTF-8, and can be given neither to a program nor to the journal"),
        .hint = SourceImageText::tr("Rename it, or name it through a symbolic link")});
}

Result<ImageInfo> inspectSource(
    const QString &action, const NativePath &path, const std::optional<ImageFormat> &declared, ToleratedRules tolerated)
{
    Result<ImageInfo> info = inspectImage(path, BoundedFile::Links::Follow, declared);
    if (!info)
        return info;
    if (const Result<void> safe = refuseUnsafe(action, path, *info, declared, tolerated); !safe)
        return std::unexpected(safe.error());
    return info;
}

Result<FileFacts> sourceFacts(const NativePath &path)
{
    const Result<BoundedFile> file = BoundedFile::open(path, BoundedFile::Links::Follow);
    if (!file)
        return std::unexpected(file.error());
    return file->facts();
}

Result<void> refuseIfChanged(const QString &action, const NativePath &path, const FileFacts &before)
{
    const Result<FileFacts> after = sourceFacts(path);
    if (after && before.device == after->device && before.inode == after->inode &&
        before.lengthBytes == after->lengthBytes && before.modifiedSeconds == after->modifiedSeconds)
        return {};
    return std::unexpected(Error{.kind = ErrorKind::Conflict,
        .action = action,
        .subject = plainText(path),
        .reason = SourceImageText::tr("it was changed while it was read"),
        .hint = SourceImageText::tr("Nothing was kept. Find out who writes to it, then try again")});
}

Result<void> refuseIfHeld(const NativePath &path)
{
    const Result<FileUse> use = fileUse(path);
    if (!use)
        return std::unexpected(use.error());
    return refuseIfWritten(path, *use);
}

} // namespace Fathom
