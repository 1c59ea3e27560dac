// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/quarantine.h"

#include "base/directorylisting.h"
#include "host/accesshint.h"
#include "host/smallfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quarantine)
};

} // namespace

NativePath quarantineOf(const NativePath &root)
{
    return joinPath(root, quarantineDirectoryName.toByteArray());
}

Result<QuarantinedThing> findQuarantined(const NativePath &path)
{
    NativePath entry = absolutePath(path);
    while (fileName(parentPath(entry)) != quarantineDirectoryName) {
        if (parentPath(entry) == entry)
            return std::unexpected(Error{.kind = ErrorKind::Usage,
                .action = Text::tr("work with the quarantine"),
                .subject = plainText(path),
                .reason = Text::tr("it lies in no quarantine"),
                .hint = Text::tr("“fathomctl quarantined” lists what does")});
        entry = parentPath(entry);
    }
    const NativePath file = joinPath(entry, manifestName.toByteArray());
    const Result<QByteArray> text =
        readSmallFile(file, manifestLimitBytes, [] { return Text::tr("the manifest"); }, BoundedFile::Links::Refuse);
    if (!text)
        return std::unexpected(text.error());
    Result<QuarantineManifest> manifest = parseManifest(*text, plainText(file));
    if (!manifest)
        return std::unexpected(manifest.error());
    const NativePath held = joinPath(entry, fileName(manifest->original));
    if (const Result<FileFacts> there = fileFacts(held); !there)
        return std::unexpected(there.error());
    return QuarantinedThing{.entry = entry,
        .held = held,
        .original = joinPath(parentPath(parentPath(entry)), manifest->original),
        .manifest = *std::move(manifest)};
}

Result<QuarantineListing> listQuarantine(const NativePath &root)
{
    QuarantineListing listing;
    const NativePath quarantine = quarantineOf(absolutePath(root));
    const Result<std::vector<DirectoryEntry>> entries = listDirectory(quarantine);
    if (!entries) {
        if (entries.error().kind == ErrorKind::NotFound)
            return listing;
        return std::unexpected(entries.error());
    }
    for (const DirectoryEntry &entry : *entries) {
        if (!entry.facts || entry.facts->kind != FileKind::Directory)
            continue;
        Result<QuarantinedThing> thing = findQuarantined(joinPath(quarantine, entry.name));
        if (thing)
            listing.things.push_back(*std::move(thing));
        else if (thing.error().kind != ErrorKind::NotFound) // a husk is nothing to worry about
            listing.problems.push_back(thing.error());
    }
    std::ranges::reverse(listing.things); // their names begin with the time
    return listing;
}

std::vector<QuarantinedThing> readQuarantine(const NativePath &root, std::vector<Error> &problems)
{
    Result<QuarantineListing> listing = listQuarantine(root);
    if (!listing) {
        problems.push_back(withAccessHint(listing.error(), quarantineOf(root)));
        return {};
    }
    problems.insert(problems.end(), listing->problems.begin(), listing->problems.end());
    return std::move(listing->things);
}

} // namespace Fathom
