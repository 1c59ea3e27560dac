// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"
#include "host/glanceconfig.h"
#include "host/novaconfig.h"

#include <QHash>

#include <vector>

namespace Fathom {

/// Where an estate lies, as the user names it.
struct EstateSources {
    std::vector<NativePath> imageDirectories;
    std::vector<NativePath> instanceDirectories;
    std::vector<NativePath> domainDirectories; ///< of domain XML files, read only when they exist
    std::vector<NativePath> glanceConfigs;
    std::vector<NativePath> novaConfigs;

    bool empty() const;
};

/// The usual places of this machine: /etc/glance/glance-api.conf, /etc/nova/nova.conf, /var/lib/glance/images,
/// /var/lib/nova/instances, /etc/libvirt/qemu; only those that exist.
EstateSources usualSources();

/// Sources after the configuration files were read: directories alone, clean and absolute, each once.
struct ResolvedSources {
    std::vector<NativePath> imageDirectories;
    std::vector<NativePath> instanceDirectories;
    std::vector<NativePath> domainDirectories;
    std::vector<GlanceConfig> glanceConfigs;
    std::vector<NovaConfig> novaConfigs;
    QByteArray cacheName = "_base";
    QHash<QByteArray, QString> hostOfDirectory; ///< instances directory → nova.conf's host
    std::vector<Error> problems; ///< configuration files that could not be read, stores that are no directories
};
ResolvedSources resolveSources(const EstateSources &sources);

} // namespace Fathom
