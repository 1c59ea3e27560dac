// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/chaingraph.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace Fathom {

/// Where every node of a forest is drawn: Glance images at the bottom, the bases above them, overlays on top; a parent
/// stands centred under those who stand on it; subtrees never overlap (tidy tree: Buchheim, Jünger, Leipert 2002).
struct ChainLayout {
    std::vector<QRectF> rectangles; ///< one per node of the graph, same index; null for nodes left out
    QRectF bounds;
};

/// nodeSize in scene units; only: indexes of the roots whose trees are laid out (empty: all).
ChainLayout layoutChains(const ChainGraph &graph, QSizeF nodeSize, QSizeF gap, const std::vector<int> &onlyRoots = {});

} // namespace Fathom
