// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "base/maskedname.h"
#include "chain/chaingraph.h"

#include <QCoreApplication>
#include <QStringList>

#include <ranges>

namespace Fathom {

namespace {

struct ChainText {
    Q_DECLARE_TR_FUNCTIONS(ChainText)
};

constexpr QStringView lastBranch = u"└─ ";
constexpr QStringView branch = u"├─ ";
constexpr QStringView noLine = u"   ";
constexpr QStringView line = u"│  ";

/// "qcow2, 120 GiB virtual, 1 GiB on disk", as far as it is known; empty when nothing is.
QString measures(const ImageInfoPtr &info, const std::optional<FileFacts> &facts, SizeWords words = SizeWords::Rounded)
{
    const auto size = [words](
                          qint64 bytes) { return words == SizeWords::Exact ? exactBytes(bytes) : formatBytes(bytes); };
    QStringList parts;
    if (info) {
        parts.append(QLatin1StringView(formatTraits(info->format).title));
        parts.append(ChainText::tr("%1 virtual").arg(size(info->virtualSizeBytes)));
    }
    if (facts && facts->kind == FileKind::Regular)
        parts.append(ChainText::tr("%1 on disk").arg(size(facts->allocatedBytes)));
    return parts.join(QStringLiteral(", "));
}

/// name, what it measures and what is wrong, in one line.
QString described(const QString &name, const QString &measured, const QString &problem)
{
    QString text = measured.isEmpty() ? name : ChainText::tr("%1: %2").arg(name, measured);
    if (!problem.isEmpty())
        text = ChainText::tr("%1 — %2").arg(text, problem);
    return text;
}

QString layerProblemText(const ChainLayer &layer)
{
    if (layer.state == LinkState::Whole) {
        // That an overlay stands on another file is what the chain shows; the rest a reader would not see.
        QStringList reasons;
        if (layer.info)
            for (const SafetyViolation &violation : layer.info->violations)
                if (violation.rule != u"backing-file")
                    reasons.append(violation.reason);
        return reasons.isEmpty() ? QString() : ChainText::tr("unsafe: %1").arg(reasons.join(QStringLiteral("; ")));
    }
    if (!layer.error)
        return linkStateText(layer.state);
    return ChainText::tr("%1. %2").arg(linkStateText(layer.state), sentence(*layer.error));
}

QString layerLine(const ChainLayer &layer, SizeWords words)
{
    QString name = maskedName(layer.path.isEmpty() ? layer.reference.text : layer.path);
    if (layer.relocated)
        name = ChainText::tr("%1 (named %2)").arg(name, maskedName(layer.reference.text));
    return described(name, measures(layer.info, layer.facts, words), layerProblemText(layer));
}

QString nodeLine(const ChainGraph &graph, int index)
{
    const ChainNode &node = graph.node(index);
    QString name = node.title;
    if (!node.subtitle.isEmpty() && node.subtitle != node.title)
        name = ChainText::tr("%1 (%2)").arg(name, node.subtitle);
    QString measured = measures(node.info, node.facts);
    if (const qsizetype count = static_cast<qsizetype>(graph.allAbove(index).size()); count > 1) {
        const QString users = ChainText::tr("%n layers stand on it", nullptr, static_cast<int>(count));
        measured = measured.isEmpty() ? users : ChainText::tr("%1, %2").arg(measured, users);
    }
    QString problem = node.problem;
    if (problem.isEmpty() && node.state != LinkState::Whole)
        problem = linkStateText(node.state);
    return described(name, measured, problem);
}

/// A node still to be written. Not recursive: chains can be as deep as somebody pleases.
struct Pending {
    int node = 0;
    QString indent; ///< of the lines below it
    QString mark; ///< before its own text
};

void appendTree(QString &text, const ChainGraph &graph, int root)
{
    std::vector<Pending> pending{{root, {}, {}}};
    while (!pending.empty()) {
        const Pending next = pending.back();
        pending.pop_back();
        text += next.mark + nodeLine(graph, next.node) + u'\n';
        const std::vector<int> uppers = graph.uppersOf(next.node);
        bool isLast = true;
        for (const int upper : std::views::reverse(uppers)) {
            pending.push_back(
                {upper, next.indent + (isLast ? noLine : line), next.indent + (isLast ? lastBranch : branch)});
            isLast = false;
        }
    }
}

} // namespace

QString chainText(const ChainGraph &graph, std::optional<int> root)
{
    QString text;
    if (root) {
        int lowest = *root;
        while (const std::optional<int> lower = graph.lowerOf(lowest))
            lowest = *lower;
        if (lowest >= 0 && static_cast<std::size_t>(lowest) < graph.nodes().size())
            appendTree(text, graph, lowest);
        return text;
    }
    for (const int lowest : graph.roots())
        appendTree(text, graph, lowest);
    return text;
}

QString chainText(const BackingChain &chain, SizeWords words)
{
    QString text;
    QString indent;
    for (const ChainLayer &layer : chain.layers) {
        if (&layer == &chain.layers.front()) {
            text += layerLine(layer, words) + u'\n';
            continue;
        }
        text += indent + lastBranch + layerLine(layer, words) + u'\n';
        indent += noLine;
    }
    const ChainLayer *top = chain.top();
    if (chain.depth() > 1 && top->facts)
        text += ChainText::tr("Together %1 on disk, of which %2 are the disk's own.")
                    .arg(formatBytes(chain.allocatedBytes()), formatBytes(top->facts->allocatedBytes)) +
            u'\n';
    return text;
}

} // namespace Fathom
