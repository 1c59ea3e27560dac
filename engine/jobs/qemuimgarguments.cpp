// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/qemuimgarguments.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace Fathom {

namespace {

// zstd in clusters of 256 KiB is the fastest and the smallest that qemu writes; readers before qemu 5.1 do not know it.
// A streamOptimized VMDK is read as a stream by other programs: its grains stay in order. The size of a VHD is rounded
// to a geometry of 1980 unless it is forced.
constexpr std::array table{
    WritableFormat{ImageFormat::Raw, false, "", "", false, true},
    WritableFormat{
        ImageFormat::Qcow2, true, "compat=1.1", "compat=1.1,compression_type=zstd,cluster_size=262144", true, true},
    WritableFormat{ImageFormat::Vmdk, true, "subformat=monolithicSparse", "subformat=streamOptimized", false, false},
    WritableFormat{ImageFormat::Vdi, false, "", "", false, false},
    WritableFormat{ImageFormat::Vhd, false, "subformat=dynamic,force_size=on", "", false, false},
    WritableFormat{ImageFormat::Vhdx, false, "subformat=dynamic", "", false, false},
};

const QString program = QStringLiteral("qemu-img");

QString qemuName(ImageFormat format)
{
    return QString::fromLatin1(formatTraits(format).qemuName);
}

/// -O and, where there are some, -o.
QStringList targetArguments(ImageFormat format, bool compress)
{
    QStringList arguments{QStringLiteral("-O"), qemuName(format)};
    if (const WritableFormat *row = writableFormat(format)) {
        const char *options = compress ? row->compressedOptions : row->options;
        if (*options)
            arguments << QStringLiteral("-o") << QString::fromLatin1(options);
    }
    return arguments;
}

/// -f; a description of a chain tells its formats itself.
QStringList formatArguments(const QemuImgChain &source)
{
    if (source.size() != 1)
        return {};
    return {QStringLiteral("-f"), qemuName(source.front().format)};
}

/// -l, in qemu's key=value syntax, where a comma is doubled.
QStringList snapshotArguments(QString id)
{
    if (id.isEmpty())
        return {};
    return {QStringLiteral("-l"), QStringLiteral("snapshot.id=") + id.replace(u',', QStringLiteral(",,"))};
}

QString jsonWord(const QJsonObject &description)
{
    return QStringLiteral("json:") + QString::fromUtf8(QJsonDocument(description).toJson(QJsonDocument::Compact));
}

/// below: what the last layer stands on; undefined: what it names itself.
QJsonObject chainOver(const QemuImgChain &chain, QJsonValue below)
{
    for (auto layer = chain.rbegin(); layer != chain.rend(); ++layer)
        below = QJsonObject{{QStringLiteral("driver"), qemuName(layer->format)},
            {QStringLiteral("file"),
                QJsonObject{{QStringLiteral("driver"), QStringLiteral("file")},
                    {QStringLiteral("filename"), QString::fromUtf8(layer->path)}}},
            {QStringLiteral("backing"), below}};
    return below.toObject();
}

QString chainWordOver(const QemuImgChain &chain, const QJsonValue &below)
{
    return jsonWord(chainOver(chain, below));
}

QString sourceWord(const QemuImgChain &source)
{
    return source.size() == 1 ? QString::fromUtf8(source.front().path) : chainWord(source);
}

} // namespace

QString chainWord(const QemuImgChain &chain)
{
    return chainWordOver(chain, QJsonValue::Null);
}

std::span<const WritableFormat> writableFormats()
{
    return table;
}

const WritableFormat *writableFormat(ImageFormat format)
{
    for (const WritableFormat &row : table)
        if (row.format == format)
            return &row;
    return nullptr;
}

