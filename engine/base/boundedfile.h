// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byteview.h"
#include "base/descriptor.h"
#include "base/filefacts.h"
#include "base/opendirectory.h"
#include "base/readbuffer.h"

#include <QByteArray>
#include <QCoreApplication>

#include <optional>
#include <span>

namespace Fathom {

/// Names a thing to people, in their language; called only when there is something to tell: translating costs more than
/// reading a page does.
using Wording = QString (*)();

/// The only door to a stranger's bytes. Opens a file once, read-only, without ever blocking (a FIFO, socket, device or
/// directory is refused after fstat()), and reads at positions the caller names, each with a length the caller names,
/// up to a budget for the whole file. Reads inside the first 4 KiB and the last 512 bytes come from one read each, and
/// so do those inside the first 68 KiB once lead() was asked for.
class BoundedFile {
    Q_DECLARE_TR_FUNCTIONS(BoundedFile)

public:
    static constexpr qint64 headBytes = ReadBuffer::headBytes;
    static constexpr qint64 tailBytes = ReadBuffer::tailBytes;
    static constexpr qint64 leadBytes = ReadBuffer::leadBytes;
    static constexpr qint64 budgetBytes = 8 * 1024 * 1024;

    enum class Links { Follow, Refuse };

    /// Follow is for names that the user gave; names found in directories or files are opened with Refuse.
    static Result<BoundedFile> open(const NativePath &path, Links links = Links::Refuse);

    /// An entry of a directory that was just seen to be a regular file: neither the directory's path is walked again
    /// nor is the entry looked at before it is opened (it is when it is open). Never follows a link.
    static Result<BoundedFile> openIn(const OpenDirectory &directory, const NativePath &name);

    /// The same door to bytes in memory: standard input, tests, fuzzers.
    static BoundedFile fromMemory(QByteArray bytes, const NativePath &name);

    NativePath path() const { return m_directory.isEmpty() ? m_name : joinPath(m_directory, m_name); }
    const FileFacts &facts() const { return m_facts; }
    qint64 lengthBytes() const { return m_facts.lengthBytes; }

    /// Exactly length bytes from offset, or an error that says where the file ends (Malformed), that the disk failed
    /// (InputOutput) or that the budget is spent (Malformed). what names the thing read: [] { return Text::tr("the L1
    /// table"); }.
    Result<QByteArray> read(qint64 offset, qint64 length, Wording what);

    /// Up to length bytes from offset; fewer at the end of the file, none past it.
    Result<QByteArray> readUpTo(qint64 offset, qint64 length);

    /// The first 4 KiB (fewer of a shorter file), read once.
    Result<ByteView> head();

    /// The same without a copy: valid until the next call of view() or readAhead(), or as long as the file where the
    /// bytes lie in the head, lead or tail that was read.
    Result<ByteView> view(qint64 offset, qint64 length);

    /// The first 68 KiB (fewer of a shorter file, or the first upTo bytes at least): the head and, in one more read,
    /// all the places where ISO 9660, UDF, partition tables and file systems keep their marks.
    Result<ByteView> lead(qint64 upTo = leadBytes);

    /// The last 512 bytes (fewer of a shorter file), read once.
    Result<ByteView> tail();

    /// Reads length bytes from offset at once (fewer at the end of the file), because several reads there will follow:
    /// they come from this one. What cannot be read is told by them.
    void readAhead(qint64 offset, qint64 length);

    /// Bytes that nobody interprets, outside the budget, for what reads a whole file (a checksum, a copy): fills room
    /// from offset on. Fewer at the end of the file, or where it became shorter.
    Result<qint64> readPlain(std::span<char> room, qint64 offset);

    /// Tells the kernel that the whole file will be read from front to back.
    void expectWholeRead();

    /// For what the kernel does with a file by itself: telling where its holes are, sharing its blocks, copying it.
    /// Nothing is read through this. Negative: it is in memory.
    int descriptor() const { return m_descriptor.number(); }

    /// A Malformed error about this file at offset: the common shape of every probe's complaint.
    Error malformed(const QString &action, const QString &reason, qint64 offset) const;

private:
    BoundedFile() = default;
    static Result<BoundedFile> adopt(int descriptor, const NativePath &directory, const NativePath &name);
    static Error noRegularFile(const NativePath &path, FileKind kind);
    std::optional<ByteView> known(qint64 offset, qint64 length) const;
    Result<qint64> fetchInto(char *bytes, qint64 offset, qint64 length);
    Result<qint64> fetchPlain(char *bytes, qint64 offset, qint64 length);
    Result<QByteArray> fetch(qint64 offset, qint64 length);
    Result<void> fetchAhead(qint64 offset, qint64 length);

    NativePath m_directory; ///< empty: m_name is the whole path
    NativePath m_name;
    FileFacts m_facts;
    Descriptor m_descriptor;
    bool m_inMemory = false;
    QByteArray m_memory;
    qint64 m_budgetBytes = budgetBytes;
    ReadBufferPtr m_buffer;
    std::optional<qint64> m_headRead; ///< how many bytes of the buffer's parts have been read
    std::optional<qint64> m_leadRead;
    std::optional<qint64> m_tailRead;
    qint64 m_aheadStart = 0;
    qint64 m_aheadRead = 0;
};

} // namespace Fathom
