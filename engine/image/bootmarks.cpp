// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/bootmarks.h"

#include <array>
#include <string_view>

namespace Fathom {

namespace {

using namespace std::string_view_literals;

struct PackingMark {
    const char *name;
    std::string_view magic;
};

// Linux, lib/decompress.c and init/initramfs.c: what the kernel itself takes for an initial RAM disk.
constexpr std::array packingMarks{
    PackingMark{"cpio", "070701"sv},
    PackingMark{"cpio", "070702"sv},
    PackingMark{"cpio", "070707"sv},
    PackingMark{"cpio-binary", "\xc7\x71"sv},
    PackingMark{"cpio-binary", "\x71\xc7"sv},
    PackingMark{"gzip", "\x1f\x8b\x08"sv},
    PackingMark{"xz",
        "\xfd"
        "7zXZ\0"sv},
    PackingMark{"zstd", "\x28\xb5\x2f\xfd"sv},
    PackingMark{"lz4", "\x04\x22\x4d\x18"sv},
    PackingMark{"lz4-legacy", "\x02\x21\x4c\x18"sv},
    PackingMark{"lzop", "\x89LZO\0\r\n\x1a\n"sv},
};

/// "BZh", the block size, and the first block's mark, the digits of pi.
bool isBzip2(ByteView view, qsizetype offset)
{
    return view.startsWith("BZh", offset) && view.u8(offset + 3) >= '1' && view.u8(offset + 3) <= '9' &&
        view.startsWith("\x31\x41\x59\x26\x53\x59", offset + 4);
}

/// lzma has no mark: properties as every encoder writes them, a dictionary of 2^n bytes, a size that is unknown or
/// below 2^38, as file(1) and 7-Zip take it.
bool isLzma(ByteView view, qsizetype offset)
{
    const quint32 dictionary = view.le32(offset + 1);
    const quint64 size = view.le64(offset + 5);
    return view.has(offset, 18) && view.u8(offset) == 0x5d && dictionary >= 4096 &&
        (dictionary & (dictionary - 1)) == 0 && (size == ~quint64(0) || size < (quint64(1) << 38)) &&
        view.u8(offset + 13) == 0;
}

/// A PE file that UEFI firmware would start (Microsoft PE format, "Optional header": the subsystem).
bool isEfiApplication(ByteView head)
{
    constexpr quint16 efiApplication = 10;
    const quint32 header = head.le32(0x3c);
    return head.startsWith("MZ") && header < 2048 && head.startsWith(QByteArrayView("PE\0\0", 4), header) &&
        head.le16(qsizetype(header) + 24 + 68) == efiApplication;
}

/// An ELF file that is no program for an operating system: it asks for no interpreter and is no relocatable object.
bool isElfKernel(ByteView head)
{
    if (!head.startsWith("\x7f"
                         "ELF"))
        return false;
    const bool wide = head.u8(4) == 2;
    const bool big = head.u8(5) == 2;
    const auto u16 = [&](qsizetype at) { return big ? head.be16(at) : head.le16(at); };
    const auto u32 = [&](qsizetype at) { return big ? head.be32(at) : head.le32(at); };
    const quint16 type = u16(16);
    if (type != 2 && type != 3)
        return false;
    const quint64 programHeaders = wide ? (big ? head.be64(32) : head.le64(32)) : u32(28);
    const quint16 entryBytes = u16(wide ? 54 : 42);
    const quint16 entries = u16(wide ? 56 : 44);
    constexpr quint32 interpreter = 3;
    for (quint16 i = 0; i < entries && i < 64 && programHeaders < 4096; ++i)
        if (u32(static_cast<qsizetype>(programHeaders) + qsizetype(i) * entryBytes) == interpreter)
            return false;
    return entries > 0;
}

} // namespace

QString packingAt(ByteView view, qsizetype offset)
{
    for (const PackingMark &mark : packingMarks)
        if (view.startsWith(QByteArrayView(mark.magic.data(), static_cast<qsizetype>(mark.magic.size())), offset))
            return QLatin1StringView(mark.name);
    if (isBzip2(view, offset))
        return QStringLiteral("bzip2");
    if (isLzma(view, offset))
        return QStringLiteral("lzma");
    return {};
}

QString kernelKind(ByteView head)
{
    // Linux, Documentation/arch/x86/boot.rst
    if (head.startsWith("HdrS", 0x202) && head.le16(0x1fe) == 0xaa55)
        return head.u8(0x211) & 1 ? QStringLiteral("bzImage") : QStringLiteral("zImage");
    // Documentation/arch/arm64/booting.rst, Documentation/arch/riscv/boot-image-header.rst
    if (head.startsWith("ARM\x64", 56))
        return QStringLiteral("arm64-image");
    if (head.startsWith("RSC\x05", 56) || head.startsWith(QByteArrayView("RISCV\0\0\0", 8), 48))
        return QStringLiteral("riscv-image");
    // arch/arm/boot/compressed/head.S
    if (head.startsWith("\x18\x28\x6f\x01", 0x24))
        return QStringLiteral("arm-zimage");
    // drivers/firmware/efi/libstub/zboot-header.S
    if (head.startsWith("MZ") && head.startsWith("zimg", 4))
        return QStringLiteral("efi-zboot");
    if (isEfiApplication(head))
        return QStringLiteral("efi-stub");
    if (isElfKernel(head))
        return QStringLiteral("vmlinux");
    // U-Boot, include/image.h: type 2 is a kernel
    if (head.be32(0) == 0x27051956 && head.u8(30) == 2)
        return QStringLiteral("uimage-kernel");
    return {};
}

} // namespace Fathom
