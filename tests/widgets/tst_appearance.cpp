// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chains/chainspage.h"
#include "widgets/common/detailspane.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/rowview.h"
#include "widgets/common/sourcestrip.h"
#include "widgets/mainwindow.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"
#include "widgets/viewer/textviewer.h"
#include "widgets/window/sidebar.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QScreen>
#include <QSplitter>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QTranslator>

#include <cmath>

using namespace Fathom;

namespace {

/// 0 black … 1 white, over the whole picture.
double lightness(const QImage &image)
{
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3, ++count)
            sum += double(QColor(image.pixel(x, y)).lightnessF());
    return count == 0 ? 0 : sum / count;
}

/// The colours of a user who sees badly.
QPalette highContrast()
{
    QPalette palette;
    for (const auto role :
        {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button, QPalette::ToolTipBase})
        palette.setColor(role, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
             QPalette::PlaceholderText, QPalette::BrightText})
        palette.setColor(role, Qt::white);
    palette.setColor(QPalette::Highlight, Qt::yellow);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    palette.setColor(QPalette::Link, Qt::cyan);
    return palette;
}

/// As WCAG reckons it; 4.5 is what small text needs.
double contrast(const QColor &first, const QColor &second)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
            0.0722 * linear(double(color.blueF()));
    };
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class TestAppearance : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void themeIsFollowedLive_data();
    void themeIsFollowedLive();
    void textViewerFollowsLive();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void windowComesBackAsItWas();

private:
    std::unique_ptr<MainWindow> newWindow()
    {
        auto window = std::make_unique<MainWindow>(*m_session, *m_jobs);
        window->resize(1280, 800);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qWarning("The window does not show");
        return window;
    }
    void look(MainWindow &window, const QString &page)
    {
        window.showPage(page);
        if (page == u"jobs") {
            QTRY_VERIFY(window.currentPage().select(QStringLiteral("job:1")));
            window.setFocus();
            return;
        }
        QVERIFY(window.currentPage().select(page == u"images" ? m_sample->imageKeyOf(SampleEstate::imageC)
                : page == u"instances"                        ? m_sample->instanceKeyOf(SampleEstate::gamma)
                : page == u"directories"
                ? QStringLiteral("path:") + plainText(m_sample->instancePath(SampleEstate::alpha))
                : page == u"quarantine" ? quarantineKey(m_sample->quarantineEntry())
                                        : fileNodeKey(m_sample->basePath())));
        window.goTo(window.currentPage().currentKey());
        window.showPage(page);
        window.setFocus();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

    std::unique_ptr<SampleEstate> m_sample;
    std::unique_ptr<EstateSession> m_session;
    std::unique_ptr<JobSession> m_jobs;
};

void TestAppearance::initTestCase()
{
    startWidgetTest();
    m_sample = std::make_unique<SampleEstate>();
    QVERIFY2(m_sample->good(), "qemu-img is needed (package qemu-utils)");
    m_session = std::make_unique<EstateSession>();
    m_jobs = newJobSession(true);
    m_session->open(m_sample->sources(), QStringLiteral("Sample"));
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->complete);
}

void TestAppearance::init()
{
    QSettings().clear();
    applyTheme(*qApp, Theme::Light);
}

void TestAppearance::cleanup()
{
    applyTheme(*qApp, Theme::Light);
}

void TestAppearance::themeIsFollowedLive_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("text");
    for (const char *page : {"images", "instances", "directories", "chains"})
        QTest::newRow(page) << QString::fromLatin1(page) << false;
    QTest::newRow("chains as text") << QStringLiteral("chains") << true;
    QTest::newRow("an empty page") << QString() << false;
}

