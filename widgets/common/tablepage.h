// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/page.h"

class QLabel;
class QStackedLayout;

namespace Fathom {

class EmptyState;
class FilterLine;
class FilterProblem;
class HeaderColumns;
class KeyedModel;
class RowView;
class TableMenus;
class TreeMemory;

/// A page that is one table or tree of things: filter line, count, sorting by the header, choice of columns, copying,
/// and an explanation where there is nothing. Subclasses name the model and its words, and call setUp() when they can.
class TablePage : public Page {
    Q_OBJECT

public:
    explicit TablePage(PageLabel label, QWidget *parent = nullptr);
    ~TablePage() override;

    void setEstate(const EstatePtr &estate) override;
    void setScanning(bool scanning) override;
    bool select(const QString &key) override;
    void focusFilter() override;
    void focusContent() override;
    QString currentKey() const override;

    RowView &view() const { return *m_view; }
    FilterLine &filterLine() const { return *m_filter; }
    TableMenus &menus() const { return *m_menus; } ///< saved views, columns, exports
    EmptyState &emptyState() const { return *m_empty; }
    QString countShown() const;
    QString filterProblemShown() const;

protected:
    /// What the page says when it is empty though the scan is over and no filter hides anything.
    struct EmptyText {
        QString title;
        QString text;
        std::vector<OpenChoice> choices;
        QString icon = {}; ///< empty: the page's own
    };

    virtual KeyedModel &model() = 0;
    virtual void setModelEstate(const EstatePtr &estate) = 0;
    virtual QString countText() const = 0; ///< "12 of 40 images"
    virtual EmptyText emptyText() const = 0; ///< for an estate that is open
    virtual int openDepth() const { return 0; } ///< levels of the tree that stand open at first
    virtual bool isTree() const { return true; }
    virtual QStringList columnOrder() const { return {}; } ///< ids from left to right at first; the rest follows
    virtual int usualSortColumn() const { return 0; } ///< −1: as the rows come
    /// Whether there is anything that rows may come from; an empty page says so else.
    virtual bool isOpen() const { return m_estate && !m_estate->sources.empty(); }

    void setUp();
    void addBar(QWidget *bar); ///< above the filter line
    void rowsChanged(); ///< other ones, or more, or fewer
    const EstatePtr &estate() const { return m_estate; }

private:
    void filterApplied();

    EstatePtr m_estate;
    bool m_scanning = false;
    bool m_restoring = false; ///< what is highlighted changes without anybody's choice
    QString m_chosen; ///< what the user highlighted last, shown or not
    FilterLine *m_filter;
    QLabel *m_count;
    FilterProblem *m_problem;
    RowView *m_view;
    TableMenus *m_menus;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    HeaderColumns *m_columns = nullptr;
    TreeMemory *m_memory = nullptr;
};

} // namespace Fathom
