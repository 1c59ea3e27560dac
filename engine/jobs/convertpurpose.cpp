// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/convertpurpose.h"

#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

constexpr std::array purposes{
    ConvertPurpose{"nova", QT_TRANSLATE_NOOP("ConvertPurpose", "Instances on local disks (qcow2)"),
        QT_TRANSLATE_NOOP("ConvertPurpose",
            "Takes only what is written, and Nova's overlays stand on it. Nova still keeps a raw copy in _base."),
        ImageFormat::Qcow2, false, "qcow2"},
    ConvertPurpose{"smallest", QT_TRANSLATE_NOOP("ConvertPurpose", "Smallest file (qcow2, compressed)"),
        QT_TRANSLATE_NOOP("ConvertPurpose",
            "For archives and transfers: compressed with zstd, which readers older than QEMU 5.1 do not know."),
        ImageFormat::Qcow2, true, "qcow2"},
    ConvertPurpose{"ceph", QT_TRANSLATE_NOOP("ConvertPurpose", "Ceph, and the fastest start (raw)"),
        QT_TRANSLATE_NOOP("ConvertPurpose",
            "Nothing has to be converted when an instance starts; Ceph clones it without a copy. Holes stay holes."),
        ImageFormat::Raw, false, "raw"},
    ConvertPurpose{"vsphere", QT_TRANSLATE_NOOP("ConvertPurpose", "VMware vSphere, OVF (VMDK, streamOptimized)"),
        QT_TRANSLATE_NOOP("ConvertPurpose", "Compressed, for import; it is read from the front to the end."),
        ImageFormat::Vmdk, true, "vmdk"},
    ConvertPurpose{"workstation", QT_TRANSLATE_NOOP("ConvertPurpose", "VMware Workstation (VMDK, sparse)"),
        QT_TRANSLATE_NOOP("ConvertPurpose", "Runs as it is: one file that grows with what is written."),
        ImageFormat::Vmdk, false, "vmdk"},
    ConvertPurpose{"virtualbox", QT_TRANSLATE_NOOP("ConvertPurpose", "VirtualBox (VDI)"),
        QT_TRANSLATE_NOOP("ConvertPurpose", "One file that grows with what is written."), ImageFormat::Vdi, false,
        "vdi"},
    ConvertPurpose{"hyperv", QT_TRANSLATE_NOOP("ConvertPurpose", "Hyper-V, generation 2 (VHDX)"),
        QT_TRANSLATE_NOOP("ConvertPurpose", "Dynamic: grows with what is written."), ImageFormat::Vhdx, false, "vhdx"},
    ConvertPurpose{"azure", QT_TRANSLATE_NOOP("ConvertPurpose", "Older Hyper-V, Xen (VHD)"),
        QT_TRANSLATE_NOOP("ConvertPurpose", "Dynamic, with the exact size kept. At most 2040 GiB."), ImageFormat::Vhd,
        false, "vhd"},
};

} // namespace

std::span<const ConvertPurpose> convertPurposes()
{
    return purposes;
}

QString purposeText(const char *source)
{
    return QCoreApplication::translate("ConvertPurpose", source);
}

} // namespace Fathom