CommandLine convertCommand(
    const QemuImgChain &source, const QemuImgFile &target, bool compress, const QString &snapshotId)
{
    QStringList arguments{QStringLiteral("convert"), QStringLiteral("-p")};
    arguments += formatArguments(source);
    arguments += snapshotArguments(snapshotId);
    arguments += targetArguments(target.format, compress);
    if (compress) {
        arguments += QStringLiteral("-c");
        if (writableFormat(target.format)->parallelWrites)
            arguments += QStringLiteral("-W");
        arguments << QStringLiteral("-m") << QStringLiteral("16");
    }
    arguments << QStringLiteral("--") << sourceWord(source) << QString::fromUtf8(target.path);
    return {program, arguments};
}

CommandLine windowCommand(const QemuImgChain &source, qint64 offset, qint64 sizeBytes, const NativePath &target)
{
    const QJsonObject window{{QStringLiteral("driver"), QStringLiteral("raw")}, {QStringLiteral("offset"), offset},
        {QStringLiteral("size"), sizeBytes}, {QStringLiteral("file"), chainOver(source, QJsonValue::Null)}};
    return {program,
        {QStringLiteral("convert"), QStringLiteral("-O"), QStringLiteral("raw"), QStringLiteral("--"), jsonWord(window),
            QString::fromUtf8(target)}};
}

CommandLine measureCommand(
    const QemuImgChain &source, ImageFormat targetFormat, bool compress, const QString &snapshotId)
{
    const WritableFormat *row = writableFormat(targetFormat);
    QStringList arguments{QStringLiteral("measure"), QStringLiteral("--output=json")};
    arguments += formatArguments(source);
    arguments += snapshotArguments(snapshotId);
    arguments += targetArguments(row && row->measurable ? targetFormat : ImageFormat::Raw, compress);
    arguments << QStringLiteral("--") << sourceWord(source);
    return {program, arguments};
}

CommandLine compareCommand(const QemuImgChain &one, const QemuImgFile &other)
{
    return compareCommand(one, QemuImgChain{other});
}

CommandLine compareCommand(const QemuImgChain &one, const QemuImgChain &other)
{
    QStringList arguments{QStringLiteral("compare"), QStringLiteral("-p")};
    arguments += formatArguments(one);
    if (other.size() == 1)
        arguments << QStringLiteral("-F") << qemuName(other.front().format);
    arguments << QStringLiteral("--") << sourceWord(one) << sourceWord(other);
    return {program, arguments};
}

CommandLine commitCommand(const QemuImgChain &above, const QemuImgFile &base, bool baseStandsOnOther)
{
    QemuImgChain chain = above;
    chain.push_back(base);
    return {program,
        {QStringLiteral("commit"), QStringLiteral("-p"), QStringLiteral("-d"), QStringLiteral("-b"),
            QString::fromUtf8(base.path), QStringLiteral("--"),
            chainWordOver(chain, baseStandsOnOther ? QJsonValue::Undefined : QJsonValue::Null)}};
}

CommandLine rebaseCommand(const QemuImgChain &image, const QemuImgFile &base)
{
    return {program,
        {QStringLiteral("rebase"), QStringLiteral("-p"), QStringLiteral("-F"), qemuName(base.format),
            QStringLiteral("-b"), QString::fromUtf8(base.path), QStringLiteral("--"), chainWord(image)}};
}

CommandLine unsafeRebaseCommand(const QemuImgFile &image, const QemuImgFile &base)
{
    return {program,
        {QStringLiteral("rebase"), QStringLiteral("-p"), QStringLiteral("-u"), QStringLiteral("-F"),
            qemuName(base.format), QStringLiteral("-b"), QString::fromUtf8(base.path), QStringLiteral("--"),
            chainWord({image})}};
}

CommandLine checkCommand(const QemuImgFile &image, bool standsOnOther, CheckRepairs repairs)
{
    QStringList arguments{QStringLiteral("check"), QStringLiteral("--output=json")};
    if (repairs != CheckRepairs::Nothing)
        arguments << QStringLiteral("-r")
                  << (repairs == CheckRepairs::Leaks ? QStringLiteral("leaks") : QStringLiteral("all"));
    if (standsOnOther)
        arguments << QStringLiteral("--") << chainWord({image});
    else
        arguments << QStringLiteral("-f") << qemuName(image.format) << QStringLiteral("--")
                  << QString::fromUtf8(image.path);
    return {program, arguments};
}

