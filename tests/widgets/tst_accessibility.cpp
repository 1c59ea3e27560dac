// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chains/chainspage.h"
#include "widgets/common/detailspane.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/messagebar.h"
#include "widgets/mainwindow.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"

#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace Fathom;

namespace {

QString describe(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *at = &widget; at; at = at->parentWidget())
        path.prepend(QString::fromLatin1(at->metaObject()->className()).section(u':', -1) +
            (at->objectName().isEmpty() ? QString() : u'#' + at->objectName()));
    return path.join(u'/') + QStringLiteral(" “%1”").arg(widget.toolTip());
}

/// Everything below that can be seen, as an assistive program walks it.
void walk(QAccessibleInterface *interface, const std::function<void(QAccessibleInterface &)> &visit)
{
    if (!interface || !interface->isValid() || interface->state().invisible)
        return;
    visit(*interface);
    for (int i = 0; i < interface->childCount(); ++i)
        walk(interface->child(i), visit);
}

/// Roles that tell nothing of what a thing is.
bool isRoleless(QAccessible::Role role)
{
    return role == QAccessible::NoRole || role == QAccessible::Client;
}

bool isReachable(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everythingThatTakesTheKeyboardHasANameAndARole_data();
    void everythingThatTakesTheKeyboardHasANameAndARole();
    void tablesAnnounceTheirHeaders();
    void tabReachesEverything_data();
    void tabReachesEverything();
    void tabFollowsTheEye();
    void everyActionIsReachedByKeyboard();
    void menusHaveMnemonics();
    void dialogsHaveNames();

private:
    void pages();

    std::unique_ptr<SampleEstate> m_sample;
    std::unique_ptr<EstateSession> m_session;
    std::unique_ptr<JobSession> m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

void TestAccessibility::initTestCase()
{
    startWidgetTest();
    QAccessible::setActive(true);
    m_sample = std::make_unique<SampleEstate>();
    QVERIFY2(m_sample->good(), "qemu-img is needed (package qemu-utils)");
}

void TestAccessibility::init()
{
    QSettings().clear();
    m_session = std::make_unique<EstateSession>();
    m_jobs = newJobSession(true);
    m_window = std::make_unique<MainWindow>(*m_session, *m_jobs);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestAccessibility::cleanup()
{
    m_window.reset();
    m_jobs.reset();
    m_session.reset();
}

void TestAccessibility::pages()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("open");
    QTest::addColumn<bool>("text");
    for (const char *page : {"images", "instances", "directories", "chains"}) {
        QTest::addRow("%s", page) << QString::fromLatin1(page) << true << false;
        QTest::addRow("%s, nothing open", page) << QString::fromLatin1(page) << false << false;
    }
    QTest::addRow("chains as text") << QStringLiteral("chains") << true << true;
}

#define SHOW_PAGE()                                                                                                    \
    QFETCH(QString, page);                                                                                             \
    QFETCH(bool, open);                                                                                                \
    QFETCH(bool, text);                                                                                                \
    if (open) {                                                                                                        \
        m_session->open(m_sample->sources(), QStringLiteral("Sample"));                                                \
        QTRY_VERIFY(!m_session->scanning() && m_session->estate()->complete);                                          \
        m_window->goTo(m_sample->instanceKeyOf(SampleEstate::alpha));                                                  \
    }                                                                                                                  \
    m_window->showPage(page);                                                                                          \
    if (auto *chains = qobject_cast<ChainsPage *>(&m_window->currentPage()))                                           \
        chains->showText(text);                                                                                        \
    m_window->messageBar().say(Severity::Warning, QStringLiteral("Something"), {}, QStringLiteral("one\ntwo"));        \
    QCoreApplication::sendPostedEvents()

void TestAccessibility::everythingThatTakesTheKeyboardHasANameAndARole_data()
{
    pages();
}

void TestAccessibility::everythingThatTakesTheKeyboardHasANameAndARole()
{
    SHOW_PAGE();
    int seen = 0;
    QStringList wrong;
    walk(QAccessible::queryAccessibleInterface(m_window.get()), [&](QAccessibleInterface &interface) {
        const auto *widget = qobject_cast<QWidget *>(interface.object());
        const bool takesKeyboard =
            widget ? widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() : bool(interface.state().focusable);
        if (!takesKeyboard || (widget && widget->isWindow()))
            return;
        ++seen;
        const QString name = interface.text(QAccessible::Name);
        const QString what =
            widget ? describe(*widget) : QStringLiteral("a part of ") + interface.parent()->text(QAccessible::Name);
        // A cell may be empty; whatever else can be come to says what it is.
        const bool isCell = interface.role() == QAccessible::Cell || interface.role() == QAccessible::TreeItem;
        if (name.trimmed().isEmpty() && !isCell)
            wrong << QStringLiteral("no name: ") + what;
        if (isRoleless(interface.role()))
            wrong << QStringLiteral("no role: ") + what;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    QVERIFY(seen > 10);
}

void TestAccessibility::tablesAnnounceTheirHeaders()
{
    m_session->open(m_sample->sources(), QStringLiteral("Sample"));
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->complete);
    for (Page *page : m_window->pages()) {
        m_window->showPage(page->id());
        if (auto *chains = qobject_cast<ChainsPage *>(page))
            chains->showText(true);
        auto *view = page->findChild<QTreeView *>();
        QVERIFY(view);
        QTRY_VERIFY(view->isVisible()); // the journal is read in the background
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(view);
        QVERIFY(interface->role() == QAccessible::Tree || interface->role() == QAccessible::Table);
        QAccessibleTableInterface *table = interface->tableInterface();
        QVERIFY(table);
        QVERIFY(table->rowCount() > 0);
        for (int column = 0; column < table->columnCount(); ++column) {
            const QString header = view->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY(!header.isEmpty());
            QCOMPARE(table->columnDescription(column), header);
            QAccessibleInterface *cell = table->cellAt(0, column);
            QVERIFY(cell && cell->tableCellInterface());
        }
    }
}

void TestAccessibility::tabReachesEverything_data()
{
    pages();
}

void TestAccessibility::tabReachesEverything()
{
    SHOW_PAGE();
    QSet<QWidget *> reached;
    m_window->currentPage().focusContent();
    QWidget *first = QApplication::focusWidget();
    QVERIFY(first);
    constexpr int enough = 400; // links in the details take a step each
    for (int step = 0; step < enough; ++step) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget());
    }
    QStringList missed;
    for (QWidget *widget : m_window->findChildren<QWidget *>())
        if (isReachable(*widget) && !reached.contains(widget))
            missed << describe(*widget);
    QVERIFY2(missed.isEmpty(), qPrintable(u'\n' + missed.join(u'\n')));
    QVERIFY(reached.size() > 8);
}