void TestAppearance::themeIsFollowedLive()
{
    QFETCH(QString, page);
    QFETCH(bool, text);
    const auto parts = [](MainWindow &window) {
        QHash<QString, QImage> pictures;
        pictures.insert(QStringLiteral("page"), window.currentPage().grab().toImage());
        pictures.insert(QStringLiteral("details"), window.details().grab().toImage());
        pictures.insert(QStringLiteral("message"), window.messageBar().grab().toImage());
        pictures.insert(QStringLiteral("side bar"), window.findChild<SideBar *>()->grab().toImage());
        pictures.insert(QStringLiteral("tool bar"), window.findChild<QToolBar *>()->grab().toImage());
        return pictures;
    };
    const auto prepare = [&](MainWindow &window) {
        if (auto *chains = window.findChild<ChainsPage *>())
            chains->showText(text);
        if (page.isEmpty()) {
            window.showPage(QStringLiteral("images"));
            window.currentPage().setEstate(std::make_shared<Estate>());
            window.details().clear();
            window.setFocus();
        } else {
            look(window, page);
        }
        window.messageBar().say(Severity::Warning, QStringLiteral("Something"), {}, QStringLiteral("one\ntwo"));
        QCoreApplication::processEvents();
    };
    const auto window = newWindow();
    prepare(*window);
    const auto light = parts(*window);
    applyTheme(*qApp, Theme::Dark);
    QCoreApplication::processEvents();
    const auto switched = parts(*window);
    // As dark as a window that never was light.
    QSettings().clear();
    const auto other = newWindow();
    prepare(*other);
    const auto dark = parts(*other);
    for (auto part = dark.cbegin(); part != dark.cend(); ++part) {
        QVERIFY2(switched[part.key()] != light[part.key()], qPrintable(part.key()));
        QVERIFY2(lightness(light[part.key()]) > 0.6, qPrintable(part.key()));
        QVERIFY2(lightness(switched[part.key()]) < 0.4, qPrintable(part.key()));
        if (switched[part.key()] != part.value()) {
            const QString keep = qEnvironmentVariable("FATHOM_PICTURES", QStringLiteral("/tmp"));
            switched[part.key()].save(keep + QStringLiteral("/switched.png"));
            part->save(keep + QStringLiteral("/fresh.png"));
            QFAIL(qPrintable(part.key() + QStringLiteral(" differs from a window made dark")));
        }
    }
}

void TestAppearance::textViewerFollowsLive()
{
    const std::vector<ViewableText> texts =
        viewableTexts(*m_session->estate(), m_sample->instanceKeyOf(SampleEstate::alpha));
    QVERIFY(!texts.empty());
    const auto shown = [&] {
        auto viewer = std::make_unique<TextViewer>(texts.front());
        viewer->showResult(loadText(texts.front()));
        viewer->show();
        viewer->setFocus();
        QCoreApplication::processEvents();
        return viewer;
    };
    const auto viewer = shown();
    const QImage light = viewer->grab().toImage();
    applyTheme(*qApp, Theme::Dark);
    QCoreApplication::processEvents();
    QVERIFY(lightness(light) > 0.6);
    QVERIFY(lightness(viewer->grab().toImage()) < 0.4);
    QCOMPARE(viewer->grab().toImage(), shown()->grab().toImage());
}

void TestAppearance::coloursCanBeRead_data()
{
    QTest::addColumn<QString>("colours");
    for (const char *colours : {"light", "dark", "high contrast"})
        QTest::newRow(colours) << QString::fromLatin1(colours);
}

void TestAppearance::coloursCanBeRead()
{
    QFETCH(QString, colours);
    if (colours == u"high contrast")
        qApp->setPalette(highContrast());
    else
        applyTheme(*qApp, themeFromId(colours));
    const QPalette palette = qApp->palette();
    constexpr double readable = 4.5;
    for (const auto role : {QPalette::Base, QPalette::Window, QPalette::AlternateBase}) {
        const QColor ground = palette.color(role);
        for (const Severity severity : {Severity::None, Severity::Note, Severity::Warning, Severity::Broken})
            QVERIFY2(contrast(severityColor(severity, palette), ground) >= readable,
                qPrintable(QStringLiteral("severity %1 %2")
                        .arg(int(severity))
                        .arg(contrast(severityColor(severity, palette), ground))));
        QVERIFY2(contrast(mutedColor(palette), ground) >= readable,
            qPrintable(QString::number(contrast(mutedColor(palette), ground))));
        QVERIFY2(contrast(goodColor(palette), ground) >= readable,
            qPrintable(QString::number(contrast(goodColor(palette), ground))));
        QVERIFY2(contrast(palette.color(QPalette::Link), ground) >= readable, "link");
        QVERIFY2(contrast(palette.color(QPalette::PlaceholderText), ground) >= readable,
            qPrintable(
                QStringLiteral("placeholder %1").arg(contrast(palette.color(QPalette::PlaceholderText), ground))));
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= readable);
    // And the window is drawn in them.
    const auto window = newWindow();
    look(*window, QStringLiteral("instances"));
    const double shown = lightness(window->grab().toImage());
    QVERIFY2(colours == u"light" ? shown > 0.6 : shown < 0.4, qPrintable(QString::number(shown)));
}

