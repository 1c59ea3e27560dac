// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/spaceestimate.h"

#include "engine/jobs/workshop.h"
#include "jobs/mapreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

class SpaceEstimateTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void rawFilesByTheirZeros();
    void qcow2ByItsClusters();
    void compressedByWhatIsInIt();
    void whatIsCompressedAlready();
    void anOverlaysOwnDataAlone();
    void largeFilesByAPart();
    void stopped();
    void theMapIsReadInPieces();
    void aMapThatIsNotWhole();

private:
    Result<SpaceEstimate> estimate(bool compress, const std::stop_token &stop = {}, bool dropsZeros = true) const
    {
        const auto layers = sourceLayers(QStringLiteral("try"), m_shop->native(QStringLiteral("disk")), m_declared);
        return layers ? estimateSpace(QStringLiteral("try"), *layers, compress, dropsZeros, stop)
                      : std::unexpected(layers.error());
    }
    QString io(const QString &command) const
    {
        return m_shop->io(QLatin1StringView(formatTraits(m_declared).qemuName), QStringLiteral("disk"),
            QStringLiteral("write ") + command);
    }

    static constexpr qint64 MiB = 1 << 20;
    static constexpr qint64 tables = 256 << 10; ///< about what those of a small qcow2 take
    ImageFormat m_declared = ImageFormat::Qcow2;
    std::unique_ptr<Workshop> m_shop;
};

void SpaceEstimateTest::init()
{
    m_declared = ImageFormat::Qcow2;
    m_shop = std::make_unique<Workshop>();
}

void SpaceEstimateTest::rawFilesByTheirZeros()
{
    m_declared = ImageFormat::Raw;
    QCOMPARE(m_shop->create(QStringLiteral("raw disk 8M")), QString());
    QCOMPARE(io(QStringLiteral("-P 7 1M 1M")), QString());
    QCOMPARE(io(QStringLiteral("-P 0 2M 4M")), QString());
    QCOMPARE(io(QStringLiteral("-P 7 3M 4k")), QString());
    const auto told = estimate(false);
    QVERIFY(told);
    QVERIFY(told->dataBytes >= 5 * MiB && told->dataBytes <= 5 * MiB + 4096); // qemu-img writes to the first block
    QCOMPARE(told->sampledBytes, told->dataBytes);
    QCOMPARE(told->allocatedBytes, MiB + 4096);
}

void SpaceEstimateTest::qcow2ByItsClusters()
{
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 disk 8M")), QString());
    QCOMPARE(io(QStringLiteral("-P 7 1M 1M")), QString());
    QCOMPARE(io(QStringLiteral("-P 0 2M 4M")), QString());
    QCOMPARE(io(QStringLiteral("-P 7 3M 4k")), QString());
    const auto told = estimate(false);
    QVERIFY(told);
    QCOMPARE(told->dataBytes, 5 * MiB);
    QVERIFY(told->allocatedBytes >= MiB + 65536 && told->allocatedBytes <= MiB + 65536 + tables + 4096);
    // Where zeros hide what lies below, and the format knows no other way.
    QVERIFY(estimate(false, {}, false)->allocatedBytes >= 5 * MiB);
}