void TestAccessibility::tabFollowsTheEye()
{
    m_session->open(m_sample->sources(), QStringLiteral("Sample"));
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->complete);
    m_window->goTo(m_sample->instanceKeyOf(SampleEstate::alpha));
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    DetailsPane &details = m_window->details();
    details.findChild<QToolButton *>()->setFocus(Qt::TabFocusReason);
    int top = -1;
    int steps = 0;
    while (QApplication::focusWidget() != &details.body()) {
        QWidget *here = QApplication::focusWidget();
        QVERIFY2(details.isAncestorOf(here), qPrintable(describe(*here)));
        const int y = here->mapTo(&details, QPoint()).y();
        QVERIFY2(y >= top, qPrintable(describe(*here)));
        top = y;
        QVERIFY(++steps < 20);
        QTest::keyClick(here, Qt::Key_Tab);
    }
    QVERIFY(steps >= 5); // copy, the pages, the texts

    // The buttons of an empty page follow its tools, one after the other.
    m_session->open({}, QStringLiteral("Nothing"));
    QTRY_VERIFY(!m_session->scanning());
    m_window->showPage(QStringLiteral("images"));
    QStringList order;
    m_window->currentPage().focusFilter();
    constexpr int enough = 20;
    for (int step = 0; step < enough && order.size() < 4; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget()))
            order << button->text();
        else
            QVERIFY2(order.isEmpty(), qPrintable(describe(*QApplication::focusWidget())));
    }
    QCOMPARE(order,
        (QStringList{openChoiceText(OpenChoice::ThisMachine), openChoiceText(OpenChoice::ImageDirectory),
            openChoiceText(OpenChoice::InstanceDirectory), openChoiceText(OpenChoice::Demo)}));
}

