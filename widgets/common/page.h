// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"
#include "models/roles.h"
#include "widgets/common/openchoice.h"

#include <QIcon>
#include <QModelIndex>
#include <QWidget>

class QMenu;

namespace Fathom {

/// What is known of a page before it is made: pages are made when somebody first looks at them.
struct PageLabel {
    QString id; ///< stable, for settings and the tour: "images"
    QString title;
    QString iconName;
};

/// A place in the window. Pages know the estate and keys; where a key leads, the window decides.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(PageLabel label, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_label(std::move(label))
    {
    }

    const PageLabel &label() const { return m_label; }
    const QString &id() const { return m_label.id; }
    virtual void setEstate(const EstatePtr &estate) = 0;
    virtual void setScanning(bool scanning) = 0; ///< an empty page says whether something may still come
    virtual bool select(const QString &key) = 0; ///< shows the thing; false: it is not on this page
    virtual void focusFilter() = 0;
    virtual void focusContent() = 0; ///< where the keyboard goes when the page is come to
    virtual QString currentKey() const = 0; ///< of what is highlighted; empty: nothing is

    /// What the details pane shows: the window tells it, for links and ways back change it behind the page's back.
    void setDetailsKey(const QString &key) { m_detailsKey = key; }

signals:
    void selected(const QString &key); ///< the details pane follows
    void activated(const QString &key); ///< double click, Enter, link: go to where the thing is at home
    void told(Fathom::Severity severity, const QString &sentence); ///< how something went that the user had begun
    void menuOpens(QMenu &menu, const QModelIndex &row); ///< a row's context menu: what else can be done with the thing
    void openWanted(Fathom::OpenChoice choice); ///< an empty page offers the next step

protected:
    /// Something else is highlighted.
    void choose(const QString &key)
    {
        m_detailsKey = key;
        emit selected(key);
    }
    /// A click, or the space bar, on what may be highlighted already: a choice only when the details show another
    /// thing.
    void chooseAgain(const QString &key)
    {
        if (!key.isEmpty() && key != m_detailsKey)
            choose(key);
    }

private:
    PageLabel m_label;
    QString m_detailsKey;
};

} // namespace Fathom