void SpaceEstimateTest::compressedByWhatIsInIt()
{
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 disk 8M")), QString());
    QCOMPARE(io(QStringLiteral("-P 7 0 4M")), QString());
    QVERIFY(estimate(true)->allocatedBytes < 2 * tables);
    QVERIFY(estimate(false)->allocatedBytes > 4 * MiB);
    QByteArray noise(4 * MiB, Qt::Uninitialized);
    QRandomGenerator chance(7);
    for (char &byte : noise)
        byte = static_cast<char>(chance.bounded(256));
    QFile file(m_shop->path(QStringLiteral("noise")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(noise) == noise.size());
    file.close();
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img convert -f raw -O qcow2 noise disk")), QString());
    QVERIFY(estimate(true)->allocatedBytes >= 4 * MiB);
}

void SpaceEstimateTest::whatIsCompressedAlready()
{
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 plain 8M")), QString());
    QCOMPARE(
        m_shop->io(QStringLiteral("qcow2"), QStringLiteral("plain"), QStringLiteral("write -P 7 0 4M")), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img convert -c -f qcow2 -O qcow2 plain disk")), QString());
    QCOMPARE(estimate(true)->sampledBytes, 0);
    QVERIFY(estimate(true)->allocatedBytes < 3 * tables);
    QVERIFY(estimate(false)->allocatedBytes > 4 * MiB); // it is unpacked
}

void SpaceEstimateTest::anOverlaysOwnDataAlone()
{
    QCOMPARE(m_shop->create(QStringLiteral("raw base 8M")), QString());
    QCOMPARE(m_shop->io(QStringLiteral("raw"), QStringLiteral("base"), QStringLiteral("write -P 5 0 8M")), QString());
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 -b base -F raw disk")), QString());
    QCOMPARE(io(QStringLiteral("-P 7 1M 1M")), QString());
    QCOMPARE(estimate(false)->dataBytes, MiB);
}

/// Every other block is zeros, which no even step would see.
void SpaceEstimateTest::largeFilesByAPart()
{
    m_declared = ImageFormat::Raw;
    QFile file(m_shop->path(QStringLiteral("disk")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray pair = QByteArray(65536, '\7') + QByteArray(65536, '\0');
    for (qint64 written = 0; written < 96 * MiB; written += pair.size())
        QCOMPARE(file.write(pair), pair.size());
    file.close();
    const auto told = estimate(false);
    QVERIFY(told);
    QCOMPARE(told->dataBytes, 96 * MiB);
    QCOMPARE(told->sampledBytes, 64 * MiB);
    QVERIFY2(qAbs(told->allocatedBytes - 48 * MiB) < 5 * MiB, qPrintable(QString::number(told->allocatedBytes)));
}

void SpaceEstimateTest::stopped()
{
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 disk 8M")), QString());
    QCOMPARE(io(QStringLiteral("-P 7 0 4M")), QString());
    std::stop_source source;
    source.request_stop();
    QCOMPARE(estimate(true, source.get_token()).error().kind, ErrorKind::Cancelled);
}

void SpaceEstimateTest::theMapIsReadInPieces()
{
    const QByteArray map(
        "[{ \"start\": 0, \"length\": 10, \"depth\": 0, \"zero\": false, \"data\": true, \"offset\": 327680},\n"
        "{ \"start\": 10, \"length\": 5, \"depth\": 1, \"zero\": true, \"data\": false},\n"
        "{ \"start\": 15, \"length\": 1, \"depth\": 0, \"zero\": false, \"data\": true, \"compressed\": true}]\n");
    for (const qsizetype step : {1, 7, 1000}) {
        std::vector<MapExtent> extents;
        MapReader reader(0, [&](const MapExtent &extent) { extents.push_back(extent); });
        for (qsizetype at = 0; at < map.size(); at += step)
            reader.feed(QByteArrayView(map).sliced(at, qMin(step, map.size() - at)));
        QVERIFY(reader.isWhole(16) && !reader.isWhole(17));
        QCOMPARE(extents.size(), 3U);
        QCOMPARE(extents[0].offsetBytes, std::optional<qint64>(327680));
        QVERIFY(extents[1].zero && extents[1].depth == 1 && extents[1].startBytes == 10);
        QVERIFY(!extents[2].offsetBytes && extents[2].lengthBytes == 1);
    }
}

void SpaceEstimateTest::aMapThatIsNotWhole()
{
    for (const char *map : {"", "[", "[{ \"start\": 0, \"length\": 10, \"zero\": false},\n",
             "[{ \"start\": 4, \"length\": 12, \"zero\": false}]\n", "[{ \"start\": 0, \"length\": 16}]\n",
             "[{ \"start\": 0, \"length\": 16, \"zero\": true}]\n{", "nonsense\n"}) {
        MapReader reader(0, [](const MapExtent &) { });
        reader.feed(QByteArrayView(map));
        QVERIFY2(!reader.isWhole(16), map);
    }
}

QTEST_GUILESS_MAIN(SpaceEstimateTest)
#include "tst_spaceestimate.moc"
