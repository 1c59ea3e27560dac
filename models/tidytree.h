// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/chaingraph.h"

namespace Fathom {

/// A node of a tidy tree: how far right (in node widths, gap included) and how many steps above the root.
struct TidyPlace {
    int node = 0;
    double x = 0; ///< of its centre
    int level = 0;
};

/// The tidy drawing of the tree that stands on root, in linear time and without recursion however deep it is
/// (C. Buchheim, M. Jünger, S. Leipert: "Improving Walker's Algorithm to Run in Linear Time", 2002). Nodes of a level
/// are at least 1 apart, a node stands under the middle of its children, equal subtrees look equal. The leftmost x is
/// 0.
std::vector<TidyPlace> tidyTree(const ChainGraph &graph, int root);

} // namespace Fathom
