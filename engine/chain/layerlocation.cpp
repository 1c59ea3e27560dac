// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/layerlocation.h"

#include "base/maskedname.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace Fathom {

namespace {

struct LayerLocationText {
    Q_DECLARE_TR_FUNCTIONS(LayerLocation)
};

constexpr int linksLimit = 40; // as the kernel has it

struct Place {
    NativePath path;
    bool relocated = false;
};

bool mayBeOpened(const NativePath &path, const ChainPolicy &policy)
{
    return policy.roots.empty() ||
        std::ranges::any_of(policy.roots, [&](const NativePath &root) { return isBelow(path, root); });
}

/// Only a plain "there is no such thing" counts as absent: what cannot be looked at must not hide behind another place.
bool isAbsent(const Result<FileFacts> &facts)
{
    return !facts && facts.error().kind == ErrorKind::NotFound;
}

QString findAction()
{
    return LayerLocationText::tr("find the layer");
}

void setOutside(LayerLocation &location, const NativePath &target)
{
    location.state = LinkState::Outside;
    location.error = Error{.kind = ErrorKind::Unsafe,
        .action = LayerLocationText::tr("open the layer"),
        .subject = plainText(location.path),
        .reason = target == location.path
            ? LayerLocationText::tr("it lies outside the directories that may be opened")
            : LayerLocationText::tr("it is a symbolic link to %1, outside the directories that may be opened")
                  .arg(plainText(target)),
        .hint = LayerLocationText::tr("If you trust it, add its directory to those that Fathom looks at")};
}

/// Follows symbolic links at the end of the name as long as they stay where files may be opened. facts: of
/// location.path, which may be opened.
void followLinks(LayerLocation &location, Result<FileFacts> facts, const ChainPolicy &policy)
{
    NativePath path = location.path;
    for (int links = 0; links <= linksLimit; ++links) {
        if (isAbsent(facts) && links > 0) {
            location.state = LinkState::Missing;
            location.error = Error{.kind = ErrorKind::NotFound,
                .action = findAction(),
                .subject = plainText(location.path),
                .reason =
                    LayerLocationText::tr("it is a symbolic link to %1, which does not exist").arg(plainText(path)),
                .hint = LayerLocationText::tr("Restore that file, or mend the link")};
            return;
        }
        if (!facts || facts->kind != FileKind::SymbolicLink) { // reading it will say what is wrong, if anything
            location.opened = path;
            return;
        }
        path = cleanPath(joinPath(parentPath(path), linkTarget(path)));
        if (!mayBeOpened(path, policy)) {
            setOutside(location, path);
            return;
        }
        facts = fileFacts(path);
    }
    location.state = LinkState::Unreadable;
    location.error = Error{.kind = ErrorKind::Unsafe,
        .action = findAction(),
        .subject = plainText(location.path),
        .reason = LayerLocationText::tr("its symbolic links lead in a circle"),
        .hint = {}};
}

std::vector<Place> placesOf(const BackingReference &reference, bool windowsNames, const ChainPolicy &policy)
{
    std::vector<Place> places;
    const NativePath &own = reference.path;
    if (!own.isEmpty()) {
        for (const Relocation &relocation : policy.relocations)
            if (isBelow(own, relocation.from))
                places.push_back({cleanPath(relocation.to + '/' + own.sliced(relocation.from.size())),
                    relocation.from != relocation.to});
        places.push_back({own, false});
    }
    NativePath name = fileName(own.isEmpty() ? reference.text : own);
    if ((windowsNames || own.isEmpty()) && reference.text.contains('\\')) {
        // A differencing disk of Windows names its parent ".\base.vhdx", or by a path of that machine.
        name = name.sliced(name.lastIndexOf('\\') + 1);
        if (!own.isEmpty() && !name.isEmpty()) {
            NativePath slashed = own;
            slashed.replace('\\', '/');
            places.push_back({cleanPath(slashed), true});
        }
    }
    if (!name.isEmpty())
        for (const NativePath &directory : policy.baseDirectories)
            places.push_back({joinPath(directory, name), true});
    return places;
}

LayerLocation nowhere(const BackingReference &reference, const std::vector<Place> &places, const ChainPolicy &policy)
{
    LayerLocation location{.path = reference.path};
    QStringList lookedAt;
    for (const Place &place : places)
        if (mayBeOpened(place.path, policy))
            lookedAt.append(plainText(place.path));
    lookedAt.removeDuplicates();
    // The subject of the sentence need not be said twice.
    lookedAt.removeOne(plainText(reference.text));
    const bool hasRelocation = std::ranges::any_of(
        policy.relocations, [&](const Relocation &relocation) { return isBelow(reference.path, relocation.from); });
    if (!reference.path.isEmpty() && !hasRelocation && !mayBeOpened(reference.path, policy)) {
        setOutside(location, location.path);
        return location;
    }
    location.state = LinkState::Missing;
    Error error{.kind = ErrorKind::NotFound, .action = findAction(), .subject = maskedName(reference.text)};
    if (reference.path.isEmpty()) {
        error.reason =
            LayerLocationText::tr("it is the name of a file on Windows, which means nothing on this machine");
        error.hint = LayerLocationText::tr("Copy that file here, and rebase the disk onto the copy");
    } else {
        error.reason = lookedAt.isEmpty()
            ? LayerLocationText::tr("it does not exist")
            : LayerLocationText::tr("it does not exist (looked for at: %1)").arg(lookedAt.join(QStringLiteral(", ")));
        error.hint = LayerLocationText::tr("Restore it from another host or a backup; a base in Nova's image cache is "
                                           "fetched again when the instance is rebooted hard, as long as Glance still "
                                           "has the image");
    }
    location.error = error;
    return location;
}

} // namespace

LayerLocation locateTop(const NativePath &path, const ChainPolicy &policy)
{
    LayerLocation location{.path = path};
    if (mayBeOpened(path, policy))
        followLinks(location, fileFacts(path), policy);
    else
        setOutside(location, path);
    return location;
}

LayerLocation locateLayer(const BackingReference &reference, bool windowsNames, const ChainPolicy &policy)
{
    const std::vector<Place> places = placesOf(reference, windowsNames, policy);
    for (const Place &place : places) {
        if (!mayBeOpened(place.path, policy))
            continue;
        const Result<FileFacts> facts = fileFacts(place.path);
        if (isAbsent(facts))
            continue;
        LayerLocation location{.path = place.path, .relocated = place.relocated};
        followLinks(location, facts, policy);
        return location;
    }
    return nowhere(reference, places, policy);
}

} // namespace Fathom
