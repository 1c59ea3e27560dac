// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/spaceestimate.h"

#include "base/boundedfile.h"
#include "jobs/fileholes.h"
#include "jobs/mapreader.h"
#include "jobs/qemuimgrun.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace Fathom {

namespace {

struct EstimateText {
    Q_DECLARE_TR_FUNCTIONS(SpaceEstimate)
};

constexpr qint64 sampleLimitBytes = qint64{64} << 20;
constexpr qint64 rawBlockBytes = 65536;
constexpr qint64 rawPieceBytes = 4096; ///< the shortest run of zeros that qemu-img leaves out of a raw file
constexpr qint64 tableEntryBytes = 8 + 2; ///< a cluster's in an L2 table, and its count of references
constexpr qint64 leastClusters = 4; ///< of a qcow2's header and tables, which are written whole

/// A part of a file.
struct Block {
    qint64 offsetBytes = 0;
    qint64 lengthBytes = 0;
};

/// Takes blocks by chance, each being as likely: how many there will be is not known before, and what a guest writes
/// may repeat in any step. The same file gives the same sample.
class ChanceSample {
public:
    explicit ChanceSample(qint64 blockBytes)
        : m_blockBytes(blockBytes)
        , m_most(std::max<qint64>(1, sampleLimitBytes / blockBytes))
    {
    }

    void add(qint64 offsetBytes, qint64 lengthBytes)
    {
        m_dataBytes += lengthBytes;
        for (qint64 at = 0; at < lengthBytes; at += m_blockBytes)
            take({offsetBytes + at, std::min(m_blockBytes, lengthBytes - at)});
    }

    qint64 dataBytes() const { return m_dataBytes; }

    /// From the front to the back of the file.
    std::vector<Block> blocks() const
    {
        std::vector<Block> sorted = m_blocks;
        std::ranges::sort(sorted, {}, &Block::offsetBytes);
        return sorted;
    }

private:
    void take(const Block &block)
    {
        if (m_seen++ < m_most)
            m_blocks.push_back(block);
        else if (const qint64 at = m_chance.bounded(m_seen); at < m_most)
            m_blocks[static_cast<std::size_t>(at)] = block;
    }

    qint64 m_blockBytes;
    qint64 m_most;
    qint64 m_seen = 0;
    qint64 m_dataBytes = 0;
    QRandomGenerator m_chance{1};
    std::vector<Block> m_blocks;
};

Error estimateError(ErrorKind kind, const QString &action, const NativePath &image, const QString &reason)
{
    return {.kind = kind, .action = action, .subject = plainText(image), .reason = reason};
}

bool isZero(std::span<const char> bytes)
{
    return bytes.empty() || (bytes[0] == 0 && std::memcmp(bytes.data(), bytes.data() + 1, bytes.size() - 1) == 0);
}

/// What of a block takes space in a new raw file.
qint64 rawSpace(std::span<const char> block)
{
    qint64 space = 0;
    while (!block.empty()) {
        const std::size_t length = std::min<std::size_t>(rawPieceBytes, block.size());
        if (!isZero(block.first(length)))
            space += static_cast<qint64>(length);
        block = block.subspan(length);
    }
    return space;
}

/// What of a cluster takes space in a new qcow2.
qint64 clusterSpace(std::span<const char> cluster, bool compress, bool dropsZeros)
{
    const auto length = static_cast<qint64>(cluster.size());
    if (isZero(cluster))
        return dropsZeros ? 0 : length; // where zeros are written, they are not compressed
    if (!compress)
        return length;
    constexpr qint64 lengthBefore = 4; // qCompress() tells the length first
    const QByteArray packed = qCompress(reinterpret_cast<const uchar *>(cluster.data()), length);
    return std::min(length, packed.size() - lengthBefore);
}

/// The sum of what space() makes of each block.
template<typename Space>
Result<qint64> spaceOf(BoundedFile &file, const std::vector<Block> &blocks, const Error &stopped,
    const std::stop_token &stop, const Space &space)
{
    std::vector<char> room;
    qint64 sum = 0;
    for (const Block &block : blocks) {
        if (stop.stop_requested())
            return std::unexpected(stopped);
        room.resize(static_cast<std::size_t>(block.lengthBytes));
        qint64 filled = 0;
        while (filled < block.lengthBytes) {
            const Result<qint64> got =
                file.readPlain(std::span(room).subspan(static_cast<std::size_t>(filled)), block.offsetBytes + filled);
            if (!got)
                return got;
            if (*got == 0)
                break; // the last cluster of a file need not be whole
            filled += *got;
        }
        std::fill(room.begin() + filled, room.end(), 0);
        sum += space(std::span<const char>(room));
    }
    return sum;
}

void sampleRaw(ChanceSample &sample, const BoundedFile &file)
{
    const qint64 length = file.lengthBytes();
    for (qint64 at = nextData(file.descriptor(), 0, length); at < length;) {
        const qint64 end = nextHole(file.descriptor(), at, length);
        sample.add(at, end - at);
        at = nextData(file.descriptor(), end, length);
    }
}

/// The length, as a guest sees it, of what is compressed already and cannot be read from the file itself.
Result<qint64> sampleQcow2(
    ChanceSample &sample, const QString &action, const SourceLayers &layers, const std::stop_token &stop)
{
    const PlanFile &image = layers.front().file;
    qint64 compressedBytes = 0;
    MapReader reader(0, [&](const MapExtent &extent) {
        if (extent.depth != 0 || extent.zero)
            return;
        if (extent.offsetBytes)
            sample.add(*extent.offsetBytes, extent.lengthBytes);
        else
            compressedBytes += extent.lengthBytes;
    });
    const Result<CommandOutcome> outcome = runCommand(mapCommand(qemuImgChain(planFiles(layers)), 0),
        inspectionLimits(), stop, [&](QByteArrayView piece) { reader.feed(piece); });
    if (!outcome)
        return std::unexpected(outcome.error());
    if (!succeeded(*outcome))
        return std::unexpected(qemuImgError(*outcome, action, plainText(image.path)));
    if (!reader.isWhole(image.virtualSizeBytes))
        return std::unexpected(estimateError(
            ErrorKind::ToolFailed, action, image.path, EstimateText::tr("qemu-img did not tell where its data lie")));
    return compressedBytes;
}

} // namespace

