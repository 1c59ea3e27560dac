// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estatesources.h"

#include "base/filefacts.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EstateSources)
};

constexpr const char *usualImageDirectory = "/var/lib/glance/images";
constexpr const char *usualInstanceDirectory = "/var/lib/nova/instances";

bool isThere(const NativePath &path)
{
    const Result<FileFacts> facts = fileFacts(path);
    return facts || facts.error().kind != ErrorKind::NotFound;
}

void addOnce(std::vector<NativePath> &paths, const NativePath &path)
{
    const NativePath absolute = absolutePath(path);
    if (std::ranges::find(paths, absolute) == paths.end())
        paths.push_back(absolute);
}

} // namespace

bool EstateSources::empty() const
{
    return imageDirectories.empty() && instanceDirectories.empty() && domainDirectories.empty() &&
        glanceConfigs.empty() && novaConfigs.empty();
}

EstateSources usualSources()
{
    return {
        .imageDirectories = {usualImageDirectory},
        .instanceDirectories = {usualInstanceDirectory},
        .domainDirectories = {"/etc/libvirt/qemu"},
        .glanceConfigs = {"/etc/glance/glance-api.conf"},
        .novaConfigs = {"/etc/nova/nova.conf"},
        .onlyExisting = true,
    };
}

bool isAnythingThere(const EstateSources &sources)
{
    for (const auto &list : {sources.imageDirectories, sources.instanceDirectories, sources.domainDirectories,
             sources.glanceConfigs, sources.novaConfigs})
        if (std::ranges::any_of(list, isThere))
            return true;
    return false;
}

ResolvedSources resolveSources(const EstateSources &sources)
{
    ResolvedSources resolved;
    const auto wanted = [&](const NativePath &path) { return !sources.onlyExisting || isThere(path); };

    for (const NativePath &path : sources.glanceConfigs) {
        if (!wanted(path))
            continue;
        Result<GlanceConfig> config = readGlanceConfig(absolutePath(path));
        if (!config) {
            resolved.problems.push_back(config.error());
            continue;
        }
        resolved.problems.insert(resolved.problems.end(), config->problems.begin(), config->problems.end());
        for (const GlanceStore &store : config->stores)
            // A store beside the files that nobody writes to by default is no failure to list the files.
            if (!store.explanation.isEmpty() && (store.isDefault || config->imageDirectories().empty()))
                resolved.problems.push_back({.kind = ErrorKind::Unsupported,
                    .action = Text::tr("list the images of the store"),
                    .subject = store.id,
                    .reason = store.explanation});
        for (const NativePath &directory : config->imageDirectories())
            addOnce(resolved.imageDirectories, directory);
        resolved.glanceConfigs.push_back(std::move(*config));
    }
    for (const NativePath &path : sources.novaConfigs) {
        if (!wanted(path))
            continue;
        Result<NovaConfig> config = readNovaConfig(absolutePath(path));
        if (!config) {
            resolved.problems.push_back(config.error());
            continue;
        }
        resolved.problems.insert(resolved.problems.end(), config->problems.begin(), config->problems.end());
        if (!config->imagesTypeExplanation.isEmpty())
            resolved.problems.push_back({.kind = ErrorKind::Unsupported,
                .action = Text::tr("list the disks of the back end"),
                .subject = config->imagesType,
                .reason = config->imagesTypeExplanation});
        addOnce(resolved.instanceDirectories, config->instancesPath);
        resolved.hostOfDirectory.insert(absolutePath(config->instancesPath), config->host);
        resolved.cacheName = config->cacheName;
        resolved.novaConfigs.push_back(std::move(*config));
    }

    // The usual directories are guesses for machines whose configuration could not be read.
    const bool guessImages = !sources.onlyExisting || resolved.glanceConfigs.empty();
    const bool guessInstances = !sources.onlyExisting || resolved.novaConfigs.empty();
    // What was added to the usual places was named, and is read in any case.
    const EstateSources usual = usualSources();
    const auto take = [&](std::vector<NativePath> &into, const std::vector<NativePath> &paths,
                          const std::vector<NativePath> &guesses, bool guessWanted) {
        for (const NativePath &path : paths) {
            const bool guess = sources.onlyExisting && std::ranges::find(guesses, path) != guesses.end();
            if (guess && !guessWanted)
                continue;
            addOnce(into, path);
            if (guess)
                addOnce(resolved.guesses, path);
        }
    };
    take(resolved.imageDirectories, sources.imageDirectories, usual.imageDirectories, guessImages);
    take(resolved.instanceDirectories, sources.instanceDirectories, usual.instanceDirectories, guessInstances);
    take(resolved.domainDirectories, sources.domainDirectories, usual.domainDirectories, true);
    return resolved;
}

} // namespace Fathom
