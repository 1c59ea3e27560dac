// SPDX-License-Identifier: GPL-3.0-or-later
#include "heapbound.h"
#include "host/instancetree.h"
#include "host/osloconfig.h"

#include <cstdlib>

using namespace Fathom;

/// What was not asked for is never held.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const HeapBound bound;
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto wanted = [](const QString &, const QString &key) { return key == QLatin1StringView("wanted"); };
    const Result<OsloConfig> config = parseOsloConfig(text, QStringLiteral("file"), wanted);
    if (config)
        for (const QMap<QString, QStringList> &section : config->sections)
            for (const QString &key : section.keys())
                if (key != QLatin1StringView("wanted"))
                    std::abort();
    (void)parseDiskInfo(text, QStringLiteral("disk.info"));
    (void)parseComputeNodes(text, QStringLiteral("compute_nodes"));
    return 0;
}
