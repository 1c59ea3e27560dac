// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directorymodel.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"
#include "widgets/viewer/syntaxmodule.h"
#include "widgets/viewer/textviewer.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QSyntaxHighlighter>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <sys/stat.h>

using namespace Fathom;

class TestTextViewer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        startWidgetTest();
        // tests/package/installed names the installed one.
        setSyntaxModuleFolder(
            qEnvironmentVariable("FATHOM_TEST_MODULES", QStringLiteral(FATHOM_BINARY_DIR "/lib/fathom")));
    }
    void findsTheTextsOfAThing();
    void showsXmlHighlighted();
    void followsTheTheme();
    void makesHostileTextSafe();
    void showsTheEndOfALongLog();
    void refusesWhatIsNoFile();
    void keepsPasswordsToItself();

private:
    QByteArray write(const QByteArray &name, const QByteArray &content)
    {
        const QByteArray path = QFile::encodeName(m_directory.path()) + '/' + name;
        QFile file(QFile::decodeName(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qWarning("Could not write %s", path.constData());
        return path;
    }

    QTemporaryDir m_directory;
};

void TestTextViewer::findsTheTextsOfAThing()
{
    SampleEstate sample;
    QVERIFY2(sample.good(), "qemu-img is needed (package qemu-utils)");
    const EstatePtr estate = sample.scan();
    const auto names = [&](const QString &key) {
        QByteArrayList found;
        for (const ViewableText &text : viewableTexts(*estate, key))
            found << fileName(text.path);
        return found;
    };
    QCOMPARE(
        names(sample.instanceKeyOf(SampleEstate::alpha)), QByteArrayList({"libvirt.xml", "console.log", "disk.info"}));
    const NativePath directory = sample.instancePath(SampleEstate::alpha);
    QCOMPARE(names(pathKey(joinPath(directory, "disk.info"))), QByteArrayList({"disk.info"}));
    QCOMPARE(names(pathKey(joinPath(directory, "disk"))), QByteArrayList());
    QCOMPARE(names(sample.imageKeyOf(SampleEstate::imageA)), QByteArrayList());
}

void TestTextViewer::showsXmlHighlighted()
{
    const QByteArray xml = "<domain type='kvm'>\n\t<name>ä</name>\n</domain>\n";
    TextViewer viewer({write("libvirt.xml", xml), EntryMeaning::LibvirtXml});
    viewer.load();
    QTRY_VERIFY(viewer.loaded());
    QCOMPARE(viewer.textShown(), QString::fromUtf8(xml).trimmed());
    const auto *view = viewer.findChild<QPlainTextEdit *>();
    QVERIFY(view->isReadOnly());
    QTRY_VERIFY(!view->document()->firstBlock().layout()->formats().isEmpty());
    const auto *highlighter = view->document()->findChild<QSyntaxHighlighter *>();
    QVERIFY(highlighter);
    QCOMPARE(highlighter->metaObject()->className(), "KSyntaxHighlighting::SyntaxHighlighter");
}

void TestTextViewer::followsTheTheme()
{
    TextViewer viewer({write("libvirt.xml", "<domain/>\n"), EntryMeaning::LibvirtXml});
    viewer.load();
    viewer.show();
    QTRY_VERIFY(viewer.loaded());
    const auto *view = viewer.findChild<QPlainTextEdit *>();
    const auto color = [view] {
        const auto formats = view->document()->firstBlock().layout()->formats();
        return formats.isEmpty() ? QColor() : formats.first().format.foreground().color();
    };
    QTRY_VERIFY(color().isValid());
    const QColor light = color();
    applyTheme(*qApp, Theme::Dark);
    QTRY_VERIFY(color() != light);
    applyTheme(*qApp, Theme::Light);
}

void TestTextViewer::makesHostileTextSafe()
{
    const QByteArray hostile = QByteArray("a\x1b[2Jb\r\nc") + "\xe2\x80\xae" + "d\tz\xff\n";
    const auto loaded = loadText({write("console.log", hostile), EntryMeaning::ConsoleLog});
    QVERIFY(loaded);
    const QStringList lines = loaded->text.split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(!loaded->text.contains(QChar(0x1b)) && !loaded->text.contains(QChar(0x202e)));
    QVERIFY(lines[0].startsWith(u'a') && lines[0].endsWith(u'b'));
    QVERIFY(lines[1].contains(u'\t'));
}

void TestTextViewer::showsTheEndOfALongLog()
{
    const QByteArray path = write("console.log", "first\n" + QByteArray(shownTextBytes, 'x') + "\nlast\n");
    auto loaded = loadText({path, EntryMeaning::ConsoleLog});
    QVERIFY(loaded && loaded->cut);
    QVERIFY(loaded->text.endsWith(QLatin1StringView("last")) && !loaded->text.startsWith(QLatin1StringView("first")));
    loaded = loadText({path, EntryMeaning::DiskInfo});
    QVERIFY(loaded && loaded->text.startsWith(QLatin1StringView("first")));
    QVERIFY(loaded->text.size() <= shownTextBytes);
}

void TestTextViewer::refusesWhatIsNoFile()
{
    const QByteArray fifo = QFile::encodeName(m_directory.path()) + "/fifo";
    QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
    TextViewer viewer({fifo, EntryMeaning::ConsoleLog});
    viewer.load();
    QTRY_VERIFY(viewer.loaded());
    QVERIFY(viewer.textShown().isEmpty());
    QVERIFY2(viewer.noteShown().contains(QStringLiteral("fifo")), qPrintable(viewer.noteShown()));
}

void TestTextViewer::keepsPasswordsToItself()
{
    const QByteArray xml = "<graphics type='vnc' passwd='s3cret' port='1'/>\n<graphics passwd = \"two\nlines\"/>\n"
                           "<graphics PASSWD='cut off";
    const auto loaded = loadText({write("libvirt.xml", xml), EntryMeaning::LibvirtXml});
    QVERIFY(loaded && loaded->masked);
    for (const char *secret : {"s3cret", "two", "lines", "cut off"})
        QVERIFY2(!loaded->text.contains(QLatin1StringView(secret)), qPrintable(loaded->text));
    QVERIFY(loaded->text.contains(QStringLiteral("passwd='•••' port='1'/>")));
    const auto plain = loadText({write("libvirt.xml", "<domain type='kvm'/>\n"), EntryMeaning::LibvirtXml});
    QVERIFY(plain && !plain->masked);
    QCOMPARE(plain->text, QStringLiteral("<domain type='kvm'/>"));
}

QTEST_MAIN(TestTextViewer)
#include "tst_textviewer.moc"