void TestAppearance::nothingIsCutOff_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "zh_CN"})
        for (const int points : {9, 14})
            QTest::addRow("%s, %d pt", language, points) << points << QString::fromLatin1(language);
}

void TestAppearance::nothingIsCutOff()
{
    QFETCH(int, points);
    QFETCH(QString, language);
    QTranslator translator;
    if (language != u"en") {
        QVERIFY2(translator.load(QStringLiteral(FATHOM_BINARY_DIR "/translations/fathom_%1.qm").arg(language)),
            "The translations are not built");
        QCoreApplication::installTranslator(&translator);
    }
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSize(points);
    QApplication::setFont(font);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });

    const auto window = newWindow();
    QStringList cut;
    const auto check = [&](const QString &where) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool tells = (label && !label->text().isEmpty()) || (button && !button->text().isEmpty());
            if (!tells || widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
                continue;
            const bool wraps = label && label->wordWrap();
            const int height = wraps ? widget->heightForWidth(widget->width()) : widget->sizeHint().height();
            const int width = wraps ? 0 : widget->minimumSizeHint().width();
            if (widget->height() < std::min(height, widget->minimumSizeHint().height()) ||
                (wraps && widget->height() < height) || widget->width() < width)
                cut << QStringLiteral("%1: “%2” has %3×%4, needs %5×%6")
                           .arg(where, label ? label->text() : button->text())
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(width)
                           .arg(height);
            // What sticks out of its parent is cut there.
            if (!widget->parentWidget()->rect().adjusted(-1, -1, 1, 1).contains(widget->geometry()))
                cut << QStringLiteral("%1: “%2” sticks out").arg(where, label ? label->text() : button->text());
        }
        for (const auto *view : window->findChildren<RowView *>())
            if (view->isVisible() && view->model()->rowCount() > 0 &&
                view->visualRect(view->model()->index(0, 0)).height() < view->fontMetrics().height())
                cut << where + QStringLiteral(": rows are too low");
    };
    for (Page *page : window->pages()) {
        look(*window, page->id());
        check(page->id());
        const auto nothing = std::make_shared<Estate>();
        page->setEstate(nothing);
        check(page->id() + QStringLiteral(", nothing open"));
        page->setEstate(m_session->estate());
    }
    QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
    if (const QString keep = qEnvironmentVariable("FATHOM_PICTURES"); !keep.isEmpty()) {
        for (Page *page : window->pages()) {
            look(*window, page->id());
            window->grab().save(QStringLiteral("%1/%2-%3-%4pt-%5x.png")
                    .arg(keep, page->id(), language)
                    .arg(points)
                    .arg(window->devicePixelRatio()));
        }
    }
}

void TestAppearance::windowComesBackAsItWas()
{
    constexpr QSize wanted(790, 700);
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    if (screen.width() < wanted.width() || screen.height() < wanted.height())
        QSKIP("The test's screen is smaller than the window; at one time the density it is not");
    auto window = newWindow();
    look(*window, QStringLiteral("instances"));
    window->resize(wanted);
    auto *splitter = window->findChild<QSplitter *>();
    splitter->setSizes({330, 300});
    auto *view = window->currentPage().findChild<RowView *>();
    view->header()->resizeSection(1, 222);
    view->header()->hideSection(3);
    const QList<int> sizes = splitter->sizes();
    window->close();
    window.reset();
    window = std::make_unique<MainWindow>(*m_session, *m_jobs);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    QCOMPARE(window->currentPage().id(), QStringLiteral("instances"));
    QCOMPARE(window->height(), wanted.height());
    const QList<int> restored = window->findChild<QSplitter *>()->sizes();
    QVERIFY2(std::abs(restored.at(1) - sizes.at(1)) <= 2,
        qPrintable(QStringLiteral("%1 %2").arg(restored.at(1)).arg(sizes.at(1))));
    view = window->currentPage().findChild<RowView *>();
    QCOMPARE(view->header()->sectionSize(1), 222);
    QVERIFY(view->header()->isSectionHidden(3));
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
