// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/backingchain.h"

namespace Fathom {

enum class ChainNodeKind {
    Disk, ///< the top of a chain: an instance's disk, or any overlay that nobody stands on
    Base, ///< a file that others stand on, or that lies in _base
    Image, ///< a Glance image that a base was made from
    Nothing, ///< what a broken link points at: missing, outside, a protocol
};

/// One thing in the picture of chains.
struct ChainNode {
    QString key; ///< stable and unique: "file:/path", "image:<uuid>", "nothing:<text>"
    ChainNodeKind kind = ChainNodeKind::Disk;
    QString title; ///< short, plain text: "disk", "6ddc6b9b…", image UUID
    QString subtitle; ///< whose it is: instance name or UUID, "Glance image", …
    NativePath path;
    ImageInfoPtr info;
    std::optional<FileFacts> facts;
    LinkState state = LinkState::Whole;
    QString problem; ///< sentence of what is wrong, empty when nothing is
    QString subjectKey; ///< what a click goes to: the instance's, base's or image's key in the estate
};

enum class ChainEdgeKind { StandsOn, MadeFrom }; ///< overlay → backing file; base → Glance image

struct ChainEdge {
    int upper = 0; ///< index into nodes
    int lower = 0;
    ChainEdgeKind kind = ChainEdgeKind::StandsOn;
    bool broken = false;
};

/// A forest: every node has at most one lower neighbour, any number of upper ones; lowest nodes are the roots.
class ChainGraph {
public:
    const std::vector<ChainNode> &nodes() const { return m_nodes; }
    const std::vector<ChainEdge> &edges() const { return m_edges; }

    /// The node of that key, added when it is new (an existing one keeps what it has).
    int addNode(ChainNode node);
    ChainNode &node(int index) { return m_nodes[static_cast<std::size_t>(index)]; }
    const ChainNode &node(int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    std::optional<int> find(const QString &key) const;
    /// Ignored when upper already stands on something, or when it would close a circle.
    void addEdge(ChainEdge edge);
    /// Adds a whole chain; returns the index of its top (−1 of an empty one). A file that is there already under
    /// another name (a symbolic or hard link) is the same node; what is not there or was not opened is a node of kind
    /// Nothing.
    int addChain(const BackingChain &chain, const QString &subtitle, const QString &subjectKey);

    std::optional<int> lowerOf(int node) const;
    std::vector<int> uppersOf(int node) const; ///< in insertion order
    std::vector<int> roots() const; ///< nodes without a lower one, in insertion order
    /// Everybody who stands on the node, directly or through others.
    std::vector<int> allAbove(int node) const;

private:
    int addLayer(const ChainLayer &layer, bool isTop, const QString &subtitle, const QString &subjectKey);

    std::vector<ChainNode> m_nodes;
    std::vector<ChainEdge> m_edges;
    QHash<QString, int> m_byKey;
    QHash<std::pair<quint64, quint64>, int> m_byFile; ///< device and inode
    std::vector<int> m_lower; ///< per node, −1: none
    std::vector<std::vector<int>> m_uppers;
};

QString fileNodeKey(const NativePath &path);

/// The forest as indented text, roots (Glance images, bases) first, one node a line, for copying and screen readers.
/// root: only the tree that holds that node.
QString chainText(const ChainGraph &graph, std::optional<int> root = {});

enum class SizeWords { Rounded, Exact }; ///< "120 GiB" or "128,849,018,880 bytes"

/// One chain as text, the overlay first, each lower layer indented under it: `fathomctl chain PATH`.
QString chainText(const BackingChain &chain, SizeWords words = SizeWords::Rounded);

} // namespace Fathom
