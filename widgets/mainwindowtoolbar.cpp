// SPDX-License-Identifier: GPL-3.0-or-later
// The main window's tool bar, "Go to" in it.
#include "widgets/mainwindow.h"

#include "widgets/common/themedicon.h"
#include "widgets/window/estateopener.h"
#include "widgets/window/gotobox.h"
#include "widgets/window/lockbutton.h"

#include <QAction>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace Fathom {

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->toggleViewAction()->setVisible(false); // nobody could find the way back
    bar->setIconSize(QSize(18, 18));
    bar->addActions({m_back, m_forward});
    bar->addSeparator();

    m_title = new QToolButton;
    m_title->setIcon(themedIcon(QStringLiteral("open")));
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setPopupMode(QToolButton::InstantPopup);
    m_title->setFocusPolicy(Qt::TabFocus);
    m_title->setToolTip(tr("The estate that is open; opens another one"));
    QFont font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    auto *menu = new QMenu(m_title);
    m_opener->fillOpenMenu(*menu);
    menu->addSeparator();
    m_opener->fillAddMenu(*menu->addMenu(tr("Add to what is open")));
    m_title->setMenu(menu);
    bar->addWidget(m_title);

    const auto addSpace = [bar] {
        auto *space = new QWidget;
        space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        bar->addWidget(space);
    };
    makeGoto();
    addSpace();
    bar->addWidget(m_goto);
    addSpace();
    bar->addActions({m_refresh, m_cancel});
    bar->addSeparator();

    bar->addWidget(new LockButton(m_jobs));
    for (QAction *action : {m_back, m_forward, m_refresh, m_cancel}) {
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)))
            button->setFocusPolicy(Qt::TabFocus);
    }
}

void MainWindow::makeGoto()
{
    m_goto = new GotoBox;
    connect(m_gotoAction, &QAction::triggered, m_goto, &GotoBox::begin);
    connect(m_goto, &GotoBox::entered, this, [this] { m_goto->setRecent(recentKeys()); });
    connect(m_goto, &GotoBox::chosen, this, &MainWindow::goTo);
    connect(m_goto, &GotoBox::left, this, [this] { currentPage().focusContent(); });
    connect(&m_session, &EstateSession::estateChanged, m_goto, &GotoBox::setEstate);
    m_goto->setEstate(m_session.estate());
}

QStringList MainWindow::recentKeys() const
{
    QStringList keys;
    for (const Place &place : m_history.latestFirst()) {
        QString key = place.key;
        // What is known as a layer on the page of chains is an instance, a base or an image everywhere else.
        if (const auto node = m_session.estate()->chains.find(key))
            if (const QString &subject = m_session.estate()->chains.node(*node).subjectKey; !subject.isEmpty())
                key = subject;
        if (!key.isEmpty() && !keys.contains(key))
            keys << key;
    }
    return keys;
}

} // namespace Fathom
