// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/quarantinemove.h"

#include "base/ownernames.h"
#include "jobs/quarantineentry.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quarantine)
};

Error refusal(ErrorKind kind, const NativePath &path, const QString &reason, const QString &hint)
{
    return {.kind = kind,
        .action = Text::tr("work with the quarantine"),
        .subject = plainText(path),
        .reason = reason,
        .hint = hint};
}

NativePath entryName(qint64 at)
{
    const QByteArray when =
        QDateTime::fromMSecsSinceEpoch(at, QTimeZone::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
    const QByteArray digits =
        QByteArray::number(QRandomGenerator::system()->generate() >> 8, 16).rightJustified(6, '0');
    return when + '-' + digits;
}

bool isSame(const struct stat &status, const FileFacts &facts)
{
    return status.st_dev == facts.device && status.st_ino == facts.inode;
}

Error moveError(int number, const NativePath &from, const NativePath &to)
{
    switch (number) {
    case EXDEV:
        return refusal(ErrorKind::Unsupported, from,
            Text::tr("it lies on another file system than %1, and is moved by its name alone").arg(plainText(to)),
            Text::tr("Copy it away first, and remove it by hand"));
    case EEXIST:
        return refusal(ErrorKind::Conflict, to, Text::tr("something else stands there by now"),
            Text::tr("Move that away first; nothing is ever overwritten"));
    default: return quarantineError(number, from);
    }
}

} // namespace

Result<QuarantinedThing> moveToQuarantine(
    const NativePath &root, const NativePath &path, const FileFacts &facts, QuarantineManifest manifest)
{
    const NativePath name = fileName(path);
    if (!isBelow(path, root) || path == root || name == manifestName || name == doomedName ||
        isBelow(path, quarantineOf(root)))
        return std::unexpected(refusal(ErrorKind::Usage, path, Text::tr("it cannot be moved into quarantine"), {}));
    const Result<OpenQuarantine> opened = openQuarantineOf(root, true);
    if (!opened)
        return std::unexpected(opened.error());
    removeHusks(*opened, root);
    manifest.original = path.sliced(root.size() + (root.endsWith('/') ? 0 : 1));
    manifest.movedAt = QDateTime::currentMSecsSinceEpoch();
    manifest.movedBy = ownerName(::geteuid());
    const NativePath way = manifest.original.contains('/') ? parentPath(manifest.original) : NativePath();
    const Descriptor parent = directoryBelow(opened->root.number(), way);
    struct stat status{};
    if (parent.number() < 0 || ::fstatat(parent.number(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return std::unexpected(quarantineError(errno, path));
    if (!isSame(status, facts))
        return std::unexpected(refusal(ErrorKind::Conflict, path,
            Text::tr("it is not what it was when the plan was made"), Text::tr("Make a new plan")));

    const NativePath entryDirectory = entryName(manifest.movedAt);
    const NativePath entryPath = joinPath(quarantineOf(root), entryDirectory);
    const int quarantine = opened->quarantine.number();
    if (::mkdirat(quarantine, entryDirectory.constData(), 0700) != 0)
        return std::unexpected(quarantineError(errno, entryPath));
    const auto undo = [&](const Error &error) {
        removeHusk(*opened, quarantineOf(root), entryDirectory);
        return std::unexpected(error);
    };
    const Descriptor entry = directoryBelow(quarantine, entryDirectory);
    if (entry.number() < 0 || !writeManifest(entry.number(), manifestText(manifest)) || !sync(entry) ||
        !sync(opened->quarantine) || !sync(opened->root))
        return undo(quarantineError(errno, entryPath));
    if (const int number = renameHere(parent.number(), name, entry.number()); number != 0)
        return undo(moveError(number, path, entryPath));
    // From here on it lies in quarantine, whatever happens: an error below tells of the disk alone.
    if (!sync(entry) || !sync(parent))
        return std::unexpected(quarantineError(errno, joinPath(entryPath, name)));
    return QuarantinedThing{
        .entry = entryPath, .held = joinPath(entryPath, name), .original = path, .manifest = std::move(manifest)};
}

namespace {

/// An entry of a quarantine, held open.
struct OpenedThing {
    OpenQuarantine opened;
    NativePath root;
    Descriptor entry;
};

Result<OpenedThing> openThing(const QuarantinedThing &thing)
{
    const NativePath root = parentPath(parentPath(thing.entry));
    Result<OpenQuarantine> opened = openQuarantineOf(root, false);
    if (!opened)
        return std::unexpected(opened.error());
    removeHusks(*opened, root);
    OpenedThing result{*std::move(opened), root, {}};
    result.entry = directoryBelow(result.opened.quarantine.number(), fileName(thing.entry));
    if (result.entry.number() < 0)
        return std::unexpected(quarantineError(errno, thing.entry));
    return result;
}

} // namespace

Result<void> moveBack(const QuarantinedThing &thing)
{
    const Result<OpenedThing> open = openThing(thing);
    if (!open)
        return std::unexpected(open.error());
    const NativePath &original = thing.manifest.original;
    const NativePath way = original.contains('/') ? parentPath(original) : NativePath();
    const Descriptor parent = directoryBelow(open->opened.root.number(), way);
    if (parent.number() < 0)
        return std::unexpected(quarantineError(errno, parentPath(thing.original)));
    if (const int number = renameHere(open->entry.number(), fileName(original), parent.number()); number != 0)
        return std::unexpected(moveError(number, thing.held, thing.original));
    const bool safe = sync(parent) && sync(open->entry);
    const int number = errno;
    removeHusk(open->opened, quarantineOf(open->root), fileName(thing.entry));
    return safe ? Result<void>() : std::unexpected(quarantineError(number, thing.original));
}

Result<void> removeForGood(const QuarantinedThing &thing)
{
    const Result<OpenedThing> open = openThing(thing);
    if (!open)
        return std::unexpected(open.error());
    // Under another name it is no thing any more: half of it must never come back.
    if (::renameat(
            open->entry.number(), fileName(thing.held).constData(), open->entry.number(), doomedName.constData()) != 0)
        return std::unexpected(quarantineError(errno, thing.held));
    const std::error_code problem = removeDoomed(open->entry);
    if (problem)
        return std::unexpected(quarantineError(problem.value(), thing.held));
    removeHusk(open->opened, quarantineOf(open->root), fileName(thing.entry));
    return sync(open->opened.quarantine) ? Result<void>() : std::unexpected(quarantineError(errno, thing.entry));
}

} // namespace Fathom
