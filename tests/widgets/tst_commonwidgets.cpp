// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/details.h"
#include "widgets/common/detailshtml.h"
#include "widgets/common/detailspane.h"
#include "widgets/common/history.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/messagerow.h"
#include "widgets/common/places.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/common/sourcestrip.h"
#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"
#include "widgets/common/wrappedlabel.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"
#include "widgets/window/problemtext.h"

#include <QDir>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace Fathom;

namespace {

/// The share of pixels that are not see-through, and how light those are on average.
std::pair<double, double> inkOf(const QIcon &icon)
{
    const QImage image = icon.pixmap(QSize(64, 64), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
    double ink = 0;
    double lightness = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.alpha() < 128)
                continue;
            ++ink;
            lightness += color.lightnessF();
        }
    }
    return {ink / (image.width() * image.height()), ink > 0 ? lightness / ink : 0};
}

} // namespace

class TestCommonWidgets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { startWidgetTest(); }
    void everyIconIsDrawnInBothThemes();
    void iconsAreThePicturesOfThemselves();
    void cellsLookAsTheStyleDrawsThem();
    void colorsCanBeRead();
    void strangersTextStaysText();
    void longSectionsAreCutUntilAsked();
    void linksAreFollowedByKeyboard();
    void historyKeepsItsLength();
    void messageBarUnfolds();
    void nobodysMessageIsLost();
    void linkedLinesTellTheExactValue();
    void wrappedLabelsAreAsHighAsTheirText();
    void wrappedLabelsAreSelectedFrom();
    void ampersandsAreNoMnemonics();
    void problemsAreOneSentence();
    void placesOfEverything();
};

void TestCommonWidgets::everyIconIsDrawnInBothThemes()
{
    QVERIFY(themedIcon(QStringLiteral("no-such-icon")).isNull());
    QVERIFY(!programIcon().pixmap(32, 32).isNull());
    const QIcon kept = themedIcon(QStringLiteral("image")); // made before the theme changes
    const QStringList files = QDir(QStringLiteral(":/fathom/icons")).entryList();
    QVERIFY(files.size() > 30);
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(*qApp, theme);
        for (const QString &file : files) {
            const auto [ink, lightness] = inkOf(themedIcon(file.chopped(4)));
            QVERIFY2(ink > 0.02 && ink < 0.6, qPrintable(file));
            QVERIFY2(theme == Theme::Light ? lightness < 0.5 : lightness > 0.5, qPrintable(file));
        }
        QVERIFY((inkOf(kept).second > 0.5) == (theme == Theme::Dark));
    }
    applyTheme(*qApp, Theme::Light);
}

void TestCommonWidgets::iconsAreThePicturesOfThemselves()
{
    const QIcon icon = themedIcon(QStringLiteral("image"));
    QImage drawn(48, 48, QImage::Format_ARGB32_Premultiplied);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.translate(8, 8);
    icon.paint(&painter, QRect(0, 0, 32, 32));
    painter.end();
    const QImage picture = icon.pixmap(QSize(32, 32), 1.0).toImage().convertToFormat(drawn.format());
    QCOMPARE(drawn.copy(8, 8, 32, 32), picture);
    // Scaled, lines stay lines: nothing is enlarged from pixels.
    QImage large(96, 96, QImage::Format_ARGB32_Premultiplied);
    large.fill(Qt::transparent);
    QPainter enlarged(&large);
    enlarged.scale(3, 3);
    icon.paint(&enlarged, QRect(0, 0, 32, 32));
    enlarged.end();
    QVERIFY(large != picture.scaled(96, 96));
    QCOMPARE(large, icon.pixmap(QSize(96, 96), 1.0).toImage().convertToFormat(large.format()));
}

