// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/overlaysbeside.h"

#include "base/directorylisting.h"
#include "chain/backingreference.h"
#include "image/imageprobe.h"

namespace Fathom {

namespace {

constexpr int looksLimit = 200; // some 20 ms on a local disk

} // namespace

std::vector<NativePath> overlaysBeside(const NativePath &path, const std::stop_token &stop)
{
    std::vector<NativePath> overlays;
    const Result<OpenDirectory> directory = OpenDirectory::open(parentPath(path));
    if (!directory)
        return overlays;
    const Result<std::vector<DirectoryName>> names = listNames(*directory, stop);
    if (!names)
        return overlays;
    int looks = 0;
    for (const DirectoryName &entry : *names) {
        if (entry.name == fileName(path) || (entry.kind && *entry.kind != FileKind::Regular))
            continue;
        if (stop.stop_requested() || ++looks > looksLimit)
            break;
        const Result<FileFacts> facts = directory->look(entry.name);
        if (!facts || facts->kind != FileKind::Regular)
            continue;
        const Result<ImageInfo> info = inspectImage(*directory, entry.name);
        const NativePath full = joinPath(parentPath(path), entry.name);
        if (info && !info->backingFile.isEmpty() && parseBackingReference(info->backingFile, full).path == path)
            overlays.push_back(entry.name);
    }
    return overlays;
}

bool isInImageCache(const NativePath &path)
{
    return parentPath(path).endsWith("/_base");
}

} // namespace Fathom
