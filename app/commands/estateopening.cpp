// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/estateopening.h"

#include "app/demo/demoestate.h"
#include "base/directorylisting.h"
#include "estate/estatescan.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct EstateOpeningText {
    Q_DECLARE_TR_FUNCTIONS(EstateOpening)
};

enum class PlaceKind { ImageStore, InstanceTree, InstanceDirectory };

bool isInstanceMeaning(EntryMeaning meaning)
{
    return meaning == EntryMeaning::InstanceDirectory || meaning == EntryMeaning::ResizeLeftover ||
        meaning == EntryMeaning::DeleteLeftover;
}

/// By what the directory holds, never by where it lies.
Result<PlaceKind> placeKind(const NativePath &path, const std::stop_token &stop)
{
    Result<std::vector<DirectoryEntry>> entries = listDirectory(path, stop);
    if (!entries) {
        if (entries.error().kind == ErrorKind::NotAFile ||
            fileFacts(path)
                .transform([](const FileFacts &facts) { return facts.kind == FileKind::Regular; })
                .value_or(false)) {
            Error error = entries.error();
            error.kind = ErrorKind::Usage;
            error.reason = EstateOpeningText::tr("it is no directory");
            error.hint = EstateOpeningText::tr("For a single file there are “fathomctl inspect” and “fathomctl chain”");
            return std::unexpected(error);
        }
        return std::unexpected(entries.error());
    }
    bool holdsDisk = false;
    for (const DirectoryEntry &entry : *entries) {
        if (!entry.facts)
            continue;
        // A link named like an image is an image that lies elsewhere, no instance.
        if (entry.facts->kind == FileKind::SymbolicLink)
            continue;
        const EntryMeaning meaning = meaningOf(EntryMeaning::InstancesRoot, entry.name, entry.facts->kind);
        if (meaning == EntryMeaning::BaseCache || meaning == EntryMeaning::ComputeNodes || isInstanceMeaning(meaning))
            return PlaceKind::InstanceTree;
        holdsDisk = holdsDisk || entry.name == "disk" || entry.name == "disk.info" || entry.name == "libvirt.xml";
    }
    const bool namedAsInstance =
        isInstanceMeaning(meaningOf(EntryMeaning::InstancesRoot, fileName(path), FileKind::Directory));
    return holdsDisk && namedAsInstance ? PlaceKind::InstanceDirectory : PlaceKind::ImageStore;
}

} // namespace

bool OpenedEstate::wanted(const NativePath &path) const
{
    return only.empty() ||
        std::ranges::any_of(only, [&](const NativePath &directory) { return isBelow(path, directory); });
}

EstateSources namedSources(const CommandRequest &request, Console &console)
{
    EstateSources sources = request.estate.sources;
    if (request.estate.demo) {
        const Result<EstateSources> demo = makeDemoEstate(request.stop, console.progress());
        console.endProgress();
        if (!demo) {
            console.complain(demo.error());
            return sources;
        }
        const auto append = [](std::vector<NativePath> &to, const std::vector<NativePath> &from) {
            to.insert(to.end(), from.begin(), from.end());
        };
        append(sources.imageDirectories, demo->imageDirectories);
        append(sources.instanceDirectories, demo->instanceDirectories);
        append(sources.domainDirectories, demo->domainDirectories);
    }
    return sources.empty() && !request.estate.demo && request.paths.empty() ? usualSources() : sources;
}

OpenedEstate openEstate(const CommandRequest &request, Console &console)
{
    OpenedEstate opened;
    EstateSources sources = namedSources(request, console);
    std::vector<NativePath> single;
    std::vector<NativePath> whole = sources.instanceDirectories;
    for (const NativePath &named : request.paths) {
        const NativePath path = absolutePath(named);
        const Result<PlaceKind> kind = placeKind(path, request.stop);
        if (!kind) {
            console.complain(kind.error());
            continue;
        }
        if (*kind == PlaceKind::ImageStore) {
            sources.imageDirectories.push_back(path);
        } else if (*kind == PlaceKind::InstanceTree) {
            sources.instanceDirectories.push_back(path);
            whole.push_back(path);
        } else {
            sources.instanceDirectories.push_back(parentPath(path));
            single.push_back(path);
        }
    }
    if (!single.empty() && sources.novaConfigs.empty()) {
        opened.only = single;
        opened.only.insert(opened.only.end(), whole.begin(), whole.end());
    }
    opened.estate = scanEstate(sources, request.stop, console.progress());
    console.endProgress();
    if (request.stop.stop_requested())
        console.complain({.kind = ErrorKind::Cancelled,
            .action = EstateOpeningText::tr("read everything"),
            .reason = EstateOpeningText::tr("it was cancelled"),
            .hint = EstateOpeningText::tr("What had been read is shown")});
    for (const EstateSource &source : opened.estate->sources)
        for (const Error &problem : source.problems)
            console.complain(problem);
    if (opened.estate->sources.empty() && console.exitCode() == 0)
        console.complain({.kind = ErrorKind::NotFound,
            .action = EstateOpeningText::tr("find an image store or an instances directory in the usual places"),
            .hint = EstateOpeningText::tr("Name one with --images, --instances, --glance-conf or --nova-conf, give "
                                          "the directory itself, or try --demo")});
    return opened;
}

} // namespace Fathom
