// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qcow2snapshots.h"

#include "image/embeddedname.h"
#include "image/filewindow.h"
#include "image/listbound.h"
#include "image/qemutext.h"

#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Qcow2Snapshots)
};

constexpr qint64 entryBytes = 40;
constexpr qint64 entryAlignment = 8;
constexpr quint32 largestExtraBytes = 1024; // qemu's limit
constexpr quint64 noInstructionCount = ~quint64(0);

/// A size out of the table as a number of bytes; a negative one cannot be.
Result<qint64> snapshotSize(const BoundedFile &file, quint64 size, qint64 offset)
{
    if (size > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return std::unexpected(file.malformed(Text::tr("read the snapshot table"),
            Text::tr("a size of %1 bytes is larger than any file can be").arg(size), offset));
    return static_cast<qint64>(size);
}

/// What the table's extra data adds; fewer bytes of it are allowed in older files.
Result<void> readExtraData(const BoundedFile &file, ByteView extra, qint64 offset, ImageSnapshot &snapshot)
{
    if (extra.has(0, 8)) {
        const Result<qint64> size = snapshotSize(file, extra.be64(0), offset);
        if (!size)
            return std::unexpected(size.error());
        snapshot.vmStateSizeBytes = *size;
    }
    if (extra.has(8, 8)) {
        const Result<qint64> size = snapshotSize(file, extra.be64(8), offset + 8);
        if (!size)
            return std::unexpected(size.error());
        snapshot.diskSizeBytes = *size;
    }
    if (extra.has(16, 8) && extra.be64(16) != noInstructionCount)
        snapshot.instructionCount = static_cast<qint64>(extra.be64(16));
    return {};
}

Result<QString> readSnapshotText(BoundedFile &file, FileWindow &window, qint64 offset, quint16 length)
{
    const Result<ByteView> view = window.at(offset, length);
    if (!view)
        return std::unexpected(view.error());
    const Result<QByteArray> text =
        soundName(file, view->bytes().toByteArray(), [] { return Text::tr("read the snapshot table"); }, offset);
    if (!text)
        return std::unexpected(text.error());
    return qemuText(*text);
}

} // namespace

Result<std::vector<ImageSnapshot>> readQcow2Snapshots(BoundedFile &file, const Qcow2Header &header)
{
    std::vector<ImageSnapshot> snapshots;
    FileWindow window(file, [] { return Text::tr("the snapshot table"); });
    ListBound bound;
    qint64 offset = header.snapshotsOffset;
    for (quint32 i = 0; i < header.snapshotCount; ++i) {
        offset = (offset + entryAlignment - 1) / entryAlignment * entryAlignment;
        const Result<ByteView> entry = window.at(offset, entryBytes);
        if (!entry)
            return std::unexpected(entry.error());
        const quint16 idLength = entry->be16(12);
        const quint16 nameLength = entry->be16(14);
        const quint32 extraLength = entry->be32(36);
        if (!bound.takes(idLength + nameLength))
            return std::unexpected(file.malformed(
                Text::tr("read the snapshot table"), Text::tr("it lists more than any sound image has"), offset));
        ImageSnapshot snapshot;
        snapshot.dateSeconds = entry->be32(16);
        snapshot.dateNanoseconds = entry->be32(20);
        snapshot.vmClockNanoseconds = static_cast<qint64>(entry->be64(24));
        snapshot.vmStateSizeBytes = entry->be32(32);
        if (extraLength > largestExtraBytes)
            return std::unexpected(file.malformed(Text::tr("read the snapshot table"),
                Text::tr("a snapshot has %1 bytes of extra data, and %2 are allowed")
                    .arg(extraLength)
                    .arg(largestExtraBytes),
                offset + 36));
        offset += entryBytes;
        const Result<ByteView> extra = window.at(offset, extraLength);
        if (!extra)
            return std::unexpected(extra.error());
        if (const Result<void> read = readExtraData(file, *extra, offset, snapshot); !read)
            return std::unexpected(read.error());
        offset += extraLength;
        const Result<QString> id = readSnapshotText(file, window, offset, idLength);
        if (!id)
            return std::unexpected(id.error());
        offset += idLength;
        const Result<QString> name = readSnapshotText(file, window, offset, nameLength);
        if (!name)
            return std::unexpected(name.error());
        offset += nameLength;
        snapshot.id = *id;
        snapshot.name = *name;
        snapshots.push_back(std::move(snapshot));
    }
    return snapshots;
}

} // namespace Fathom
