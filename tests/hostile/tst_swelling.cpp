// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/heapwatch.h"
#include "hostile/verdict.h"

#include "engine/image/hostile.h"
#include "engine/image/oracle.h"

#include "host/instancetree.h"
#include "host/osloconfig.h"
#include "libvirt/domainxml.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// Files of a few megabytes that are all list: whatever is made of a list's entries, there is an end to it.
class TestSwelling : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void images_data();
    void images();
    void texts_data();
    void texts();

private:
    QByteArray snapshots(int count, qsizetype nameBytes) const;
    QByteArray bitmaps(int count) const;
    static QByteArray luks2(const QByteArray &json);
    static QByteArray descriptor(const QByteArray &line);

    QTemporaryDir m_directory;
    QByteArray m_qcow2;
};

namespace {

QByteArray swellBig(quint64 number, int bytes)
{
    QByteArray all(8, '\0');
    qToBigEndian(number, all.data());
    return all.last(bytes);
}

/// line, as often as it fits.
QByteArray repeatedUpTo(const QByteArray &line, qsizetype bytes)
{
    return line.repeated(bytes / line.size());
}

QByteArray numberedUpTo(const QByteArray &before, const QByteArray &after, qsizetype bytes)
{
    QByteArray text;
    for (int number = 0; text.size() + before.size() + after.size() + 8 <= bytes; ++number)
        text += before + QByteArray::number(number) + after;
    return text;
}

constexpr qsizetype mebibyte = 1024 * 1024;

} // namespace

void TestSwelling::initTestCase()
{
    for (const QString &format : {u"qcow2"_s})
        QCOMPARE(
            Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, format, m_directory.filePath(format), u"1M"_s}),
            QString());
    QCOMPARE(
        Oracle::make(u"qemu-img"_s, {u"bitmap"_s, u"--add"_s, m_directory.filePath(u"qcow2"_s), u"b"_s}), QString());
    m_qcow2 = Hostile::contents(m_directory.filePath(u"qcow2"_s));
}

QByteArray TestSwelling::snapshots(int count, qsizetype nameBytes) const
{
    QByteArray entry(40, '\0');
    entry.replace(12, 2, swellBig(1, 2));
    entry.replace(14, 2, swellBig(quint64(nameBytes), 2));
    entry += '1' + QByteArray(nameBytes, 'n');
    entry = entry.leftJustified((entry.size() + 7) / 8 * 8, '\0');
    QByteArray image = Hostile::patched(m_qcow2, 60, swellBig(quint64(count), 4));
    image = Hostile::patched(image, 64, swellBig(mebibyte, 8)).leftJustified(mebibyte, '\0');
    return image + entry.repeated(count);
}

QByteArray TestSwelling::bitmaps(int count) const
{
    const qsizetype header = m_qcow2.indexOf(swellBig(0x23852875, 4)) + 8;
    const QByteArray entry = m_qcow2.sliced(qFromBigEndian<qint64>(m_qcow2.constData() + header + 16), 32);
    QByteArray image = Hostile::patched(m_qcow2, header, swellBig(quint64(count), 4));
    image = Hostile::patched(image, header + 8, QByteArray(swellBig(quint64(count) * 32, 8) + swellBig(mebibyte, 8)));
    return image.leftJustified(mebibyte, '\0') + entry.repeated(count);
}

/// A header of the largest allowed size, with a right checksum.
QByteArray TestSwelling::luks2(const QByteArray &json)
{
    QByteArray header(4 * mebibyte, '\0');
    header.replace(0, 8, QByteArray("LUKS\xba\xbe\0\2", 8));
    header.replace(8, 8, swellBig(4 * mebibyte, 8));
    header.replace(72, 6, "sha256");
    header.replace(4096, json.size(), json);
    const QByteArray sum = QCryptographicHash::hash(header, QCryptographicHash::Sha256);
    return header.replace(448, sum.size(), sum) + QByteArray(4 * mebibyte, '\0');
}

QByteArray TestSwelling::descriptor(const QByteArray &line)
{
    const QByteArray head = "# Disk DescriptorFile\nversion=1\nCID=12345678\nparentCID=ffffffff\n"
                            "createType=\"monolithicFlat\"\nRW 2048 FLAT \"disk-flat.vmdk\" 0\n";
    return head + repeatedUpTo(line, mebibyte - head.size());
}

