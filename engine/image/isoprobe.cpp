// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/isoprobe.h"

#include "image/filesystemmarks.h"
#include "image/guidtext.h"
#include "image/partitions.h"
#include "image/partitiontable.h"
#include "image/udfvolume.h"

namespace Fathom {

namespace {

// ECMA-119 (ISO 9660), clause 8: volume descriptors stand in a row from sector 16 on, and UDF's (ECMA-167, part 2,
// clause 9) follow in the same row.
constexpr qsizetype isoSectorBytes = 2048;
constexpr qsizetype isoFirstDescriptor = 16 * isoSectorBytes;
constexpr qsizetype usualRowBytes = 8 * isoSectorBytes;
constexpr qsizetype longestRowBytes = BoundedFile::leadBytes - isoFirstDescriptor;

struct IsoMarks {
    bool iso9660 = false;
    bool udf = false;
    ByteView primary;
    ByteView joliet;
    bool bootable = false; ///< El Torito
    int descriptors = 0;
    bool ended = false;
};

/// Joliet names UCS-2 big endian by an escape sequence (Joliet specification, "SVD Identification of UCS-2 Level").
bool isJoliet(ByteView descriptor)
{
    return descriptor.startsWith("%/@", 88) || descriptor.startsWith("%/C", 88) || descriptor.startsWith("%/E", 88);
}

bool isDescriptor(ByteView sector)
{
    for (const char *mark : {"CD001", "BEA01", "NSR02", "NSR03", "TEA01", "BOOT2"})
        if (sector.startsWith(mark, 1))
            return true;
    return false;
}

/// The row of descriptors in an ISO; empty where none begins. Valid until something else is viewed in the file.
Result<ByteView> readDescriptors(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return head;
    const bool partitioned = hasPartitions(*head);
    if (!partitioned && findFilesystem(*head)) {
        // The lead will be read anyway, to see what else it may be.
        if (const Result<ByteView> lead = file.lead(); !lead)
            return lead;
    } else if (partitioned && protectsGpt(*head)) {
        // The GPT's entries come with the same read.
        if (const Result<ByteView> lead = file.lead(isoFirstDescriptor + isoSectorBytes); !lead)
            return lead;
    } else {
        file.readAhead(isoFirstDescriptor, partitioned ? isoSectorBytes : usualRowBytes);
    }
    const Result<ByteView> first = file.view(isoFirstDescriptor, isoSectorBytes);
    if (!first || !isDescriptor(*first))
        return first ? ByteView() : first;
    // Three sectors in a row that are none end it; longer rows are as rare as gaps in them.
    const Result<ByteView> row = file.view(isoFirstDescriptor, usualRowBytes);
    const qsizetype lastThree = usualRowBytes - 3 * isoSectorBytes;
    for (qsizetype at = lastThree; row && at < row->size(); at += isoSectorBytes)
        if (isDescriptor(row->slice(at, isoSectorBytes)))
            return file.view(isoFirstDescriptor, longestRowBytes);
    return row;
}

IsoMarks isoMarks(ByteView row)
{
    IsoMarks marks;
    for (qsizetype at = 0; at < row.size(); at += isoSectorBytes) {
        const ByteView descriptor = row.slice(at, isoSectorBytes);
        if (descriptor.startsWith("CD001", 1)) {
            // Only the first one decides: the middle of some file may look like a descriptor.
            if (at == 0)
                marks.iso9660 = true;
            if (!marks.iso9660 || marks.ended)
                continue;
            ++marks.descriptors;
            switch (descriptor.u8(0)) {
            case 0: marks.bootable |= descriptor.startsWith("EL TORITO SPECIFICATION", 7); break;
            case 1:
                if (marks.primary.size() == 0)
                    marks.primary = descriptor;
                break;
            case 2:
                if (isJoliet(descriptor))
                    marks.joliet = descriptor;
                break;
            case 255: marks.ended = true; break;
            default: break;
            }
        } else if (descriptor.startsWith("NSR02", 1) || descriptor.startsWith("NSR03", 1)) {
            marks.udf = true;
        } else if (at == 0 && !descriptor.startsWith("BEA01", 1)) {
            break;
        }
    }
    return marks;
}

QString isoText(ByteView descriptor, qsizetype at, qsizetype width)
{
    QByteArrayView field = descriptor.slice(at, width);
    if (const qsizetype end = field.indexOf('\0'); end >= 0)
        field = field.first(end);
    return plainText(field.trimmed());
}

QString jolietLabel(ByteView descriptor)
{
    return plainText(QByteArrayView(utf8FromUtf16Big(descriptor.slice(40, 32))).trimmed());
}

/// Clause 8.4.26.1: sixteen digits and a zone. As blkid tells it: "2026-11-24-13-24-56-00".
QString isoTime(ByteView descriptor, qsizetype at)
{
    const QByteArrayView digits = descriptor.slice(at, 16);
    bool any = false;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return {};
        any |= digit != '0';
    }
    if (digits.size() < 16 || !any)
        return {};
    const QString text = QString::fromLatin1(digits);
    return text.first(4) + u'-' + text.sliced(4, 2) + u'-' + text.sliced(6, 2) + u'-' + text.sliced(8, 2) + u'-' +
        text.sliced(10, 2) + u'-' + text.sliced(12, 2) + u'-' + text.sliced(14, 2);
}

void addIsoFacts(ImageInfo &info, const IsoMarks &marks)
{
    QString label = isoText(marks.primary, 40, 32);
    // The Joliet label may be longer in letters, for it knows all of them; blkid too takes it only where it continues.
    if (const QString longer = jolietLabel(marks.joliet);
        !longer.isEmpty() && (label.isEmpty() || longer.startsWith(label, Qt::CaseInsensitive)))
        label = longer;
    if (!label.isEmpty())
        info.addFact(QStringLiteral("label"), label, false);
    if (const QString system = isoText(marks.primary, 8, 32); !system.isEmpty())
        info.addFact(QStringLiteral("system-id"), system, false);
    if (const QString application = isoText(marks.primary, 574, 128); !application.isEmpty())
        info.addFact(QStringLiteral("application-id"), application, false);
    if (const QString created = isoTime(marks.primary, 813); !created.isEmpty())
        info.addFact(QStringLiteral("created"), created, false);
    if (marks.primary.size() > 0) {
        // 32 and 16 bits: their product fits.
        const qint64 size = qint64(marks.primary.le32(80)) * marks.primary.le16(128);
        info.addFact(QStringLiteral("block-size"), marks.primary.le16(128), false);
        info.addFact(QStringLiteral("filesystem-size"), size, false);
        if (size > info.virtualSizeBytes)
            info.addFact(QStringLiteral("truncated"), true, false);
    }
    info.addFact(QStringLiteral("joliet"), marks.joliet.size() > 0, false);
    info.addFact(QStringLiteral("el-torito"), marks.bootable, false);
}

} // namespace

