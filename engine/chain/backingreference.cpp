// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/backingreference.h"

#include "image/imageformat.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Fathom {

namespace {

using namespace Qt::StringLiterals;

/// Longer than any format can hold as a backing name (qcow2: 1,023 bytes), short enough to be parsed in no time.
constexpr qsizetype jsonLimitBytes = 64 * 1024;
constexpr int jsonDepthLimit = 64;

/// Block drivers of qemu that pass everything through to the "file" below them.
constexpr std::array filterDrivers{
    "throttle"_L1, "copy-on-read"_L1, "blkdebug"_L1, "compress"_L1, "preallocate"_L1, "snapshot-access"_L1};

/// qemu takes what stands before a ':' for a protocol when no '/' comes first (its path_has_protocol()).
QByteArray protocolOf(const QByteArray &name)
{
    const qsizetype colon = name.indexOf(':');
    const qsizetype slash = name.indexOf('/');
    return colon >= 0 && (slash < 0 || colon < slash) ? name.first(colon) : QByteArray();
}

bool hasDriveLetter(const QByteArray &name)
{
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return name.size() >= 3 && isLetter(name[0]) && name[1] == ':' && (name[2] == '\\' || name[2] == '/');
}

NativePath besideOverlay(const QByteArray &name, const NativePath &overlay)
{
    return cleanPath(joinPath(parentPath(overlay), name));
}

void setFile(BackingReference &reference, const QByteArray &name, const NativePath &overlay)
{
    reference.path = besideOverlay(name, overlay);
    reference.kind = isBelow(reference.path, "/dev") ? BackingKind::Device : BackingKind::File;
}

/// Walks down "file", nested or dotted ({"file": {"filename": …}} and {"file.filename": …} mean the same), to the
/// driver that nothing lies under.
void readJson(BackingReference &reference, const QByteArray &json, const NativePath &overlay)
{
    if (json.size() > jsonLimitBytes)
        return;
    QJsonObject object = QJsonDocument::fromJson(json).object();
    const QString fileKey = QStringLiteral("file");
    QString prefix;
    QString driver;
    for (int depth = 0; depth < jsonDepthLimit; ++depth) {
        driver = plainText(object.value(prefix + QStringLiteral("driver")).toString().toUtf8());
        const QJsonValue below = object.value(prefix + fileKey);
        const QString dotted = prefix + fileKey + u'.';
        const QStringList keys = object.keys();
        if (below.isObject()) {
            object = below.toObject();
            prefix.clear();
        } else if (std::ranges::any_of(keys, [&](const QString &key) { return key.startsWith(dotted); })) {
            prefix = dotted;
        } else {
            break;
        }
        if (reference.format.isEmpty() && !std::ranges::contains(filterDrivers, driver))
            reference.format = driver;
    }
    const QByteArray name = object.value(prefix + QStringLiteral("filename")).toString().toUtf8();
    if (formatFromName(driver)) { // a format driver with a file name of its own: the file is implied
        if (reference.format.isEmpty())
            reference.format = driver;
        driver.clear();
    }
    if (driver.isEmpty() && !name.isEmpty()) {
        const QByteArray protocol = protocolOf(name);
        driver = protocol.isEmpty() ? fileKey : plainText(protocol);
    }
    reference.protocol = driver;
    if (!name.isEmpty() && (driver == fileKey || driver == "host_device"_L1 || driver == "host_cdrom"_L1))
        reference.path = besideOverlay(name.startsWith("file:") ? name.sliced(5) : name, overlay);
}

} // namespace

BackingReference parseBackingReference(const QByteArray &text, const NativePath &overlay)
{
    BackingReference reference{.text = text};
    // Names are C strings to qemu and to the kernel: nothing after a zero byte is part of them.
    const qsizetype zero = text.indexOf('\0');
    const QByteArray name = zero < 0 ? text : text.first(zero);
    if (name.isEmpty())
        return reference;
    if (hasDriveLetter(name)) {
        reference.kind = BackingKind::File; // with an empty path: no file of this machine can be meant
        return reference;
    }
    const QByteArray protocol = protocolOf(name);
    const QByteArray rest = name.sliced(protocol.isEmpty() ? 0 : protocol.size() + 1);
    if (protocol == "json") {
        reference.kind = BackingKind::Json;
        readJson(reference, rest, overlay);
    } else if (protocol.isEmpty() && !name.startsWith(':')) {
        setFile(reference, name, overlay);
    } else if (protocol == "file") {
        // qemu takes a relative name after "file:" from wherever it was started; the overlay's place is the best guess.
        setFile(reference, rest, overlay);
    } else if (protocol == "host_device" || protocol == "host_cdrom") {
        reference.kind = BackingKind::Device;
        reference.path = besideOverlay(rest, overlay);
    } else {
        reference.kind = BackingKind::Protocol;
        reference.protocol = plainText(protocol);
    }
    return reference;
}

} // namespace Fathom