void TestCommonWidgets::cellsLookAsTheStyleDrawsThem()
{
    QStandardItemModel model;
    const QStringList texts{QString(), QStringLiteral("qcow2"), QStringLiteral("glance:glance, a long name of a group"),
        QStringLiteral("two\nlines"), QStringLiteral("نسخة 12"), QStringLiteral("<b>镜像</b> & more")};
    for (const QString &text : texts)
        model.appendRow({new QStandardItem, new QStandardItem(text)});
    const RowDelegate delegate;
    const QStyledItemDelegate plain;
    QTreeView view;
    const auto picture = [&](const QStyledItemDelegate &drawer, const QStyleOptionViewItem &option, int row) {
        QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(QApplication::palette().color(QPalette::Base));
        QPainter painter(&image);
        drawer.paint(&painter, option, model.index(row, 1));
        return image;
    };
    for (const QStyle::State state : {QStyle::State_Enabled | QStyle::State_Active, QStyle::State(QStyle::State_None),
             QStyle::State_Enabled | QStyle::State_Active | QStyle::State_Selected})
        for (const Qt::Alignment alignment : {Qt::AlignLeft | Qt::AlignVCenter, Qt::AlignRight | Qt::AlignVCenter})
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft})
                for (int row = 0; row < model.rowCount(); ++row) {
                    model.item(row, 1)->setTextAlignment(alignment);
                    QStyleOptionViewItem option;
                    option.initFrom(&view);
                    option.widget = &view;
                    option.rect = QRect(0, 0, 90, 24);
                    option.state = state;
                    option.direction = direction;
                    option.textElideMode = Qt::ElideMiddle;
                    option.displayAlignment = alignment;
                    const QImage ours = picture(delegate, option, row);
                    QVERIFY2(ours == picture(plain, option, row), qPrintable(texts[row]));
                    QVERIFY(texts[row].isEmpty() || ours != picture(delegate, option, 0));
                }
}

void TestCommonWidgets::colorsCanBeRead()
{
    // WCAG 2.1, 1.4.3: text has a contrast of 4.5 to its ground at least.
    const auto luminance = [](const QColor &color) {
        const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    };
    const auto contrast = [&](const QColor &first, const QColor &second) {
        const double a = luminance(first) + 0.05;
        const double b = luminance(second) + 0.05;
        return std::max(a, b) / std::min(a, b);
    };
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(*qApp, theme);
        const QPalette palette = QApplication::palette();
        QCOMPARE(isDark(palette), theme == Theme::Dark);
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
            const QColor color = palette.color(ground);
            QVERIFY(contrast(palette.color(QPalette::Text), color) > 7);
            QVERIFY(contrast(palette.color(QPalette::Link), color) > 4.5);
            QVERIFY(contrast(mutedColor(palette), color) > 4.5);
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), color) > 4.2);
            for (const auto severity : {Severity::Note, Severity::Warning, Severity::Broken})
                QVERIFY2(contrast(severityColor(severity, palette), color) > 4.5, qPrintable(severityText(severity)));
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) > 4.4);
    }
    applyTheme(*qApp, Theme::Light);
}

void TestCommonWidgets::strangersTextStaysText()
{
    Details details{.title = QStringLiteral("<b>x</b>"), .kind = QStringLiteral("file")};
    details.sections.push_back({QStringLiteral("<i>s</i>"),
        {{.label = QStringLiteral("<u>l</u>"),
             .value = QStringLiteral("<img src=\"file:///etc/passwd\">&amp;"),
             .exact = QStringLiteral("\"><script>"),
             .linkKey = {}},
            {.label = QStringLiteral("link"),
                .value = QStringLiteral("</a>"),
                .linkKey = QStringLiteral("path:/a\" b")}}});
    DetailsPane pane;
    pane.tell(QStringLiteral("path:/x"), details, {});
    const QString text = pane.body().toPlainText();
    QVERIFY2(text.contains(QStringLiteral("<img src=\"file:///etc/passwd\">&amp;")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("<u>l</u>")) && text.contains(QStringLiteral("<i>s</i>")));
    QVERIFY(!text.contains(QStringLiteral("<script>")));
    QCOMPARE(plainToolTip(QStringLiteral("<b>")), QStringLiteral("<p style=\"white-space:pre-wrap\">&lt;b&gt;</p>"));
}

