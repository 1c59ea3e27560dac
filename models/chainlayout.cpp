// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chainlayout.h"

#include "models/tidytree.h"

#include <algorithm>
#include <cmath>

namespace Fathom {

namespace {

struct LaidTree {
    std::vector<TidyPlace> places;
    double width = 0; ///< in node widths, gap included
    int levels = 0;
};

LaidTree laidTree(const ChainGraph &graph, int root, bool aboveImages)
{
    LaidTree tree{.places = tidyTree(graph, root)};
    // Bases and disks stand where bases stand, whether or not the image below them is known.
    const int ground = aboveImages && graph.node(root).kind != ChainNodeKind::Image ? 1 : 0;
    for (TidyPlace &place : tree.places) {
        place.level += ground;
        tree.width = std::max(tree.width, place.x + 1);
        tree.levels = std::max(tree.levels, place.level + 1);
    }
    return tree;
}

/// How wide a shelf may be so that all of it comes out about as wide as a screen is.
double shelfWidth(const std::vector<LaidTree> &trees, QSizeF cell)
{
    constexpr double screenRatio = 1.6;
    double widest = 0;
    double area = 0;
    for (const LaidTree &tree : trees) {
        widest = std::max(widest, tree.width);
        area += tree.width * tree.levels;
    }
    return std::max(widest, std::sqrt(area * screenRatio * cell.height() / cell.width()));
}

} // namespace

ChainLayout layoutChains(const ChainGraph &graph, QSizeF nodeSize, QSizeF gap, const std::vector<int> &onlyRoots)
{
    ChainLayout layout;
    layout.rectangles.resize(graph.nodes().size());
    const std::vector<int> roots = onlyRoots.empty() ? graph.roots() : onlyRoots;
    const bool anyImage =
        std::ranges::any_of(roots, [&](int root) { return graph.node(root).kind == ChainNodeKind::Image; });
    std::vector<LaidTree> trees;
    trees.reserve(roots.size());
    for (const int root : roots)
        trees.push_back(laidTree(graph, root, anyImage));
    // What stands alone tells least and comes last.
    std::ranges::stable_partition(trees, [](const LaidTree &tree) { return tree.places.size() > 1; });

    const QSizeF cell = nodeSize + gap;
    const double width = shelfWidth(trees, cell);
    double top = 0;
    for (std::size_t first = 0; first < trees.size();) {
        std::size_t end = first;
        double used = 0;
        int levels = 0;
        for (; end < trees.size() && (end == first || used + trees[end].width <= width); ++end) {
            used += trees[end].width;
            levels = std::max(levels, trees[end].levels);
        }
        double left = 0;
        for (; first < end; ++first) {
            for (const TidyPlace &place : trees[first].places) {
                const QPointF corner((left + place.x) * cell.width(), top + (levels - 1 - place.level) * cell.height());
                const QRectF rectangle(corner, nodeSize);
                layout.rectangles[static_cast<std::size_t>(place.node)] = rectangle;
                layout.bounds |= rectangle;
            }
            left += trees[first].width;
        }
        // Half a cell more than between levels, so that shelves do not look like one tree.
        top += (levels + 0.5) * cell.height();
    }
    return layout;
}

} // namespace Fathom
