// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "models/estatefixture.h"
#include "models/imagetablemodel.h"
#include "models/modeltext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

class ImageTableModelTest : public QObject {
    Q_OBJECT

private slots:
    void rows()
    {
        ImageTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEstate(smallEstate().estate());
        COMPARE_TEXT(modelText(model, {0, 1, 2, 3, 4, 5, 9, 10}), plainFixture(R"(
            4ef781ee-d2b5-4922-8fd0-f12aa81f996f | vmdk | 120 GiB | 4 GiB | 4 GiB | 3.3 % | 2 | safe
            99999999-0000-4000-8000-000000000000 | unreadable | — | 512 B | 512 B | — | 0 | —
        )"));
        model.setEstate({});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatCellsTell()
    {
        ImageTableModel model;
        model.setEstate(smallEstate().estate());
        const QModelIndex size = model.index(0, 2);
        QCOMPARE(size.data(BytesRole).toLongLong(), 120 * GiB);
        QCOMPARE(size.data(Qt::ToolTipRole).toString(), exactBytes(120 * GiB));
        QCOMPARE(size.data(KindRole).toString(), QStringLiteral("image"));
        QCOMPARE(size.data(PathRole).toByteArray(), QByteArray("/images/4ef781ee-d2b5-4922-8fd0-f12aa81f996f"));
        QCOMPARE(size.data(KeyRole).toString(), QStringLiteral("image:/images/4ef781ee-d2b5-4922-8fd0-f12aa81f996f"));
        QCOMPARE(model.index(0, 5).data(RatioRole).toDouble(), 4.0 / 120);
    }

    void unreadableRowsSayWhy()
    {
        ImageTableModel model;
        model.setEstate(smallEstate().estate());
        const QModelIndex format = model.index(1, 1);
        QCOMPARE(format.data(SeverityRole).toInt(), static_cast<int>(Severity::Broken));
        QVERIFY(format.data(Qt::ToolTipRole).toString().contains(QStringLiteral("permission denied")));
    }

    void brokenRulesAreCountedAndTold()
    {
        EstateFixture fixture;
        EstateImage &image = fixture.image(QStringLiteral("a"), ImageFormat::Raw, GiB, GiB);
        ImageInfo info = *image.info;
        info.content = QStringLiteral("gpt");
        info.violations = {{QStringLiteral("backing-file"), QStringLiteral("it names a backing file")},
            {QStringLiteral("data-file"), QStringLiteral("it names a data file")}};
        image.info = std::make_shared<const ImageInfo>(info);
        ImageTableModel model;
        model.setEstate(fixture.estate());
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("raw (gpt)"));
        const QModelIndex safety = model.index(0, 10);
        QVERIFY(safety.data().toString().startsWith(QStringLiteral("2 ")));
        QCOMPARE(safety.data(SeverityRole).toInt(), static_cast<int>(Severity::Warning));
        QCOMPARE(
            safety.data(Qt::ToolTipRole).toString(), QStringLiteral("it names a backing file\nit names a data file"));
        QVERIFY(!model.index(0, 1).data(SeverityRole).isValid());
    }

    void hostileNamesArePlainText()
    {
        EstateFixture fixture;
        EstateImage &image = fixture.image(QString(), ImageFormat::Raw, 1, 1);
        image.path = "/images/evil\n\x1b[31m";
        ImageTableModel model;
        model.setEstate(fixture.estate());
        const QString name = model.index(0, 0).data().toString();
        QVERIFY(name.startsWith(QStringLiteral("evil")));
        QVERIFY(!name.contains(u'\n') && !name.contains(QChar(0x1b)));
    }

    void filterByColumn()
    {
        ImageTableModel model;
        model.setEstate(smallEstate().estate());
        model.setFilter(QStringLiteral("format:vmdk"));
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(QStringLiteral("4ef781ee 120"));
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(ImageTableModelTest)
#include "tst_imagetablemodel.moc"
