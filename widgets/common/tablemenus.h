// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/background.h"
#include "models/rowexport.h"
#include "widgets/common/savedviews.h"

#include <QWidget>

class QMenu;

namespace Fathom {

class FilterLine;
class HeaderColumns;
class KeyedModel;
class Page;
class RowView;

/// The menus beside a page's filter line, for what its table or tree shows: ways to look at it that have names, the
/// choice of columns, exports; and the context menu of its rows.
class TableMenus final : public QWidget {
    Q_OBJECT

public:
    TableMenus(Page &page, RowView &view, FilterLine &filter);

    /// Once the view has its model, and the columns are as they were left. usualSortColumn: of the usual view; −1: as
    /// the rows come. The page begins with the saved view that was chosen for that.
    void setUp(KeyedModel &model, HeaderColumns &columns, int usualSortColumn);

    SavedViews &savedViews() const { return *m_views; }
    SavedView presentView(const QString &name) const;
    void showView(const SavedView &view);
    /// In the background; the page's told() says how it went.
    void exportTo(const QString &path, ExportFormat format, bool selectionOnly);
    void copyAs(ExportFormat format) const; ///< the selected rows
    void fillContextMenu(QMenu &menu, const QModelIndex &row); ///< row: under the mouse; may be invalid

private:
    int columnOf(const QString &columnId) const;
    std::vector<int> shownColumns() const; ///< from left to right
    void showUsualView();
    void fillViewsMenu(QMenu &menu);
    QString askForName(const QString &title, const QString &name);
    RowExport exported(bool selectionOnly) const;
    void askWhereToExport(bool selectionOnly);
    void fillExportMenu(QMenu &menu);

    Page &m_page;
    RowView &m_view;
    FilterLine &m_filter;
    KeyedModel *m_model = nullptr;
    HeaderColumns *m_columns = nullptr;
    int m_usualSortColumn = 0;
    std::unique_ptr<SavedViews> m_views;
    QString m_viewName; ///< of the saved view that was chosen last; empty: the usual one
    Background m_exporting{this};
};

} // namespace Fathom
