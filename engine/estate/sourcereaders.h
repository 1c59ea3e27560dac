// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "estate/estatebuilder.h"
#include "estate/estatesources.h"

#include <stop_token>

namespace Fathom {

/// What one source brought; of the kinds of records it has its own alone.
struct SourceRecord {
    ImageStorePtr imageStore;
    InstanceTreePtr instanceTree;
    DomainRecordsPtr domains;
    std::shared_ptr<const ResolvedSources> configuration;

    bool empty() const { return !imageStore && !instanceTree && !domains && !configuration; }
};

/// A reading that came to its end: the record (empty when the source failed) and how it went.
struct SourceReading {
    SourceRecord record;
    SourceHealth health = SourceHealth::Failed;
    qint64 entries = 0;
    std::vector<Error> problems;
};

/// How a source is read. Both are called from the reading thread.
struct SourceHearers {
    std::function<void(const SourceRecord &soFar, qint64 entries)> partial; ///< now and then
    Progress progress;
};

// Blocking; one function per kind of source. Owners' names are asked for on the way, so that showing them asks nobody.

SourceReading readStoreSource(const NativePath &path, const SourceHearers &hearers, const std::stop_token &stop);
SourceReading readTreeSource(const NativePath &path, const InstanceTreeOptions &options, const SourceHearers &hearers,
    const std::stop_token &stop);
SourceReading readDomainSource(const NativePath &path, const SourceHearers &hearers, const std::stop_token &stop);
/// The configuration files, and with them where the other sources are.
SourceReading readConfigurationSource(const EstateSources &sources);

} // namespace Fathom
