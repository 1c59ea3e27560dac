// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/bootprobe.h"

#include "image/bootmarks.h"

namespace Fathom {

namespace {

QString bootText(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    return plainText(bytes.first(end < 0 ? bytes.size() : end).trimmed());
}

/// Linux, Documentation/arch/x86/boot.rst, "Details of Header Fields"
Result<void> addBzImageFacts(BoundedFile &file, ByteView head, ImageInfo &info)
{
    constexpr qint64 longestVersion = 256;
    const quint16 protocol = head.le16(0x206);
    const qint64 setupSectors = head.u8(0x1f1) == 0 ? 4 : head.u8(0x1f1);
    const qint64 setupBytes = (setupSectors + 1) * 512;
    info.addFact(QStringLiteral("boot-protocol"),
        QStringLiteral("%1.%2").arg(protocol >> 8).arg(protocol & 0xff, 2, 10, QLatin1Char('0')), false);
    // The version's place counts from the second sector on and must lie in the setup code.
    const qint64 versionAt = qint64(head.le16(0x20e)) + 0x200;
    if (head.le16(0x20e) != 0 && versionAt < setupBytes) {
        const Result<QByteArray> version = file.readUpTo(versionAt, qMin(longestVersion, setupBytes - versionAt));
        if (!version)
            return std::unexpected(version.error());
        info.addFact(QStringLiteral("kernel-version"), bootText(*version), false);
    }
    if (protocol >= 0x204) {
        const qint64 length = setupBytes + qint64(head.le32(0x1f4)) * 16;
        info.addFact(QStringLiteral("kernel-size"), length, false);
        if (length > info.virtualSizeBytes)
            info.addFact(QStringLiteral("truncated"), true, false);
    }
    return {};
}

struct CpioEntry {
    QByteArray name;
    qint64 nextOffset = 0;
};

/// One header of the "newc" kind: 110 hexadecimal digits, then the name, then the data, both padded to 4 bytes
/// (Linux, Documentation/driver-api/early-userspace/buffer-format.rst). Nothing where there is none.
Result<std::optional<CpioEntry>> readCpioEntry(BoundedFile &file, qint64 offset)
{
    constexpr qint64 headerBytes = 110;
    constexpr qint64 longestName = 256;
    const Result<QByteArray> bytes = file.readUpTo(offset, headerBytes + longestName);
    if (!bytes)
        return std::unexpected(bytes.error());
    const ByteView view(*bytes);
    if (!view.startsWith("070701") && !view.startsWith("070702"))
        return std::optional<CpioEntry>();
    bool sizeOk = false;
    bool nameOk = false;
    const qint64 size = view.slice(54, 8).toByteArray().toUInt(&sizeOk, 16);
    const qint64 nameLength = view.slice(94, 8).toByteArray().toUInt(&nameOk, 16);
    if (!sizeOk || !nameOk || nameLength < 1 || nameLength > longestName)
        return std::optional<CpioEntry>();
    const auto padded = [](qint64 at) { return (at + 3) / 4 * 4; };
    return CpioEntry{.name = view.slice(headerBytes, nameLength - 1).toByteArray(),
        .nextOffset = padded(padded(offset + headerBytes + nameLength) + size)};
}

/// An early archive with the processor's microcode often stands before the packed one: where it ends within few
/// entries, what follows is told as well ("cpio+zstd").
Result<void> addCpioFacts(BoundedFile &file, ImageInfo &info)
{
    constexpr int mostEntries = 16;
    constexpr qint64 mostPadding = 4096;
    qint64 offset = 0;
    for (int i = 0; i < mostEntries; ++i) {
        const Result<std::optional<CpioEntry>> entry = readCpioEntry(file, offset);
        if (!entry)
            return std::unexpected(entry.error());
        if (!*entry)
            return {};
        if ((*entry)->name.startsWith("kernel/x86/microcode/"))
            info.addFact(QStringLiteral("microcode"), plainText((*entry)->name), false);
        offset = (*entry)->nextOffset;
        if ((*entry)->name != "TRAILER!!!")
            continue;
        const Result<QByteArray> rest = file.readUpTo(offset, mostPadding);
        if (!rest)
            return std::unexpected(rest.error());
        qsizetype padding = 0;
        while (padding < rest->size() && rest->at(padding) == 0)
            ++padding;
        if (const QString next = packingAt(ByteView(*rest), padding); !next.isEmpty())
            info.content += u'+' + next;
        return {};
    }
    return {};
}

bool isUBootRamdisk(ByteView head)
{
    return head.be32(0) == 0x27051956 && head.u8(30) == 3;
}

} // namespace

bool recognizesKernel(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && !kernelKind(*head).isEmpty();
}

Result<ImageInfo> readKernel(BoundedFile &file, ImageInfo info)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    info.content = kernelKind(*head);
    if (info.content == u"bzImage" || info.content == u"zImage") {
        if (const Result<void> added = addBzImageFacts(file, *head, info); !added)
            return std::unexpected(added.error());
    } else if (info.content == u"arm64-image" || info.content == u"riscv-image") {
        if (const quint64 size = head->le64(16); size > 0 && size < (quint64(1) << 40))
            info.addFact(QStringLiteral("kernel-size"), static_cast<qint64>(size), false);
    } else if (info.content == u"efi-zboot") {
        info.addFact(QStringLiteral("compression"), bootText(head->slice(24, 8)), false);
    } else if (info.content == u"uimage-kernel") {
        info.addFact(QStringLiteral("label"), bootText(head->slice(32, 32)), false);
    }
    return info;
}

bool recognizesRamdisk(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && (isUBootRamdisk(*head) || !packingAt(*head, 0).isEmpty());
}

Result<ImageInfo> readRamdisk(BoundedFile &file, ImageInfo info)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    if (isUBootRamdisk(*head)) {
        info.content = QStringLiteral("uimage-ramdisk");
        info.addFact(QStringLiteral("label"), bootText(head->slice(32, 32)), false);
        return info;
    }
    info.content = packingAt(*head, 0);
    if (info.content == u"cpio")
        if (const Result<void> added = addCpioFacts(file, info); !added)
            return std::unexpected(added.error());
    return info;
}

} // namespace Fathom
