// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/backingchain.h"

#include "base/maskedname.h"
#include "chain/layerlocation.h"
#include "image/imageprobe.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <utility>

namespace Fathom {

namespace {

struct BackingChainText {
    Q_DECLARE_TR_FUNCTIONS(BackingChain)
};

struct LinkStateWords {
    LinkState state;
    const char *id;
    const char *text;
};

constexpr std::array linkStateWords{
    LinkStateWords{LinkState::Whole, "whole", QT_TRANSLATE_NOOP("BackingChain", "whole")},
    LinkStateWords{LinkState::Missing, "missing", QT_TRANSLATE_NOOP("BackingChain", "missing")},
    LinkStateWords{LinkState::Unreadable, "unreadable", QT_TRANSLATE_NOOP("BackingChain", "unreadable")},
    LinkStateWords{LinkState::Malformed, "malformed", QT_TRANSLATE_NOOP("BackingChain", "damaged")},
    LinkStateWords{LinkState::Cyclic, "cyclic", QT_TRANSLATE_NOOP("BackingChain", "stands on itself")},
    LinkStateWords{LinkState::TooDeep, "too-deep", QT_TRANSLATE_NOOP("BackingChain", "too deep")},
    LinkStateWords{LinkState::NotOpened, "not-opened", QT_TRANSLATE_NOOP("BackingChain", "not opened")},
    LinkStateWords{
        LinkState::Outside, "outside", QT_TRANSLATE_NOOP("BackingChain", "outside the directories that may be opened")},
};

const LinkStateWords &wordsOf(LinkState state)
{
    const auto *found = std::ranges::find(linkStateWords, state, &LinkStateWords::state);
    return found == linkStateWords.end() ? linkStateWords.front() : *found;
}

/// Formats whose parent is always of the same format, so that nothing needs to be declared.
bool parentHasSameFormat(ImageFormat format)
{
    return format == ImageFormat::Vmdk || format == ImageFormat::Vhd || format == ImageFormat::Vhdx;
}

QString declaredForBacking(const ImageInfo &overlay)
{
    if (overlay.backingFormat.isEmpty() && parentHasSameFormat(overlay.format))
        return QLatin1StringView(formatTraits(overlay.format).id);
    return overlay.backingFormat;
}

void judgeDeclaration(ImageInfo &info)
{
    if (!info.backingFile.isEmpty() && declaredForBacking(info).isEmpty())
        info.violations.push_back({QStringLiteral("undeclared-format"),
            BackingChainText::tr("It does not say of what format its backing file is: programs guess it, and a guest "
                                 "that writes to a raw base can make them guess wrong")});
}

void setUnreadable(ChainLayer &layer, Error error)
{
    layer.state = error.kind == ErrorKind::NotFound ? LinkState::Missing : LinkState::Unreadable;
    layer.error = std::move(error);
    if (const Result<FileFacts> facts = fileFacts(layer.path); facts && layer.state != LinkState::Missing)
        layer.facts = *facts;
}

/// qemu's words for a device given as a backing format.
bool isDeviceFormat(const QString &format)
{
    return format == QLatin1StringView("host_device") || format == QLatin1StringView("host_cdrom");
}

Error notOpened(const BackingReference &reference)
{
    return {.kind = ErrorKind::Unsupported,
        .action = BackingChainText::tr("follow the chain"),
        .subject = maskedName(reference.text),
        .reason = reference.kind == BackingKind::Json
            ? BackingChainText::tr("it is a description for qemu, not a file name, and such are never opened")
            : reference.kind == BackingKind::Device
            ? BackingChainText::tr("it is a device, and devices are never opened")
            : BackingChainText::tr("it is reached through a protocol, and such are never opened"),
        .hint = {}};
}

/// The layer that a reference names, located but not read; without an error when it may be read. opened is the name to
/// open for it: symbolic links that the policy allows are followed.
ChainLayer referredLayer(const ImageInfo &overlay, const NativePath &overlayPath, const ChainPolicy &policy,
    const std::stop_token &stop, int depth, NativePath &opened)
{
    ChainLayer layer{.reference = parseBackingReference(overlay.backingFile, overlayPath),
        .declaredFormat = declaredForBacking(overlay)};
    layer.path = layer.reference.path;
    const auto fail = [&](LinkState state, Error error) {
        layer.state = state;
        layer.error = std::move(error);
        return layer;
    };
    if (isDeviceFormat(layer.declaredFormat) && layer.reference.kind == BackingKind::File)
        layer.reference.kind = BackingKind::Device;
    if (layer.reference.kind != BackingKind::File)
        return fail(LinkState::NotOpened, notOpened(layer.reference));
    if (depth >= policy.maximumDepth)
        return fail(LinkState::TooDeep,
            {.kind = ErrorKind::Unsupported,
                .action = BackingChainText::tr("follow the chain"),
                .subject = maskedName(layer.reference.text),
                .reason = BackingChainText::tr("it goes on after %n layers", nullptr, depth),
                .hint = {}});
    if (stop.stop_requested())
        return fail(LinkState::NotOpened,
            {.kind = ErrorKind::Cancelled,
                .action = BackingChainText::tr("follow the chain"),
                .subject = maskedName(layer.reference.text),
                .reason = BackingChainText::tr("it was cancelled"),
                .hint = {}});
    LayerLocation location = locateLayer(layer.reference, parentHasSameFormat(overlay.format), policy);
    layer.path = location.path;
    layer.relocated = location.relocated;
    opened = location.opened;
    if (location.error)
        return fail(location.state, *location.error);
    return layer;
}

/// Puts what the reader found into the layer that the chain located.
void takeOver(ChainLayer &layer, const ChainLayer &read)
{
    layer.state = read.state;
    layer.info = read.info;
    layer.facts = read.facts;
    layer.error = read.error;
}

} // namespace

QString linkStateId(LinkState state)
{
    return QLatin1StringView(wordsOf(state).id);
}

QString linkStateText(LinkState state)
{
    return BackingChainText::tr(wordsOf(state).text);
}

bool BackingChain::whole() const
{
    return std::ranges::all_of(layers, [](const ChainLayer &layer) { return layer.state == LinkState::Whole; });
}

qint64 BackingChain::allocatedBytes() const
{
    qint64 sum = 0;
    for (const ChainLayer &layer : layers)
        if (layer.facts && layer.state != LinkState::Cyclic)
            sum += layer.facts->allocatedBytes;
    return sum;
}

std::optional<qint64> BackingChain::virtualSizeBytes() const
{
    if (layers.empty() || !layers.front().info)
        return {};
    return layers.front().info->virtualSizeBytes;
}

const ChainLayer &LayerReader::read(const NativePath &path, const QString &declaredFormat)
{
    return read(path, declaredFormat, [&] { return BoundedFile::open(path, BoundedFile::Links::Refuse); });
}

const ChainLayer &LayerReader::readIn(
    const OpenDirectory &directory, const NativePath &name, const QString &declaredFormat)
{
    return read(joinPath(directory.path(), name), declaredFormat, [&] { return BoundedFile::openIn(directory, name); });
}

const ChainLayer &LayerReader::read(
    const NativePath &path, const QString &declaredFormat, const std::function<Result<BoundedFile>()> &open)
{
    std::shared_ptr<const ChainLayer> &known = m_layers[path + '\0' + declaredFormat.toUtf8()];
    if (known)
        return *known;

    auto layer = std::make_shared<ChainLayer>(ChainLayer{.path = path, .declaredFormat = declaredFormat});
    known = layer;
    const std::optional<ImageFormat> declared = formatFromName(declaredFormat);
    if (!declared && !declaredFormat.isEmpty()) {
        setUnreadable(*layer,
            {.kind = ErrorKind::Unsupported,
                .action = BackingChainText::tr("read the layer"),
                .subject = plainText(path),
                .reason = BackingChainText::tr("it is declared as “%1”, a format that is not known here")
                    .arg(plainText(declaredFormat.toUtf8())),
                .hint = {}});
        return *layer;
    }
    Result<BoundedFile> file = open();
    if (!file) {
        setUnreadable(*layer, file.error());
        return *layer;
    }
    ++m_filesRead;
    layer->facts = file->facts();
    Result<ImageInfo> info = inspectImage(*file, declared);
    if (info) {
        judgeDeclaration(*info);
        layer->info = std::make_shared<const ImageInfo>(std::move(*info));
    } else {
        layer->state = info.error().kind == ErrorKind::InputOutput ? LinkState::Unreadable : LinkState::Malformed;
        layer->error = info.error();
    }
    return *layer;
}

BackingChain resolveChain(const NativePath &top, const QString &declaredFormat, LayerReader &reader,
    const ChainPolicy &policy, const std::stop_token &stop)
{
    LayerLocation location = locateTop(top.startsWith('/') ? cleanPath(top) : absolutePath(top), policy);
    ChainLayer layer{.path = location.path, .declaredFormat = declaredFormat};
    layer.state = location.state;
    layer.error = location.error;
    if (!layer.error)
        takeOver(layer, reader.read(location.opened, declaredFormat));
    return resolveChain(std::move(layer), reader, policy, stop);
}

BackingChain resolveChain(ChainLayer layer, LayerReader &reader, const ChainPolicy &policy, const std::stop_token &stop)
{
    BackingChain chain;
    QVarLengthArray<std::pair<quint64, quint64>, 8> seen;
    for (;;) {
        // A circle can go through hard links and other names of the same file: only the inode tells.
        if (layer.state == LinkState::Whole && layer.facts) {
            const std::pair identity(layer.facts->device, layer.facts->inode);
            if (seen.contains(identity))
                layer.state = LinkState::Cyclic;
            seen.append(identity);
        }
        chain.layers.push_back(std::move(layer));
        const ChainLayer &last = chain.layers.back();
        if (last.state != LinkState::Whole || last.info->backingFile.isEmpty())
            return chain;
        // Relative names start from the directory of the name as it was given, as qemu has it, links unresolved.
        NativePath opened;
        layer = referredLayer(*last.info, last.path, policy, stop, chain.depth(), opened);
        if (!layer.error)
            takeOver(layer, reader.read(opened, layer.declaredFormat));
    }
}

} // namespace Fathom
