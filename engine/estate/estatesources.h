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
    bool onlyExisting = false; ///< what is not there is no problem: these are guesses, nobody named them

    bool empty() const;
    bool operator==(const EstateSources &) const = default;
};

/// The usual places of a machine: /etc/glance/glance-api.conf and /etc/nova/nova.conf with what they name, else
/// /var/lib/glance/images and /var/lib/nova/instances; /etc/libvirt/qemu. Looks at nothing yet (onlyExisting).
EstateSources usualSources();

/// Whether any of the paths exists, readable or not. Looks at the disk: a hung mount holds it up.
bool isAnythingThere(const EstateSources &sources);

/// Sources after the configuration files were read: directories alone, clean and absolute, each once.
struct ResolvedSources {
    std::vector<NativePath> imageDirectories;
    std::vector<NativePath> instanceDirectories;
    std::vector<NativePath> domainDirectories;
    std::vector<GlanceConfig> glanceConfigs;
    std::vector<NovaConfig> novaConfigs;
    QByteArray cacheName = "_base";
    QHash<QByteArray, QString> hostOfDirectory; ///< instances directory → nova.conf's host
    /// Those of the directories above that nobody named and no configuration file names: that they are not there is no
    /// problem. They are not looked at here: a hung mount would stall all.
    std::vector<NativePath> guesses;
    std::vector<Error> problems; ///< configuration files that could not be read, stores that are no directories
};
ResolvedSources resolveSources(const EstateSources &sources);

} // namespace Fathom
