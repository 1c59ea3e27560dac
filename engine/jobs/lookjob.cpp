// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/lookjob.h"

#include "base/bytes.h"
#include "image/imageprobe.h"
#include "image/partitions.h"
#include "jobs/declaredformat.h"
#include "jobs/diskwindows.h"
#include "jobs/qemuimgarguments.h"
#include "jobs/sourcechain.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <unistd.h>

namespace Fathom {

namespace {

struct LookText {
    Q_DECLARE_TR_FUNCTIONS(LookJob)
};

QString action()
{
    return LookText::tr("look inside a disk");
}

constexpr std::size_t mostPartitions = 128;

/// What stands at a place of the disk.
struct Volume {
    std::optional<Partition> partition; ///< none: the whole disk
    std::optional<ImageInfo> info; ///< none: it cannot be told
};

struct DiskContent {
    std::optional<PartitionTable> table;
    std::vector<Volume> volumes;
};

/// As a file system, or nothing; it is raw, whatever a guest wrote at its beginning.
std::optional<ImageInfo> volumeInfo(const NativePath &path)
{
    const Result<ImageInfo> info = inspectImage(path, BoundedFile::Links::Refuse);
    if (!info || formatTraits(info->format).packsBlocks || info->content.isEmpty())
        return {};
    return *info;
}

/// Holds others, and no file system.
bool isExtended(const Partition &partition)
{
    return partition.type == u"0x05" || partition.type == u"0x0f" || partition.type == u"0x85" ||
        partition.type == u"0x5" || partition.type == u"0xf";
}

Result<std::optional<PartitionTable>> readTable(const NativePath &path)
{
    Result<BoundedFile> file = BoundedFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    Result<std::optional<PartitionTable>> table = readGpt(*file);
    return table && *table ? table : readMbr(*file);
}

Result<DiskContent> lookInside(DiskWindows &windows, qint64 sizeBytes)
{
    const Result<NativePath> whole = windows.of(0, sizeBytes);
    if (!whole)
        return std::unexpected(whole.error());
    DiskContent content;
    const Result<std::optional<PartitionTable>> first = readTable(*whole);
    if (!first)
        return std::unexpected(first.error());
    if (*first) {
        for (const Partition &partition : (*first)->partitions)
            if (isExtended(partition))
                if (const Result<void> copied = windows.copyExtendedRecords(*whole, partition.startBytes); !copied)
                    return std::unexpected(copied.error());
        const Result<std::optional<PartitionTable>> again = readTable(*whole);
        if (!again)
            return std::unexpected(again.error());
        content.table = *again;
    }
    const std::optional<ImageInfo> info = volumeInfo(*whole);
    // A boot sector may look like a table; a file system that knows itself is the better witness.
    const bool isVolume = info && info->content != u"mbr" && info->content != u"gpt";
    if (!content.table || isVolume) {
        content.table.reset();
        content.volumes.push_back({{}, info});
        return content;
    }
    for (const Partition &partition : content.table->partitions) {
        if (content.volumes.size() >= mostPartitions)
            break;
        Volume volume{.partition = partition, .info = {}};
        const bool inside = !isExtended(partition) && partition.startBytes >= 0 &&
            partition.sizeBytes >= DiskWindows::sectorBytes &&
            partition.startBytes <= sizeBytes - partition.sizeBytes &&
            partition.startBytes % DiskWindows::sectorBytes == 0;
        if (inside) {
            const Result<NativePath> part = windows.of(partition.startBytes, partition.sizeBytes);
            if (!part)
                return std::unexpected(part.error());
            volume.info = volumeInfo(*part);
            ::unlink(part->constData());
        }
        content.volumes.push_back(std::move(volume));
    }
    return content;
}

std::optional<qint64> bytesFact(const ImageInfo &info, QStringView key)
{
    const FactValue *fact = info.fact(key);
    return fact ? std::optional(fact->toInteger()) : std::nullopt;
}

QString textFact(const ImageInfo &info, QStringView key)
{
    const FactValue *fact = info.fact(key);
    return fact ? fact->toString() : QString();
}

QString volumeText(const Volume &volume)
{
    QStringList words;
    if (volume.partition) {
        words.append(LookText::tr("partition %1").arg(volume.partition->number));
        words.append(LookText::tr("%1 at %2", "size, place")
                .arg(formatBytes(volume.partition->sizeBytes), formatBytes(volume.partition->startBytes)));
        if (!volume.partition->name.isEmpty())
            words.append(u'“' + volume.partition->name + u'”');
    }
    if (!volume.info) {
        words.append(LookText::tr("nothing that is known"));
        return words.join(LookText::tr(", "));
    }
    words.append(volume.info->content);
    if (const QString label = textFact(*volume.info, u"label"); !label.isEmpty())
        words.append(u'“' + label + u'”');
    if (const QString uuid = textFact(*volume.info, u"uuid"); !uuid.isEmpty())
        words.append(uuid);
    const std::optional<qint64> size = bytesFact(*volume.info, u"filesystem-size");
    const std::optional<qint64> used = bytesFact(*volume.info, u"filesystem-used");
    if (size && used)
        words.append(LookText::tr("%1 of %2 used").arg(formatBytes(*used), formatBytes(*size)));
    else if (size)
        words.append(formatBytes(*size));
    return words.join(LookText::tr(", "));
}

QJsonObject volumeObject(const Volume &volume)
{
    QJsonObject object;
    if (const std::optional<Partition> &partition = volume.partition) {
        object = {{QStringLiteral("partition"), partition->number}, {QStringLiteral("start"), partition->startBytes},
            {QStringLiteral("size"), partition->sizeBytes}, {QStringLiteral("type"), partition->type},
            {QStringLiteral("bootable"), partition->bootable}};
        if (!partition->name.isEmpty())
            object.insert(QStringLiteral("name"), partition->name);
    }
    if (!volume.info)
        return object;
    object.insert(QStringLiteral("content"), volume.info->content);
    for (const QStringView key : {u"label", u"uuid"})
        if (const QString text = textFact(*volume.info, key); !text.isEmpty())
            object.insert(key, text);
    for (const QStringView key : {u"filesystem-size", u"filesystem-used"})
        if (const std::optional<qint64> bytes = bytesFact(*volume.info, key))
            object.insert(key, *bytes);
    return object;
}

class LookJob : public Job {
public:
    explicit LookJob(LookRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath image = absolutePath(m_request.image);
        JobStart start{.kind = QStringLiteral("look"),
            .title = LookText::tr("Look inside %1").arg(plainText(image)),
            .command = {QStringLiteral("look")}};
        if (m_request.format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.format).id);
        start.command << QStringLiteral("--") << QString::fromUtf8(image);
        return start;
    }