void TestCommonWidgets::longSectionsAreCutUntilAsked()
{
    Details details{.title = QStringLiteral("base"), .kind = QStringLiteral("base")};
    details.sections.push_back({QStringLiteral("Used by"), {}});
    for (int i = 0; i < detailLinesAtFirst + 20; ++i)
        details.sections[0].lines.push_back({.value = QStringLiteral("instance-%1").arg(i)});
    DetailsPane pane;
    pane.tell(QStringLiteral("base:/x"), details, {});
    const QString last = QStringLiteral("instance-%1").arg(detailLinesAtFirst + 19);
    QVERIFY(!pane.body().toPlainText().contains(last));
    emit pane.body().anchorClicked(QUrl(QStringLiteral("more:0")));
    QVERIFY(pane.body().toPlainText().contains(last));
    // A newer snapshot of the same thing does not fold it again; another thing does.
    pane.tell(QStringLiteral("base:/x"), details, {});
    QVERIFY(pane.body().toPlainText().contains(last));
    pane.tell(QStringLiteral("base:/y"), details, {});
    QVERIFY(!pane.body().toPlainText().contains(last));
}

void TestCommonWidgets::linksAreFollowedByKeyboard()
{
    const QString key = QStringLiteral("path:/var/50% of #1 ä:b");
    Details details{.title = QStringLiteral("x"), .kind = QStringLiteral("file")};
    details.sections.push_back(
        {QString(), {{.label = QStringLiteral("Path"), .value = QStringLiteral("there"), .linkKey = key}}});
    DetailsPane pane;
    pane.tell(QStringLiteral("image:/x"), details, {});
    pane.resize(300, 300);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QSignalSpy links(&pane, &DetailsPane::linkActivated);
    pane.body().setFocus();
    QTest::keyClick(&pane.body(), Qt::Key_Tab);
    QTest::keyClick(&pane.body(), Qt::Key_Return);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links[0][0].toString(), key);
}

void TestCommonWidgets::historyKeepsItsLength()
{
    History history;
    QVERIFY(!history.back() && !history.forward() && !history.present());
    for (int i = 0; i < 300; ++i)
        history.visit({QStringLiteral("images"), QString::number(i)});
    int steps = 0;
    while (history.back())
        ++steps;
    QCOMPARE(steps, int(History::longest) - 1);
    QCOMPARE(history.present()->key, QStringLiteral("200"));
    history.visit({QStringLiteral("images"), QStringLiteral("200")}); // where we are: nothing is forgotten
    QVERIFY(history.canGoForward());
    history.replace({QStringLiteral("chains"), QString()});
    QCOMPARE(history.forward()->key, QStringLiteral("201"));
    QCOMPARE(history.back()->pageId, QStringLiteral("chains"));
}

void TestCommonWidgets::messageBarUnfolds()
{
    MessageBar bar;
    QVERIFY(bar.isHidden());
    bar.say(Severity::Warning, QStringLiteral("Two things"), QString(), QStringLiteral("one\ntwo"));
    QVERIFY(!bar.isHidden() && !bar.detailsShown());
    QTest::mouseClick(bar.findChildren<QToolButton *>().first(), Qt::LeftButton);
    QVERIFY(bar.detailsShown());
    QTest::mouseClick(bar.findChild<MessageRow *>()->findChildren<QToolButton *>().last(), Qt::LeftButton);
    QVERIFY(bar.isHidden());
    // Closed, it stays so until something new is to be said.
    bar.say(Severity::Warning, QStringLiteral("Two things"), QString(), QStringLiteral("one\ntwo"));
    QVERIFY(bar.isHidden());
    bar.say(Severity::Broken, QStringLiteral("Three things"), QString(), QString());
    QVERIFY(!bar.isHidden() && !bar.detailsShown());
}

