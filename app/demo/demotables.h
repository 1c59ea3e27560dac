// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/rawcontents.h"

#include <span>

namespace Fathom {

/// How an image file of the demo is packed.
enum class DemoFormat { Raw, Qcow2Old, Qcow2, Qcow2Lazy, Vmdk, VhdFixed, VhdDynamic, Vdi };

/// A file of the image store. Lengths and times are those of the listing that the demo is made after.
struct DemoImage {
    const char *uuid;
    qint64 lengthBytes;
    const char *modified; ///< ISO 8601, UTC
    DemoFormat format;
    RawContent content;
    qint64 virtualSizeBytes; ///< 0: the file's length
    const char *label;
    int data; ///< how much of it holds data, in the format's blocks
};
std::span<const DemoImage> demoImages();

/// A file of a host's base cache.
struct DemoBase {
    const char *host;
    const char *imageUuid; ///< the base of that image; null: name says it
    const char *name;
    qint64 sizeBytes;
    RawContent content;
    const char *modified;
    int dataKiB;
};
std::span<const DemoBase> demoBases();

/// A disk of an instance: a qcow2 overlay, or a raw file when it has no base.
struct DemoDisk {
    const char *name; ///< "disk", "disk.swap", …; null ends the list
    qint64 sizeBytes;
    const char *baseOfImage; ///< stands on the base of that image; null: baseName says it
    const char *baseName;
    qint64 lengthBytes; ///< of the file; 0: as long as it needs to be
    int dataClusters;
};

enum class DemoXml { None, InDirectory, InLibvirt };

struct DemoInstance {
    const char *host;
    const char *uuid;
    const char *suffix; ///< of the directory's name: "" or "_resize"
    const char *libvirtName;
    const char *name; ///< null: written before Nova put its metadata into the XML
    const char *projectId;
    const char *projectName;
    const char *user;
    const char *novaVersion;
    const char *flavor;
    int memoryMiB, vcpus, rootGiB, ephemeralGiB, swapMiB;
    const char *imageUuid;
    const char *mac;
    const char *modified;
    qint64 consoleBytes;
    DemoXml xml;
    DemoDisk disks[4];
};
std::span<const DemoInstance> demoInstances();

inline constexpr const char *demoHosts[]{"compute1", "compute2"};

} // namespace Fathom