Result<SpaceEstimate> estimateSpace(
    const QString &action, const SourceLayers &layers, bool compress, bool dropsZeros, const std::stop_token &stop)
{
    const SourceLayer &image = layers.front();
    const bool isQcow2 = image.file.format == ImageFormat::Qcow2;
    const qint64 blockBytes = isQcow2 ? image.info->clusterSizeBytes.value_or(rawBlockBytes) : rawBlockBytes;
    Result<BoundedFile> file = BoundedFile::open(image.file.path, BoundedFile::Links::Follow);
    if (!file)
        return std::unexpected(file.error());
    ChanceSample sample(blockBytes);
    qint64 compressedBytes = 0;
    if (isQcow2) {
        const Result<qint64> compressed = sampleQcow2(sample, action, layers, stop);
        if (!compressed)
            return std::unexpected(compressed.error());
        compressedBytes = *compressed;
    } else {
        sampleRaw(sample, *file);
    }
    const Error stopped =
        estimateError(ErrorKind::Cancelled, action, image.file.path, EstimateText::tr("it was cancelled"));
    const std::vector<Block> blocks = sample.blocks();
    const Result<qint64> space = spaceOf(*file, blocks, stopped, stop, [&](std::span<const char> block) {
        return isQcow2 ? clusterSpace(block, compress, dropsZeros) : rawSpace(block);
    });
    if (!space)
        return std::unexpected(space.error());
    SpaceEstimate estimate{.dataBytes = sample.dataBytes()};
    for (const Block &block : blocks)
        estimate.sampledBytes += block.lengthBytes;
    if (estimate.sampledBytes > 0)
        estimate.allocatedBytes = static_cast<qint64>(static_cast<double>(*space) /
            static_cast<double>(estimate.sampledBytes) * static_cast<double>(estimate.dataBytes));
    if (!isQcow2)
        return estimate;
    // What is compressed already stays about as it is, or is unpacked.
    const qint64 packedBytes = std::clamp<qint64>(image.facts.allocatedBytes - estimate.dataBytes, 0, compressedBytes);
    const qint64 clusters = (estimate.dataBytes + compressedBytes) / blockBytes;
    estimate.allocatedBytes +=
        (compress ? packedBytes : compressedBytes) + leastClusters * blockBytes + clusters * tableEntryBytes;
    return estimate;
}

} // namespace Fathom
