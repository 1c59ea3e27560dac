// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace Fathom {

/// A disk of a domain, as its XML tells it.
struct DomainDisk {
    QString device; ///< "disk", "cdrom", "floppy"
    QString type; ///< "file", "block", "network", …
    QString driverFormat; ///< <driver type=…>, may be empty
    NativePath source; ///< file or device path; for network disks "protocol:name"
    QString target; ///< "vda"
    QString bus; ///< "virtio"
};

/// Nova's flavor in the domain's metadata. Nova counts GiB for disks, MiB for memory and swap.
struct NovaFlavor {
    QString name;
    std::optional<qint64> memoryMiB;
    std::optional<qint64> diskGiB;
    std::optional<qint64> swapMiB;
    std::optional<qint64> ephemeralGiB;
    std::optional<int> vcpus;
};

/// What a domain's XML says, as far as the estate needs it. Read only; editing works on the text itself.
struct DomainFacts {
    QString uuid;
    QString name; ///< libvirt's: "instance-00000113"
    std::optional<qint64> memoryBytes;
    std::optional<int> vcpus;
    std::vector<DomainDisk> disks;
    QStringList macAddresses;
    QStringList graphics; ///< "spice 0.0.0.0": type and listen address
    QString novaVersion; ///< metadata's package version, or sysinfo's ("2014.1.3")

    // Nova's metadata, empty where there is none
    QString novaName; ///< the instance's display name
    QString createdAt; ///< as Nova writes it: "2026-11-23 19:48:59" (UTC)
    std::optional<NovaFlavor> flavor;
    QString projectId;
    QString projectName;
    QString userId;
    QString userName;
    QString imageUuid; ///< empty: booted from volume, or not told
};

/// The largest domain XML that is read.
inline constexpr qint64 domainXmlLimitBytes = 512 * 1024;

/// Reads a domain's XML (libvirt.xml, /etc/libvirt/qemu/NAME.xml, virsh dumpxml). subject names it in errors.
/// External entities and DTD tricks are refused.
Result<DomainFacts> readDomainXml(const QByteArray &xml, const QString &subject);

} // namespace Fathom
