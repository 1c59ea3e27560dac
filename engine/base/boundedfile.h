// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byteview.h"
#include "base/filefacts.h"

#include <QByteArray>
#include <QCoreApplication>

namespace Fathom {

/// The only door to a stranger's bytes. Opens a file once, read-only, without ever blocking (a FIFO, socket, device or
/// directory is refused after fstat()), and reads at positions the caller names, each with a length the caller names,
/// up to a budget for the whole file. Reads inside the first 4 KiB and the last 512 bytes come from one read each, and
/// so do those inside the first 68 KiB once lead() was asked for.
class BoundedFile {
    Q_DECLARE_TR_FUNCTIONS(BoundedFile)

public:
    static constexpr qint64 headBytes = 4096;
    static constexpr qint64 tailBytes = 512;
    static constexpr qint64 leadBytes = 68 * 1024;
    static constexpr qint64 budgetBytes = 8 * 1024 * 1024;

    enum class Links { Follow, Refuse };

    /// Follow is for names that the user gave; names found in directories or files are opened with Refuse.
    static Result<BoundedFile> open(const NativePath &path, Links links = Links::Refuse);

    /// The same door to bytes in memory: standard input, tests, fuzzers.
    static BoundedFile fromMemory(QByteArray bytes, const NativePath &name);

    BoundedFile(BoundedFile &&other) noexcept;
    BoundedFile &operator=(BoundedFile &&other) noexcept;
    BoundedFile(const BoundedFile &) = delete;
    BoundedFile &operator=(const BoundedFile &) = delete;
    ~BoundedFile();

    const NativePath &path() const { return m_path; }
    const FileFacts &facts() const { return m_facts; }
    qint64 lengthBytes() const { return m_facts.lengthBytes; }

    /// Exactly length bytes from offset, or an error that says where the file ends (Malformed), that the disk failed
    /// (InputOutput) or that the budget is spent (Malformed). what names the thing read: "the L1 table".
    Result<QByteArray> read(qint64 offset, qint64 length, const QString &what);

    /// Up to length bytes from offset; fewer at the end of the file, none past it.
    Result<QByteArray> readUpTo(qint64 offset, qint64 length);

    /// The first 4 KiB (fewer of a shorter file), read once.
    Result<ByteView> head();

    /// The first 68 KiB (fewer of a shorter file): the head and, in one more read, all the places where ISO 9660, UDF,
    /// partition tables and file systems keep their marks.
    Result<ByteView> lead();

    /// The last 512 bytes (fewer of a shorter file), read once.
    Result<ByteView> tail();

    /// A Malformed error about this file at offset: the common shape of every probe's complaint.
    Error malformed(const QString &action, const QString &reason, qint64 offset) const;

private:
    BoundedFile() = default;
    Result<QByteArray> fetch(qint64 offset, qint64 length);

    NativePath m_path;
    FileFacts m_facts;
    int m_descriptor = -1;
    bool m_inMemory = false;
    QByteArray m_memory;
    qint64 m_budgetBytes = budgetBytes;
    bool m_headRead = false;
    bool m_leadRead = false;
    bool m_tailRead = false;
    QByteArray m_head;
    QByteArray m_lead; ///< begins with the head's bytes, so that views of either stay valid
    QByteArray m_tail;
};

} // namespace Fathom