CommandLine mapCommand(const QemuImgChain &image, qint64 startBytes)
{
    QStringList arguments{QStringLiteral("map"), QStringLiteral("--output=json"),
        QStringLiteral("--start-offset=") + QString::number(startBytes)};
    arguments += formatArguments(image);
    arguments << QStringLiteral("--") << sourceWord(image);
    return {program, arguments};
}

CommandLine resizeCommand(const QemuImgChain &image, qint64 sizeBytes, bool shrinks)
{
    QStringList arguments{QStringLiteral("resize"), QStringLiteral("-q")};
    if (shrinks)
        arguments += QStringLiteral("--shrink");
    arguments += formatArguments(image);
    arguments << QStringLiteral("--") << sourceWord(image) << QString::number(sizeBytes);
    return {program, arguments};
}

CommandLine deleteSnapshotCommand(const QemuImgFile &image, const QString &name)
{
    // Older versions know no -f here.
    return {program,
        {QStringLiteral("snapshot"), QStringLiteral("-q"), QStringLiteral("-d"), name, QStringLiteral("--"),
            chainWord({image})}};
}

CommandLine overlayCommand(const QemuImgFile &base, const NativePath &target, qint64 sizeBytes)
{
    return {program,
        {QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-u"), QStringLiteral("-f"),
            qemuName(ImageFormat::Qcow2), QStringLiteral("-F"), qemuName(base.format), QStringLiteral("-b"),
            QString::fromUtf8(base.path), QStringLiteral("--"), QString::fromUtf8(target), QString::number(sizeBytes)}};
}

CommandLine createCommand(const NativePath &target, qint64 sizeBytes, const Qcow2Shape &shape)
{
    QStringList options{QStringLiteral("cluster_size=%1").arg(shape.clusterSizeBytes),
        QStringLiteral("refcount_bits=%1").arg(shape.refcountBits),
        shape.oldVersion ? QStringLiteral("compat=0.10") : QStringLiteral("compat=1.1")};
    if (shape.extendedL2)
        options << QStringLiteral("extended_l2=on");
    if (shape.lazyRefcounts)
        options << QStringLiteral("lazy_refcounts=on");
    if (shape.zstd)
        options << QStringLiteral("compression_type=zstd");
    QStringList arguments{QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-u"), QStringLiteral("-f"),
        qemuName(ImageFormat::Qcow2), QStringLiteral("-o"), options.join(u',')};
    if (!shape.backingFile.isEmpty())
        arguments << QStringLiteral("-F") << shape.backingFormat << QStringLiteral("-b")
                  << QString::fromUtf8(shape.backingFile);
    arguments << QStringLiteral("--") << QString::fromUtf8(target) << QString::number(sizeBytes);
    return {program, arguments};
}

CommandLine refillCommand(
    const QemuImgChain &source, const QemuImgChain &target, const Qcow2Shape &shape, bool compress)
{
    QStringList arguments{QStringLiteral("convert"), QStringLiteral("-p"), QStringLiteral("-n")};
    arguments += formatArguments(source);
    arguments << QStringLiteral("-O") << qemuName(ImageFormat::Qcow2);
    if (compress)
        arguments << QStringLiteral("-c") << QStringLiteral("-W") << QStringLiteral("-m") << QStringLiteral("16");
    // With -n the name after -B only says that there is a base.
    if (shape.backingFile.isEmpty())
        arguments << QStringLiteral("--target-is-zero");
    else
        arguments << QStringLiteral("-F") << shape.backingFormat << QStringLiteral("-B")
                  << QString::fromUtf8(shape.backingFile);
    arguments << QStringLiteral("--") << sourceWord(source) << chainWord(target);
    return {program, arguments};
}

bool canBeNamed(const NativePath &path)
{
    return QUtf8StringView(path).isValidUtf8();
}

} // namespace Fathom
