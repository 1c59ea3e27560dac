// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/filesbelow.h"

#include "base/directorylisting.h"
#include "jobs/fileholders.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Fathom {

namespace {

struct FilesBelowText {
    Q_DECLARE_TR_FUNCTIONS(FilesBelow)
};

constexpr std::size_t mostFiles = 1000;

} // namespace

Result<FilesBelow> filesBelow(const NativePath &path)
{
    FilesBelow files;
    QSet<std::pair<quint64, quint64>> counted;
    std::vector<NativePath> left{path};
    for (std::size_t seen = 0; !left.empty(); ++seen) {
        const NativePath here = std::move(left.back());
        left.pop_back();
        if (seen + left.size() > mostFiles)
            return std::unexpected(Error{.kind = ErrorKind::Unsupported,
                .action = FilesBelowText::tr("look at a directory"),
                .subject = plainText(path),
                .reason = FilesBelowText::tr("there are more than %1 files in it").arg(mostFiles)});
        const Result<FileFacts> facts = fileFacts(here);
        if (!facts)
            return std::unexpected(facts.error());
        const std::pair id(facts->device, facts->inode);
        if (!counted.contains(id))
            files.allocatedBytes += facts->allocatedBytes;
        counted.insert(id);
        if (facts->kind == FileKind::Regular)
            files.paths.push_back(here);
        if (facts->kind != FileKind::Directory)
            continue;
        const Result<std::vector<DirectoryEntry>> entries = listDirectory(here);
        if (!entries)
            return std::unexpected(entries.error());
        for (const DirectoryEntry &entry : *entries)
            left.push_back(joinPath(here, entry.name));
    }
    std::ranges::sort(files.paths);
    return files;
}

Result<void> refuseIfUsed(const FilesBelow &files)
{
    for (const NativePath &file : files.paths)
        if (const Result<void> unused = refuseIfUsed(file); !unused)
            return unused;
    return {};
}

} // namespace Fathom
