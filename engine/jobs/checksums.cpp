// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/checksums.h"

#include <QCoreApplication>

#include <openssl/evp.h>

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace Fathom {

namespace {

struct ChecksumsText {
    Q_DECLARE_TR_FUNCTIONS(Checksums)
};

constexpr std::array<ChecksumKind, checksumCount> table{{
    {"sha256", 64},
    {"sha512", 128},
    {"md5", 32},
}};

constexpr std::size_t blockBytes = std::size_t{1} << 20;
constexpr std::size_t blockCount = 4; // so that neither the disk nor the slowest checksum waits for the other

Error checksumError(ErrorKind kind, const BoundedFile &file, const QString &reason, const QString &hint = {})
{
    return {.kind = kind,
        .action = ChecksumsText::tr("make checksums"),
        .subject = plainText(file.path()),
        .reason = reason,
        .hint = hint};
}

/// OpenSSL's, which uses what the processor knows of it.
class Hash {
public:
    /// False: the library is configured to know it not, as in FIPS mode, which allows no MD5.
    bool begin(const char *id)
    {
        return m_context && EVP_DigestInit_ex(m_context.get(), EVP_get_digestbyname(id), nullptr);
    }
    bool add(std::span<const char> bytes) { return EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()); }
    QByteArray result()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int length = 0;
        if (!EVP_DigestFinal_ex(m_context.get(), digest.data(), &length))
            return {};
        return QByteArray(reinterpret_cast<const char *>(digest.data()), length).toHex();
    }

private:
    struct Free {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> m_context{EVP_MD_CTX_new()};
};

/// A ring of blocks, which one thread fills and several others follow, each at its own speed.
class Blocks {
public:
    /// Where to write the next block; waits until everybody has read what lies there.
    std::span<char> room()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_filled < *std::ranges::min_element(m_followed) + blockCount; });
        return m_blocks[m_filled % blockCount].room;
    }

    void filled(std::size_t bytes)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_blocks[m_filled % blockCount].length = bytes;
            ++m_filled;
        }
        m_changed.notify_all();
    }

    /// Nothing more comes.
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = true;
        }
        m_changed.notify_all();
    }

    /// The next block for a follower, who is through with the one before; empty: there is none any more.
    std::span<const char> next(std::size_t follower, bool first)
    {
        std::unique_lock lock(m_mutex);
        if (!first) {
            ++m_followed[follower];
            m_changed.notify_all();
        }
        m_changed.wait(lock, [&] { return m_ended || m_followed[follower] < m_filled; });
        if (m_followed[follower] == m_filled)
            return {};
        const Block &block = m_blocks[m_followed[follower] % blockCount];
        return std::span(block.room).first(block.length);
    }

private:
    struct Block {
        std::vector<char> room = std::vector<char>(blockBytes);
        std::size_t length = 0;
    };

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::array<Block, blockCount> m_blocks;
    std::array<quint64, checksumCount> m_followed{}; ///< how many blocks each has read
    quint64 m_filled = 0;
    bool m_ended = false;
};

/// Fills the blocks with the file.
Result<void> readAll(
    BoundedFile &file, Blocks &blocks, const std::stop_token &stop, const std::function<void(qint64)> &reached)
{
    for (qint64 offset = 0; offset < file.lengthBytes();) {
        const std::span<char> room = blocks.room();
        if (stop.stop_requested())
            return std::unexpected(checksumError(ErrorKind::Cancelled, file, ChecksumsText::tr("it was cancelled")));
        const Result<qint64> got = file.readPlain(room, offset);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return std::unexpected(
                checksumError(ErrorKind::Conflict, file, ChecksumsText::tr("it became shorter while it was read"),
                    ChecksumsText::tr("Find out who writes to it, then try again")));
        blocks.filled(static_cast<std::size_t>(*got));
        offset += *got;
        if (reached)
            reached(offset);
    }
    return {};
}

} // namespace

std::span<const ChecksumKind, checksumCount> checksumKinds()
{
    return table;
}

Result<Checksums> makeChecksums(
    BoundedFile &file, const std::stop_token &stop, const std::function<void(qint64 bytes)> &reached)
{
    std::array<Hash, checksumCount> hashes;
    for (std::size_t i = 0; i < checksumCount; ++i)
        if (!hashes[i].begin(table[i].id))
            return std::unexpected(checksumError(ErrorKind::Unsupported, file,
                ChecksumsText::tr("this machine's OpenSSL makes no %1").arg(QLatin1StringView(table[i].id)),
                ChecksumsText::tr("It may be configured to allow only some checksums (FIPS)")));
    file.expectWholeRead();
    Blocks blocks;
    Result<void> read;
    {
        std::vector<std::jthread> followers;
        for (std::size_t i = 0; i < checksumCount; ++i)
            followers.emplace_back([&blocks, &hash = hashes[i], i] {
                bool first = true;
                for (auto bytes = blocks.next(i, first); !bytes.empty(); bytes = blocks.next(i, first)) {
                    first = false;
                    hash.add(bytes);
                }
            });
        read = readAll(file, blocks, stop, reached);
        blocks.end();
    }
    if (!read)
        return std::unexpected(read.error());
    Checksums sums;
    for (std::size_t i = 0; i < checksumCount; ++i) {
        sums[i] = hashes[i].result();
        if (sums[i].size() != table[i].digits)
            return std::unexpected(checksumError(ErrorKind::ToolFailed, file,
                ChecksumsText::tr("OpenSSL failed to make the %1").arg(QLatin1StringView(table[i].id))));
    }
    return sums;
}

} // namespace Fathom
