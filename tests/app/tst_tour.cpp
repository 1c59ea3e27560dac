// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programrun.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

/// The tour renders what it promises, and none of its pictures is a blank.
class TourTest : public QObject {
    Q_OBJECT

private slots:
    void rendersEveryPage();
};

void TourTest::rendersEveryPage()
{
    const QTemporaryDir cache;
    const QTemporaryDir pictures;
    const QString directory = pictures.filePath(QStringLiteral("tour"));
    const ProgramRun run = runProgram(
        QStringLiteral(FATHOM_PROGRAM), {QStringLiteral("--demo"), QStringLiteral("--tour"), directory}, cache.path());
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    const QStringList names = QDir(directory).entryList({QStringLiteral("*.png")});
    QCOMPARE(run.output.count('\n'), names.size());
    for (const char *page : {"images", "instances", "directories", "chains", "chains-text", "chains-broken", "about",
             "shortcuts", "empty", "scanning", "error", "images-reading", "instances-nothing", "directories-refused",
             "chains-refused", "instances-partial", "goto"})
        for (const char *theme : {"light", "dark"})
            for (const char *language : {"en", "zh_CN"}) {
                const QString name =
                    QStringLiteral("%1-%2-%3.png")
                        .arg(QLatin1StringView(page), QLatin1StringView(theme), QLatin1StringView(language));
                QVERIFY2(names.contains(name), qPrintable(name));
                const QImage image(QDir(directory).filePath(name));
                QVERIFY(image.width() > 200 && image.height() > 100);
                QSet<QRgb> colors;
                for (int y = 0; y < image.height(); y += 3)
                    for (int x = 0; x < image.width(); x += 3)
                        colors.insert(image.pixel(x, y));
                QVERIFY2(colors.size() > 20, qPrintable(name));
            }
    // Light and dark, English and Chinese really differ.
    const auto image = [&](const char *name) { return QImage(QDir(directory).filePath(QLatin1StringView(name))); };
    QVERIFY(image("images-light-en.png") != image("images-dark-en.png"));
    QVERIFY(image("images-light-en.png") != image("images-light-zh_CN.png"));
}

QTEST_GUILESS_MAIN(TourTest)
#include "tst_tour.moc"