void TestAccessibility::everyActionIsReachedByKeyboard()
{
    QSet<const QAction *> inMenus;
    const auto collect = [&](auto &&self, const QList<QAction *> &actions) -> void {
        for (const QAction *action : actions) {
            inMenus.insert(action);
            if (const QMenu *menu = action->menu())
                self(self, menu->actions());
        }
    };
    collect(collect, m_window->menuBar()->actions());
    int told = 0;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        const bool anybodys = action->isSeparator() || !action->isVisible() || action->text().isEmpty() ||
            qobject_cast<QLineEdit *>(action->parent());
        if (anybodys)
            continue;
        ++told;
        bool onButton = false;
        for (const QObject *object : action->associatedObjects()) {
            const auto *button = qobject_cast<const QToolButton *>(object);
            onButton = onButton || (button && (button->focusPolicy() & Qt::TabFocus));
            // A menu of a button that itself takes the keyboard.
            const auto *menu = qobject_cast<const QMenu *>(object);
            for (const auto *owner = menu ? menu->parentWidget() : nullptr; owner; owner = owner->parentWidget()) {
                const auto *opener = qobject_cast<const QToolButton *>(owner);
                onButton = onButton || (opener && (opener->focusPolicy() & Qt::TabFocus));
            }
        }
        QVERIFY2(!action->shortcuts().isEmpty() || inMenus.contains(action) || onButton, qPrintable(action->text()));
    }
    QVERIFY(told > 15);
}

void TestAccessibility::menusHaveMnemonics()
{
    QStringList letters;
    for (const QAction *action : m_window->menuBar()->actions()) {
        const qsizetype at = action->text().indexOf(u'&');
        QVERIFY2(at >= 0, qPrintable(action->text()));
        letters << action->text().mid(at + 1, 1).toLower();
    }
    QCOMPARE(QSet<QString>(letters.begin(), letters.end()).size(), letters.size());
    // No key means two things.
    QHash<QString, QString> keys;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        if (action->shortcutContext() == Qt::WidgetShortcut)
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key.toString()),
                qPrintable(key.toString() + u' ' + keys.value(key.toString()) + u' ' + action->text()));
            keys.insert(key.toString(), action->text());
        }
    }
}

void TestAccessibility::dialogsHaveNames()
{
    m_session->open(m_sample->sources(), QStringLiteral("Sample"));
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->complete);
    const QList<QDialog *> dialogs = m_window->makeDialogs();
    QVERIFY(dialogs.size() >= 3);
    for (QDialog *dialog : dialogs) {
        dialog->show();
        QVERIFY(!dialog->windowTitle().isEmpty());
        QStringList wrong;
        walk(QAccessible::queryAccessibleInterface(dialog), [&](QAccessibleInterface &interface) {
            const auto *widget = qobject_cast<QWidget *>(interface.object());
            if (!widget || widget->isWindow() || !(widget->focusPolicy() & Qt::TabFocus))
                return;
            if (interface.text(QAccessible::Name).isEmpty() || isRoleless(interface.role()))
                wrong << describe(*widget);
        });
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
    qDeleteAll(dialogs);
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