void TestCommonWidgets::nobodysMessageIsLost()
{
    MessageBar bar;
    bar.say(Severity::Broken, QStringLiteral("The demo could not be made"), QString(), QString());
    // What a snapshot says of the sources, or no longer says, takes nothing away.
    bar.say(Severity::Warning, QStringLiteral("One source failed"), QString(), QString(), MessageBar::Speaker::Sources);
    QCOMPARE(bar.sentenceShown(), QStringLiteral("The demo could not be made\nOne source failed"));
    bar.clear(MessageBar::Speaker::Sources);
    QCOMPARE(bar.sentenceShown(), QStringLiteral("The demo could not be made"));
    QVERIFY(!bar.isHidden());
    bar.clear();
    QVERIFY(bar.isHidden());
}

void TestCommonWidgets::linkedLinesTellTheExactValue()
{
    DetailsPane pane;
    Details details{.title = QStringLiteral("disk")};
    details.sections = {{.title = {},
        .lines = {{.label = QStringLiteral("stands on"),
            .value = QStringLiteral("base, 1.5 GiB"),
            .exact = QStringLiteral("1,610,612,736 bytes"),
            .linkKey = QStringLiteral("base:/b")}}}};
    pane.tell(QStringLiteral("disk:/d"), details, {});
    QTextCursor cursor = pane.body().document()->find(QStringLiteral("base,"));
    QVERIFY(!cursor.isNull());
    QVERIFY(cursor.charFormat().isAnchor());
    QVERIFY2(cursor.charFormat().toolTip().contains(QStringLiteral("1,610,612,736")),
        qPrintable(cursor.charFormat().toolTip()));
}