void TestSwelling::images_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("snapshots") << snapshots(65536, 1);
    QTest::newRow("snapshots with long names") << snapshots(110, 65535);
    QTest::newRow("bitmaps") << bitmaps(65535);
    QTest::newRow("LUKS2: numbers") << luks2(
        "{\"keyslots\":{},\"segments\":{\"0\":[" + repeatedUpTo("1,", 4 * mebibyte - 5000) + "1]}}");
    QTest::newRow("LUKS2: arrays") << luks2(
        "{\"keyslots\":{},\"segments\":{\"0\":[" + repeatedUpTo("[],", 4 * mebibyte - 5000) + "1]}}");
    QTest::newRow("LUKS2: slots") << luks2(
        "{\"keyslots\":{" + numberedUpTo("\"", "\":{},", 4 * mebibyte - 5000) + "\"x\":{}},\"segments\":{}}");
    QTest::newRow("VMDK: settings") << descriptor("a=b\n");
    QTest::newRow("VMDK: extents") << descriptor("RW 1 FLAT \"a\" 0\n");
    QTest::newRow("VMDK: comments") << descriptor("#\n");
}

void TestSwelling::images()
{
    QFETCH(const QByteArray, bytes);
    const HeapWatch heap;
    {
        BoundedFile file = BoundedFile::fromMemory(bytes, "memory");
        const Result<ImageInfo> info = inspectImage(file);
        QVERIFY2(wrongIn(info).isEmpty(), qPrintable(wrongIn(info)));
        if (info)
            QVERIFY(!imageJson(*info, "memory").isEmpty());
    }
    QVERIFY2(heap.peakBytes() <= HeapWatch::limitBytes, QByteArray::number(heap.peakBytes()).constData());
}

void TestSwelling::texts_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("disk.info: numbers") << u"disk.info"_s << "[" + repeatedUpTo("1,", mebibyte - 3) + "1]";
    QTest::newRow("disk.info: arrays") << u"disk.info"_s << "[" + repeatedUpTo("[],", mebibyte - 4) + "1]";
    QTest::newRow("disk.info: disks") << u"disk.info"_s
                                      << "{" + numberedUpTo("\"/", "\":\"raw\",", mebibyte - 20) + "\"/x\":\"raw\"}";
    QTest::newRow("compute_nodes: hosts")
        << u"compute_nodes"_s << "{" + numberedUpTo("\"", "\":1,", mebibyte - 20) + "\"x\":1}";
    QTest::newRow("configuration: sections") << u"conf"_s << numberedUpTo("[", "]\n", 4 * mebibyte);
    QTest::newRow("configuration: values") << u"conf"_s << repeatedUpTo("wanted=\n", 4 * mebibyte);
    QTest::newRow("configuration: names") << u"conf"_s << numberedUpTo("wanted", "=\n", 4 * mebibyte);
    QTest::newRow("configuration: lines") << u"conf"_s << "wanted=\n" + repeatedUpTo(" a\n", 4 * mebibyte - 8);
    QTest::newRow("domain: disks") << u"domain"_s
                                   << "<domain><devices>" + repeatedUpTo("<disk/>", domainXmlLimitBytes - 50) +
            "</devices></domain>";
    QTest::newRow("domain: addresses") << u"domain"_s
                                       << "<domain><devices>" +
            repeatedUpTo("<interface><mac address='a'/></interface>", domainXmlLimitBytes - 50) + "</devices></domain>";
    QTest::newRow("domain: depth") << u"domain"_s << repeatedUpTo("<a>", domainXmlLimitBytes);
    QTest::newRow("domain: attributes") << u"domain"_s
                                        << "<domain " + numberedUpTo("a", "='' ", domainXmlLimitBytes - 30) +
            "></domain>";
}

void TestSwelling::texts()
{
    QFETCH(const QString, kind);
    QFETCH(const QByteArray, text);
    const HeapWatch heap;
    {
        if (kind == "disk.info"_L1)
            (void)parseDiskInfo(text, kind);
        else if (kind == "compute_nodes"_L1)
            (void)parseComputeNodes(text, kind);
        else if (kind == "domain"_L1)
            (void)readDomainXml(text, kind);
        else
            (void)parseOsloConfig(
                text, kind, [](const QString &, const QString &key) { return key.startsWith("wanted"_L1); });
    }
    QVERIFY2(heap.peakBytes() <= HeapWatch::limitBytes, QByteArray::number(heap.peakBytes()).constData());
}

QTEST_GUILESS_MAIN(TestSwelling)
#include "tst_swelling.moc"
