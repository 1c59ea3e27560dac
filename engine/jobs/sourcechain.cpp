// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sourcechain.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct SourceChainText {
    Q_DECLARE_TR_FUNCTIONS(SourceChain)
};

/// The formats whose driver in qemu reads through to another file as it should.
bool standsOnOthersInQemu(ImageFormat format)
{
    return format == ImageFormat::Qcow2 || format == ImageFormat::Vmdk;
}

Error chainError(ErrorKind kind, const QString &action, const ChainLayer &layer, const QString &reason)
{
    return {.kind = kind,
        .action = action,
        .subject = layer.path.isEmpty() ? plainText(layer.reference.text) : plainText(layer.path),
        .reason = reason,
        .hint = SourceChainText::tr("“fathomctl chain” shows what the disk stands on")};
}

constexpr ToleratedRules layerRules{QLatin1StringView("backing-file")};

/// What keeps a layer from being read.
Result<void> refuseBroken(const QString &action, const ChainLayer &layer)
{
    if (layer.state == LinkState::Whole)
        return {};
    if (!layer.error)
        return std::unexpected(chainError(ErrorKind::Malformed, action, layer, linkStateText(layer.state)));
    Error error = *layer.error;
    if (error.hint.isEmpty())
        error.hint = chainError(error.kind, action, layer, {}).hint;
    return std::unexpected(error);
}

Result<void> refuseLayer(const QString &action, const ChainLayer &layer, const std::optional<ImageFormat> &declared,
    ToleratedRules tolerated)
{
    if (const Result<void> whole = refuseBroken(action, layer); !whole)
        return whole;
    if (const Result<void> named = refuseUnnameable(action, layer.path); !named)
        return named;
    if (!layer.info->backingFile.isEmpty() && !standsOnOthersInQemu(layer.info->format))
        return std::unexpected(chainError(ErrorKind::Unsupported, action, layer,
            SourceChainText::tr("qemu-img does not follow what a %1 stands on")
                .arg(QLatin1StringView(formatTraits(layer.info->format).title))));
    if (const Result<void> safe = refuseUnsafe(action, layer.path, *layer.info, declared, tolerated); !safe)
        return safe;
    return refuseIfHeld(layer.path);
}

} // namespace

Result<SourceLayers> sourceLayers(const QString &action, const NativePath &overlay,
    const std::optional<ImageFormat> &declared, const std::stop_token &stop, const ChainPolicy &policy,
    ToleratedRules tolerated)
{
    LayerReader reader;
    const BackingChain chain = resolveChain(
        overlay, declared ? QString::fromLatin1(formatTraits(*declared).id) : QString(), reader, policy, stop);
    SourceLayers layers;
    for (const ChainLayer &layer : chain.layers) {
        if (const Result<void> good = refuseLayer(action, layer, formatFromName(layer.declaredFormat),
                layers.empty() && tolerated.size() > 0 ? tolerated : layerRules);
            !good)
            return std::unexpected(good.error());
        layers.push_back({.file = {layer.path, layer.info->format, layer.info->virtualSizeBytes},
            .info = layer.info,
            .facts = layer.facts.value_or(FileFacts{})});
    }
    return layers;
}

Result<void> refuseIfAnyChanged(const QString &action, const SourceLayers &layers)
{
    for (const SourceLayer &layer : layers)
        if (const Result<void> same = refuseIfChanged(action, layer.file.path, layer.facts); !same)
            return same;
    return {};
}

std::vector<PlanFile> planFiles(const SourceLayers &layers)
{
    std::vector<PlanFile> files;
    for (const SourceLayer &layer : layers)
        files.push_back(layer.file);
    return files;
}

QemuImgChain qemuImgChain(const std::vector<PlanFile> &files)
{
    QemuImgChain chain;
    for (const PlanFile &file : files)
        chain.push_back({file.path, file.format});
    return chain;
}

} // namespace Fathom
