// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/page.h"

#include <QStackedWidget>

#include <functional>
#include <vector>

namespace Fathom {

/// The pages of a window, one of them shown. Each is made when it is first asked for: of a program's start, a page that
/// nobody looks at costs as much as the one that is seen.
class PageShelf final : public QStackedWidget {
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    /// A kind of page with what it says of itself before it is there.
    template<class Kind, class... Needs> void add(Needs &...needs)
    {
        addMaker(Kind::pageLabel(), [&needs...] { return new Kind(needs...); });
    }

    const std::vector<PageLabel> &labels() const { return m_labels; }
    const PageLabel *labelOf(const QString &id) const; ///< null: there is no such page
    int indexOf(const QString &id) const; ///< -1: there is no such page

    Page &page(int index); ///< made if it was not
    Page *pageById(const QString &id); ///< the same; null: there is no such page
    QList<Page *> madePages() const;
    Page &currentPage() const;

signals:
    void made(Fathom::Page &page); ///< before anybody else sees it

private:
    void addMaker(PageLabel label, std::function<Page *()> make);

    std::vector<PageLabel> m_labels;
    std::vector<std::function<Page *()>> m_makers;
    std::vector<Page *> m_pages; ///< null: not made yet
};

} // namespace Fathom
