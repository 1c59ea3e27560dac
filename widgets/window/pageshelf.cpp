// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/pageshelf.h"

#include <algorithm>

namespace Fathom {

void PageShelf::addMaker(PageLabel label, std::function<Page *()> make)
{
    m_labels.push_back(std::move(label));
    m_makers.push_back(std::move(make));
    m_pages.push_back(nullptr);
}

int PageShelf::indexOf(const QString &id) const
{
    const auto label = std::ranges::find(m_labels, id, &PageLabel::id);
    return label == m_labels.end() ? -1 : int(label - m_labels.begin());
}

const PageLabel *PageShelf::labelOf(const QString &id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &m_labels[std::size_t(index)];
}

Page &PageShelf::page(int index)
{
    Page *&page = m_pages.at(std::size_t(index));
    if (!page) {
        page = m_makers[std::size_t(index)]();
        addWidget(page);
        emit made(*page);
    }
    return *page;
}

Page *PageShelf::pageById(const QString &id)
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &page(index);
}

QList<Page *> PageShelf::madePages() const
{
    QList<Page *> pages;
    for (Page *page : m_pages)
        if (page)
            pages << page;
    return pages;
}

Page &PageShelf::currentPage() const
{
    return *static_cast<Page *>(currentWidget());
}

} // namespace Fathom
