// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"
#include "widgets/viewer/syntaxmodule.h"
#include "widgets/viewer/textviewer.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// Where the module that colours texts is not installed, or is no module: a program of its own, for it is loaded once.
class TestPlainViewer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { startWidgetTest(); }
    void showsTextWithoutColors();
};

void TestPlainViewer::showsTextWithoutColors()
{
    QTemporaryDir directory;
    QFile broken(directory.filePath(QStringLiteral("highlighter.so")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no module") == 9);
    broken.close();
    setSyntaxModuleFolder(directory.path());
    QFile file(directory.filePath(QStringLiteral("libvirt.xml")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("<domain/>") == 9);
    file.close();

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^Texts are shown without colours")));
    TextViewer viewer({QFile::encodeName(file.fileName()), EntryMeaning::LibvirtXml});
    viewer.load();
    viewer.show();
    QTRY_VERIFY(viewer.loaded());
    QCOMPARE(viewer.textShown(), QStringLiteral("<domain/>"));
    QVERIFY(!viewer.findChild<QPlainTextEdit *>()->document()->findChild<QSyntaxHighlighter *>());
    applyTheme(*qApp, Theme::Dark);
    QCOMPARE(viewer.textShown(), QStringLiteral("<domain/>"));
    applyTheme(*qApp, Theme::Light);
}

QTEST_MAIN(TestPlainViewer)
#include "tst_plainviewer.moc"
