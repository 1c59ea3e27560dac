// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTreeView;

namespace Fathom {

/// The selected rows as a spreadsheet takes them: headers first, shown columns in shown order, tabs between, one line
/// a row from top to bottom. Empty when nothing is selected.
QString selectedRowsText(const QTreeView &view);

} // namespace Fathom