void TestCommonWidgets::wrappedLabelsAreSelectedFrom()
{
    WrappedLabel label;
    label.setTextFormat(Qt::PlainText);
    label.setText(QStringLiteral("nova-manage cell_v2 discover_hosts"));
    label.makeSelectable();
    label.resize(400, 40);
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    const QSize before = label.sizeHint();
    QTest::mouseDClick(&label, Qt::LeftButton, {}, QPoint(15, label.height() / 2));
    QVERIFY(label.hasSelectedText());
    QVERIFY(label.text().contains(label.selectedText()));
    QCOMPARE(label.sizeHint(), before);

    WrappedLabel byKeyboard;
    byKeyboard.setText(QStringLiteral("openstack image list"));
    byKeyboard.makeSelectable();
    byKeyboard.show();
    QVERIFY(QTest::qWaitForWindowActive(&byKeyboard));
    byKeyboard.setFocus(Qt::MouseFocusReason);
    QVERIFY(QTest::qWaitFor([&] { return byKeyboard.hasFocus(); }));
    QTest::keyClick(&byKeyboard, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(byKeyboard.selectedText(), byKeyboard.text());

    WrappedLabel plain;
    plain.setText(label.text());
    plain.show();
    QTest::mouseDClick(&plain, Qt::LeftButton, {}, QPoint(15, 10));
    QVERIFY(!plain.hasSelectedText());
}

void TestCommonWidgets::ampersandsAreNoMnemonics()
{
    SourceStrip strip;
    auto estate = std::make_shared<Estate>();
    estate->sources.push_back({.kind = SourceKind::ImageStore, .path = "/b&w", .health = SourceHealth::Good});
    strip.setEstate(estate);
    QVERIFY2(strip.texts().first().contains(QStringLiteral("/b&w")), qPrintable(strip.texts().first()));
    bool found = false;
    for (const auto *button : strip.findChildren<QToolButton *>()) {
        found = found || button->text().contains(QStringLiteral("/b&&w"));
        QVERIFY(button->shortcut().isEmpty());
    }
    QVERIFY(found);
}

void TestCommonWidgets::problemsAreOneSentence()
{
    Estate estate;
    QVERIFY(problemText(estate).sentence.isEmpty());
    EstateSource source{.path = "/i", .health = SourceHealth::Failed};
    source.problems.push_back({.kind = ErrorKind::NoPermission,
        .action = QStringLiteral("list the directory"),
        .subject = QStringLiteral("/i"),
        .reason = QStringLiteral("permission denied"),
        .hint = QStringLiteral("Run it as root")});
    estate.sources.push_back(source);
    ProblemText text = problemText(estate);
    QCOMPARE(text.severity, Severity::Broken);
    QVERIFY(text.sentence.contains(QStringLiteral("permission denied")) && text.details.isEmpty());
    estate.sources.push_back(source);
    text = problemText(estate);
    QVERIFY(text.sentence.contains(QLatin1Char('2')));
    QCOMPARE(text.details.count(QStringLiteral("permission denied")), 2);
}

void TestCommonWidgets::placesOfEverything()
{
    SampleEstate sample;
    QVERIFY2(sample.good(), "qemu-img is needed (package qemu-utils)");
    const EstatePtr estate = sample.scan();
    const auto pages = [&](const QString &key) {
        QStringList ids;
        for (const Place &place : placesOf(*estate, key))
            ids << place.pageId;
        return ids.join(u' ');
    };
    QCOMPARE(pages(sample.imageKeyOf(SampleEstate::imageA)), QStringLiteral("images chains directories"));
    QCOMPARE(pages(QStringLiteral("image:") + SampleEstate::imageA), QStringLiteral("images chains directories"));
    QCOMPARE(pages(sample.instanceKeyOf(SampleEstate::alpha)), QStringLiteral("instances chains directories"));
    QCOMPARE(pages(baseKey(sample.basePath())), QStringLiteral("chains directories"));
    QCOMPARE(pages(fileNodeKey(sample.basePath())), QStringLiteral("chains directories"));
    const QString disk =
        QStringLiteral("path:") + plainText(joinPath(sample.instancePath(SampleEstate::alpha), "disk"));
    QCOMPARE(pages(disk), QStringLiteral("directories chains"));
    QCOMPARE(pages(QStringLiteral("host:compute1")), QStringLiteral("instances"));
    QCOMPARE(pages(QStringLiteral("path:/no/such")), QString());
    QCOMPARE(pages(QStringLiteral("nonsense")), QString());
    // Every node of the picture can be gone to, and is known to the details.
    for (const ChainNode &node : estate->chains.nodes()) {
        QVERIFY2(pages(node.key).contains(QStringLiteral("chains")), qPrintable(node.key));
        QVERIFY2(!detailsOf(*estate, node.key).title.isEmpty(), qPrintable(node.key));
    }
}

void TestCommonWidgets::wrappedLabelsAreAsHighAsTheirText()
{
    WrappedLabel label;
    QLabel plain;
    plain.setWordWrap(true);
    const auto change = [&](const char *what, auto apply) {
        const int before = label.heightForWidth(150);
        apply(label);
        apply(plain);
        for (const int width : {150, 150, 400}) // once more from what is remembered
            QVERIFY2(label.heightForWidth(width) == plain.heightForWidth(width), what);
        QVERIFY2(label.sizeHint() == plain.sizeHint() && label.sizeHint() == plain.sizeHint(), what);
        QVERIFY2(label.minimumSizeHint() == plain.minimumSizeHint(), what);
        QVERIFY2(label.heightForWidth(150) != before, what);
    };
    change("text", [](QLabel &changed) { changed.setText(QStringLiteral("One word after the other ").repeated(9)); });
    change("shorter text", [](QLabel &changed) { changed.setText(QStringLiteral("One word after the other")); });
    change("font", [](QLabel &changed) {
        QFont font = changed.font();
        font.setPointSizeF(font.pointSizeF() * 2);
        changed.setFont(font);
    });
    change("style", [](QLabel &changed) { changed.setStyleSheet(QStringLiteral("padding: 20px")); });
    change("margins", [](QLabel &changed) { changed.setContentsMargins(30, 10, 30, 10); });
}

QTEST_MAIN(TestCommonWidgets)
#include "tst_commonwidgets.moc"
