// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageformat.h"
#include "libvirt/domainxml.h"

namespace Fathom {

/// A disk of a recovered instance, for its new domain.
struct RecoveredDisk {
    NativePath file; ///< where it lies, absolute
    ImageFormat format = ImageFormat::Qcow2;
    QString target; ///< "vda"; empty: the next free one
    QString bus; ///< "virtio"; empty: that
    QString device; ///< "disk" or "cdrom"; empty: "disk"
};

/// What the domain is made of.
struct RecoveredDomain {
    QString name; ///< empty: "recovered"
    DomainFacts facts; ///< of the old domain, as far as they are known
    QString machine; ///< of the old domain: "pc-i440fx-7.2"; empty: unknown
    NativePath nvram; ///< UEFI's variables, where there were some; absolute
    std::vector<RecoveredDisk> disks; ///< what it boots from first
};

/// "pc-i440fx-7.2" in the <os> of a domain's XML; empty: none is told.
QString machineOf(const QByteArray &xml);

/// A domain that starts from plain files on a machine with QEMU: no host's bridges, log files, labels or versions of a
/// machine are named. It has the old one's UUID, memory, processors, disks' targets and buses, and MAC addresses, these
/// on libvirt's network "default"; its screen listens on this machine alone.
QByteArray recoveredDomainXml(const RecoveredDomain &domain);

} // namespace Fathom