    bool looksOnly() const override { return true; }

    Result<Plan> plan(const std::stop_token &stop) const override
    {
        const Result<SourceLayers> layers = sourceLayers(action(), m_request.image, m_request.format, stop);
        if (!layers)
            return std::unexpected(layers.error());
        const std::vector<PlanFile> files = planFiles(*layers);
        if (files.front().virtualSizeBytes < DiskWindows::sectorBytes)
            return std::unexpected(Error{.kind = ErrorKind::Unsupported,
                .action = action(),
                .subject = plainText(files.front().path),
                .reason = LookText::tr("it is smaller than a sector")});
        return Plan{.inputs = files,
            .commands = {windowCommand(qemuImgChain(files), 0, DiskWindows::lengthOf(files.front().virtualSizeBytes),
                QDir::tempPath().toUtf8() + "/…")},
            .risks = {LookText::tr("the same for the beginning of each partition, into files that are removed again")}};
    }

    Result<JobDone> run(const Plan &, const std::stop_token &stop, const JobHost &host) const override
    {
        const Result<SourceLayers> layers = sourceLayers(action(), m_request.image, m_request.format, stop);
        if (!layers)
            return std::unexpected(layers.error());
        const QemuImgChain chain = qemuImgChain(planFiles(*layers));
        DiskWindows windows(action(), chain, stop, host);
        const qint64 size = layers->front().file.virtualSizeBytes / DiskWindows::sectorBytes * DiskWindows::sectorBytes;
        const Result<DiskContent> content = lookInside(windows, size);
        if (!content)
            return std::unexpected(content.error());
        QStringList lines{LookText::tr("%1: %2", "a disk; its partition table")
                .arg(plainText(layers->front().file.path),
                    content->table ? LookText::tr("%1, %n partition(s)", nullptr,
                                         static_cast<int>(content->table->partitions.size()))
                                         .arg(content->table->scheme.toUpper())
                                   : LookText::tr("no partition table"))};
        QJsonArray volumes;
        for (const Volume &volume : content->volumes) {
            lines.append(volumeText(volume));
            volumes.append(volumeObject(volume));
        }
        QJsonObject facts{{QStringLiteral("volumes"), volumes}};
        if (content->table) {
            facts.insert(QStringLiteral("partition-table"), content->table->scheme);
            for (const QString &fault : content->table->faults)
                lines.append(fault);
        }
        return JobDone{.text = lines.join(u'\n'), .changed = {}, .facts = facts};
    }

private:
    LookRequest m_request;
};

} // namespace

std::unique_ptr<Job> lookJob(const LookRequest &request)
{
    return std::make_unique<LookJob>(request);
}

constinit const JobKind lookKind{.id = "look",
    .title = [] { return LookText::tr("Look inside"); },
    .summary = [] { return LookText::tr("tell the partitions and file systems that a guest sees on a disk"); },
    .usage = [] { return LookText::tr("IMAGE"); },
    .options = [] { return QList<QCommandLineOption>{formatOption()}; },
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        const Result<std::optional<ImageFormat>> declared = declaredFormat(arguments.options);
        if (!declared)
            return std::unexpected(declared.error());
        if (arguments.paths.size() != 1)
            return std::unexpected(Error{.kind = ErrorKind::Usage,
                .action = action(),
                .reason = LookText::tr("one disk must be named"),
                .hint = LookText::tr("See “fathomctl look --help”")});
        return lookJob({.image = arguments.paths.front(), .format = *declared});
    }};

} // namespace Fathom
