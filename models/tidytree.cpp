// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tidytree.h"

#include <algorithm>

namespace Fathom {

namespace {

/// The names are the paper's: prelim, mod, thread, ancestor, shift, change.
class TidyTree {
public:
    TidyTree(const ChainGraph &graph, int root)
    {
        m_nodes.push_back({.graphNode = root});
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const std::vector<int> uppers = graph.uppersOf(m_nodes[i].graphNode);
            m_nodes[i].children.reserve(uppers.size());
            for (const int upper : uppers) {
                const int child = static_cast<int>(m_nodes.size());
                m_nodes.push_back({.graphNode = upper,
                    .parent = static_cast<int>(i),
                    .number = static_cast<int>(m_nodes[i].children.size()),
                    .level = m_nodes[i].level + 1,
                    .ancestor = child});
                m_nodes[i].children.push_back(child);
            }
            if (!m_nodes[i].children.empty())
                m_nodes[i].defaultAncestor = m_nodes[i].children.front();
        }
    }

    std::vector<TidyPlace> places()
    {
        firstWalk();
        std::vector<TidyPlace> result;
        result.reserve(m_nodes.size());
        std::vector<double> moved(m_nodes.size(), 0); // the paper's m, per node
        double left = 0;
        // Parents come before their children in m_nodes.
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const Node &node = m_nodes[i];
            if (node.parent >= 0)
                moved[i] = moved[static_cast<std::size_t>(node.parent)] + at(node.parent).mod;
            result.push_back({node.graphNode, node.prelim + moved[i], node.level});
            left = i == 0 ? result.back().x : std::min(left, result.back().x);
        }
        for (TidyPlace &place : result)
            place.x -= left;
        return result;
    }

private:
    struct Node {
        int graphNode = 0;
        int parent = -1;
        int number = 0; ///< among its siblings
        int level = 0;
        int ancestor = 0;
        int defaultAncestor = -1; ///< for its children
        int thread = -1;
        double prelim = 0;
        double mod = 0;
        double shift = 0;
        double change = 0;
        std::vector<int> children;
        std::size_t walked = 0; ///< children that the first walk has been to
    };

    Node &at(int node) { return m_nodes[static_cast<std::size_t>(node)]; }

    int nextLeft(int node) { return at(node).children.empty() ? at(node).thread : at(node).children.front(); }
    int nextRight(int node) { return at(node).children.empty() ? at(node).thread : at(node).children.back(); }
    int leftSibling(int node)
    {
        const Node &me = at(node);
        return me.parent < 0 || me.number == 0 ? -1 : at(me.parent).children[static_cast<std::size_t>(me.number - 1)];
    }

    void firstWalk()
    {
        std::vector<int> path{0};
        while (!path.empty()) {
            const int node = path.back();
            if (at(node).walked < at(node).children.size()) {
                path.push_back(at(node).children[at(node).walked++]);
                continue;
            }
            place(node);
            apportion(node);
            path.pop_back();
        }
    }

    void place(int node)
    {
        executeShifts(node);
        Node &me = at(node);
        const double middle =
            me.children.empty() ? 0 : (at(me.children.front()).prelim + at(me.children.back()).prelim) / 2;
        const int left = leftSibling(node);
        if (left < 0) {
            me.prelim = middle;
            return;
        }
        me.prelim = at(left).prelim + 1;
        me.mod = me.children.empty() ? 0 : me.prelim - middle;
    }

    void executeShifts(int node)
    {
        double shift = 0;
        double change = 0;
        const std::vector<int> &children = at(node).children;
        for (auto child = children.rbegin(); child != children.rend(); ++child) {
            at(*child).prelim += shift;
            at(*child).mod += shift;
            change += at(*child).change;
            shift += at(*child).shift + change;
        }
    }

    /// Moves the node's subtree right until it is clear of its left siblings' subtrees.
    void apportion(int node)
    {
        const int left = leftSibling(node);
        if (left < 0)
            return;
        int &defaultAncestor = at(at(node).parent).defaultAncestor;
        int insideRight = node, outsideRight = node; // contours of the node's own subtree
        int insideLeft = left, outsideLeft = at(at(node).parent).children.front(); // … of the forest on its left
        double sumInsideRight = at(insideRight).mod, sumOutsideRight = at(outsideRight).mod;
        double sumInsideLeft = at(insideLeft).mod, sumOutsideLeft = at(outsideLeft).mod;
        while (nextRight(insideLeft) >= 0 && nextLeft(insideRight) >= 0) {
            insideLeft = nextRight(insideLeft);
            insideRight = nextLeft(insideRight);
            outsideLeft = nextLeft(outsideLeft);
            outsideRight = nextRight(outsideRight);
            at(outsideRight).ancestor = node;
            const double shift = at(insideLeft).prelim + sumInsideLeft - at(insideRight).prelim - sumInsideRight + 1;
            if (shift > 0) {
                const int ancestor = at(insideLeft).ancestor;
                moveSubtree(at(ancestor).parent == at(node).parent ? ancestor : defaultAncestor, node, shift);
                sumInsideRight += shift;
                sumOutsideRight += shift;
            }
            sumInsideLeft += at(insideLeft).mod;
            sumInsideRight += at(insideRight).mod;
            sumOutsideLeft += at(outsideLeft).mod;
            sumOutsideRight += at(outsideRight).mod;
        }
        if (nextRight(insideLeft) >= 0 && nextRight(outsideRight) < 0) {
            at(outsideRight).thread = nextRight(insideLeft);
            at(outsideRight).mod += sumInsideLeft - sumOutsideRight;
        }
        if (nextLeft(insideRight) >= 0 && nextLeft(outsideLeft) < 0) {
            at(outsideLeft).thread = nextLeft(insideRight);
            at(outsideLeft).mod += sumInsideRight - sumOutsideLeft;
            defaultAncestor = node;
        }
    }

    void moveSubtree(int from, int node, double shift)
    {
        const double part = shift / (at(node).number - at(from).number);
        at(node).change -= part;
        at(node).shift += shift;
        at(from).change += part;
        at(node).prelim += shift;
        at(node).mod += shift;
    }

    std::vector<Node> m_nodes;
};

} // namespace

std::vector<TidyPlace> tidyTree(const ChainGraph &graph, int root)
{
    return TidyTree(graph, root).places();
}

} // namespace Fathom
