// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/sourcereaders.h"

#include "base/boundedfile.h"
#include "base/directorylisting.h"
#include "base/ownernames.h"

namespace Fathom {

namespace {

void askForOwners(const DirectoryNode &node)
{
    if (node.facts) {
        ownerName(node.facts->uid);
        groupName(node.facts->gid);
    }
    for (const DirectoryNode &child : node.children)
        askForOwners(child);
}

template<class Record> SourceHealth healthOf(const Record &record)
{
    return record.complete && record.problems.empty() ? SourceHealth::Good : SourceHealth::Partial;
}

SourceReading failedReading(const Error &error)
{
    return {.health = SourceHealth::Failed, .problems = {error}};
}

} // namespace

SourceReading readStoreSource(const NativePath &path, const SourceHearers &hearers, const std::stop_token &stop)
{
    const auto partial = [&](const ImageStore &soFar) {
        hearers.partial({.imageStore = std::make_shared<const ImageStore>(soFar)}, std::ssize(soFar.images));
    };
    Result<ImageStore> store = readImageStore(path, partial, stop, hearers.progress);
    if (!store)
        return failedReading(store.error());
    askForOwners(store->directory);
    SourceReading reading{
        .health = healthOf(*store), .entries = std::ssize(store->images), .problems = store->problems};
    reading.record.imageStore = std::make_shared<const ImageStore>(std::move(*store));
    return reading;
}

SourceReading readTreeSource(const NativePath &path, const InstanceTreeOptions &options, const SourceHearers &hearers,
    const std::stop_token &stop)
{
    InstanceTreeOptions heard = options;
    heard.onPartial = [&](const InstanceTree &soFar) {
        hearers.partial({.instanceTree = std::make_shared<const InstanceTree>(soFar)}, std::ssize(soFar.instances));
    };
    Result<InstanceTree> tree = readInstanceTree(path, heard, stop, hearers.progress);
    if (!tree)
        return failedReading(tree.error());
    askForOwners(tree->directory);
    SourceReading reading{
        .health = healthOf(*tree), .entries = std::ssize(tree->instances), .problems = tree->problems};
    reading.record.instanceTree = std::make_shared<const InstanceTree>(std::move(*tree));
    return reading;
}

SourceReading readDomainSource(const NativePath &path, const SourceHearers &hearers, const std::stop_token &stop)
{
    const Result<std::vector<DirectoryEntry>> entries = listDirectory(path, stop);
    if (!entries)
        return failedReading(entries.error());
    DomainRecords domains;
    std::vector<Error> problems;
    ProgressStep step{.total = std::ssize(*entries)};
    for (const DirectoryEntry &entry : *entries) {
        if (stop.stop_requested())
            break;
        const NativePath file = joinPath(path, entry.name);
        step.what = plainText(file);
        ++step.done;
        if (hearers.progress)
            hearers.progress(step);
        if (!entry.name.endsWith(".xml") || !entry.facts || entry.facts->kind != FileKind::Regular)
            continue;
        Result<DomainFacts> facts =
            BoundedFile::open(file)
                .and_then([](BoundedFile opened) { return opened.readUpTo(0, domainXmlLimitBytes); })
                .and_then([&](const QByteArray &xml) { return readDomainXml(xml, plainText(file)); });
        if (facts)
            domains.push_back({file, std::move(*facts)});
        else
            problems.push_back(facts.error());
    }
    const bool whole = problems.empty() && !stop.stop_requested();
    SourceReading reading{.health = whole ? SourceHealth::Good : SourceHealth::Partial,
        .entries = std::ssize(domains),
        .problems = std::move(problems)};
    reading.record.domains = std::make_shared<const DomainRecords>(std::move(domains));
    return reading;
}

SourceReading readConfigurationSource(const EstateSources &sources)
{
    ResolvedSources resolved = resolveSources(sources);
    SourceReading reading{.entries = std::ssize(resolved.glanceConfigs) + std::ssize(resolved.novaConfigs),
        .problems = resolved.problems};
    reading.health = reading.problems.empty() ? SourceHealth::Good
        : reading.entries > 0                 ? SourceHealth::Partial
                                              : SourceHealth::Failed;
    reading.record.configuration = std::make_shared<const ResolvedSources>(std::move(resolved));
    return reading;
}

} // namespace Fathom
