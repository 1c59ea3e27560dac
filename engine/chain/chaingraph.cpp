// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/chaingraph.h"

#include "base/maskedname.h"

#include <utility>

namespace Fathom {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Layers that stand for no file that was looked into.
bool isNothing(LinkState state)
{
    return state != LinkState::Whole && state != LinkState::Unreadable && state != LinkState::Malformed;
}

QString layerName(const ChainLayer &layer)
{
    return plainText(layer.path.isEmpty() ? layer.reference.text : layer.path);
}

/// Tells layers apart, so nothing in it is masked; it is never shown.
QString layerKey(const ChainLayer &layer, bool isTop)
{
    if (!isNothing(layer.state) || (isTop && !layer.path.isEmpty()))
        return fileNodeKey(layer.path);
    // The same name can be gone for one disk and only too deep for another.
    return layer.state == LinkState::Missing
        ? QStringLiteral("nothing:%1").arg(layerName(layer))
        : QStringLiteral("nothing:%1:%2").arg(linkStateId(layer.state), layerName(layer));
}

QString layerProblem(const ChainLayer &layer)
{
    if (layer.state == LinkState::Whole)
        return {};
    return layer.error ? sentence(*layer.error) : linkStateText(layer.state);
}

/// One more chain comes to a node: as its top, or by standing on it.
void meet(ChainNode &known, bool isTop, const QString &subtitle, const QString &subjectKey)
{
    if (isTop && known.subjectKey.isEmpty()) {
        known.subjectKey = subjectKey;
        if (known.subtitle.isEmpty())
            known.subtitle = subtitle;
    }
    // Nobody's disk that others stand on is a base after all.
    if (!isTop && known.kind == ChainNodeKind::Disk && known.subjectKey.isEmpty())
        known.kind = ChainNodeKind::Base;
}

} // namespace

QString fileNodeKey(const NativePath &path)
{
    return QStringLiteral("file:") + plainText(path);
}

int ChainGraph::addNode(ChainNode node)
{
    if (const auto known = m_byKey.constFind(node.key); known != m_byKey.constEnd())
        return *known;
    const int index = static_cast<int>(m_nodes.size());
    m_byKey.insert(node.key, index);
    if (node.facts && node.facts->inode != 0 && node.kind != ChainNodeKind::Nothing) {
        const std::pair identity(node.facts->device, node.facts->inode);
        if (!m_byFile.contains(identity))
            m_byFile.insert(identity, index);
    }
    m_nodes.push_back(std::move(node));
    m_lower.push_back(-1);
    m_uppers.emplace_back();
    return index;
}

std::optional<int> ChainGraph::find(const QString &key) const
{
    const auto known = m_byKey.constFind(key);
    if (known == m_byKey.constEnd())
        return {};
    return *known;
}

void ChainGraph::addEdge(ChainEdge edge)
{
    const int count = static_cast<int>(m_nodes.size());
    if (edge.upper < 0 || edge.upper >= count || edge.lower < 0 || edge.lower >= count || m_lower[at(edge.upper)] >= 0)
        return;
    for (int node = edge.lower; node >= 0; node = m_lower[at(node)])
        if (node == edge.upper)
            return;
    m_lower[at(edge.upper)] = edge.lower;
    m_uppers[at(edge.lower)].push_back(edge.upper);
    m_edges.push_back(edge);
}

int ChainGraph::addLayer(const ChainLayer &layer, bool isTop, const QString &subtitle, const QString &subjectKey)
{
    const QString key = layerKey(layer, isTop);
    auto known = m_byKey.constFind(key);
    if (known == m_byKey.constEnd() && layer.facts && layer.facts->inode != 0 && !isNothing(layer.state))
        if (const auto sameFile = m_byFile.constFind(std::pair(layer.facts->device, layer.facts->inode));
            sameFile != m_byFile.constEnd())
            known = m_byKey.insert(key, *sameFile);
    if (known != m_byKey.constEnd()) {
        meet(m_nodes[at(*known)], isTop, subtitle, subjectKey);
        return *known;
    }
    ChainNode node{.key = key,
        .kind = isTop                ? ChainNodeKind::Disk
            : isNothing(layer.state) ? ChainNodeKind::Nothing
                                     : ChainNodeKind::Base,
        .title = layer.path.isEmpty() ? maskedName(layer.reference.text) : plainText(fileName(layer.path)),
        .path = layer.path,
        .info = layer.info,
        .facts = layer.facts,
        .state = layer.state,
        .problem = layerProblem(layer)};
    if (isTop) {
        node.subtitle = subtitle;
        node.subjectKey = subjectKey;
    }
    return addNode(std::move(node));
}

int ChainGraph::addChain(const BackingChain &chain, const QString &subtitle, const QString &subjectKey)
{
    int top = -1;
    int upper = -1;
    for (const ChainLayer &layer : chain.layers) {
        const bool isTop = upper < 0;
        const int node = addLayer(layer, isTop, subtitle, subjectKey);
        if (isTop)
            top = node;
        else
            addEdge({.upper = upper, .lower = node, .broken = layer.state != LinkState::Whole});
        upper = node;
    }
    return top;
}

std::optional<int> ChainGraph::lowerOf(int node) const
{
    if (node < 0 || at(node) >= m_lower.size() || m_lower[at(node)] < 0)
        return {};
    return m_lower[at(node)];
}

std::vector<int> ChainGraph::uppersOf(int node) const
{
    return node >= 0 && at(node) < m_uppers.size() ? m_uppers[at(node)] : std::vector<int>();
}

std::vector<int> ChainGraph::roots() const
{
    std::vector<int> found;
    for (int node = 0; at(node) < m_lower.size(); ++node)
        if (m_lower[at(node)] < 0)
            found.push_back(node);
    return found;
}

std::vector<int> ChainGraph::allAbove(int node) const
{
    std::vector<int> found = uppersOf(node);
    for (std::size_t next = 0; next < found.size(); ++next) {
        const std::vector<int> &uppers = m_uppers[at(found[next])];
        found.insert(found.end(), uppers.begin(), uppers.end());
    }
    return found;
}

} // namespace Fathom
