// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"
#include "widgets/common/openchoice.h"

#include <QIcon>
#include <QWidget>

namespace Fathom {

/// A place in the window. Pages know the estate and keys; where a key leads, the window decides.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString id() const = 0; ///< stable, for settings and the tour: "images"
    virtual QString title() const = 0;
    virtual QString iconName() const = 0;
    virtual void setEstate(const EstatePtr &estate) = 0;
    virtual void setScanning(bool scanning) = 0; ///< an empty page says whether something may still come
    virtual bool select(const QString &key) = 0; ///< shows the thing; false: it is not on this page
    virtual void focusFilter() = 0;
    virtual void focusContent() = 0; ///< where the keyboard goes when the page is come to

signals:
    void selected(const QString &key); ///< the details pane follows
    void activated(const QString &key); ///< double click, Enter, link: go to where the thing is at home
    void openWanted(Fathom::OpenChoice choice); ///< an empty page offers the next step
};

} // namespace Fathom