bool recognizesIso(BoundedFile &file)
{
    const Result<ByteView> row = readDescriptors(file);
    if (!row)
        return false;
    const IsoMarks marks = isoMarks(*row);
    return marks.iso9660 || marks.udf;
}

Result<ImageInfo> readIso(BoundedFile &file, ImageInfo info)
{
    const Result<ByteView> row = readDescriptors(file);
    if (!row)
        return std::unexpected(row.error());
    const IsoMarks marks = isoMarks(*row);
    if (marks.iso9660) {
        info.content = marks.udf ? QStringLiteral("iso9660+udf") : QStringLiteral("iso9660");
        addIsoFacts(info, marks);
    } else {
        info.content = QStringLiteral("udf");
    }
    if (marks.udf) {
        const Result<std::optional<UdfVolume>> volume = readUdfVolume(file);
        if (!volume)
            return std::unexpected(volume.error());
        if (*volume) {
            info.addFact(
                marks.iso9660 ? QStringLiteral("udf-label") : QStringLiteral("label"), (*volume)->label, false);
            info.addFact(QStringLiteral("udf-block-size"), (*volume)->blockBytes, false);
            if (!(*volume)->revision.isEmpty())
                info.addFact(QStringLiteral("udf-revision"), (*volume)->revision, false);
        }
    }
    return readPartitionTable(file, std::move(info));
}

} // namespace Fathom
