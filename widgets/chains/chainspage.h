// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/page.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace Fathom {

class ChainModel;
class ChainScene;
class ChainView;
class EmptyState;
class FilterLine;
class FilterProblem;
class HeaderColumns;
class RowView;
class TableMenus;
class TreeMemory;

/// What stands on what: as a picture, and the same as an indented tree of text.
class ChainsPage final : public Page {
    Q_OBJECT

public:
    explicit ChainsPage(QWidget *parent = nullptr);
    ~ChainsPage() override;

    static PageLabel pageLabel() { return {QStringLiteral("chains"), tr("Chains"), QStringLiteral("chain")}; }
    void setEstate(const EstatePtr &estate) override;
    void setScanning(bool scanning) override;
    bool select(const QString &key) override;
    void focusFilter() override;
    void focusContent() override;
    QString currentKey() const override;

    void showText(bool text); ///< the tree instead of the picture
    bool textShown() const;
    void copyAsText() const;

    ChainScene &scene() const { return *m_scene; }
    ChainView &view() const { return *m_view; }
    RowView &tree() const { return *m_tree; }
    FilterLine &filterLine() const { return *m_filter; }
    EmptyState &emptyState() const { return *m_empty; }
    TableMenus &menus() const { return *m_menus; } ///< of the tree, and seen with it only
    QString countShown() const;
    QString filterProblemShown() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTools();
    void connectAll();
    void drawChains(const QString &keepKey = {});
    void updateShown();
    void firstLook();

    EstatePtr m_estate;
    bool m_scanning = false;
    bool m_looked = false; ///< the picture was laid before the eye once
    bool m_selecting = false; ///< by the program, not by the user
    QString m_selected;
    ChainModel *m_model;
    ChainScene *m_scene;
    FilterLine *m_filter;
    QLabel *m_count;
    FilterProblem *m_problem;
    QToolButton *m_asPicture;
    QToolButton *m_asText;
    QWidget *m_zoomTools;
    QLabel *m_zoom;
    ChainView *m_view;
    RowView *m_tree;
    TableMenus *m_menus;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    HeaderColumns *m_columns = nullptr;
    TreeMemory *m_memory = nullptr;
};

} // namespace Fathom
