// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/heapwatch.h"
#include "hostile/samplefiles.h"
#include "hostile/verdict.h"

#include "engine/image/hostile.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <limits>
#include <sys/mman.h>
#include <unistd.h>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// Numbers in headers where signs, sums and shifts run over, and files whose very length is such a number.
class TestHugeNumbers : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyNumberOfAHeader_data() { eachSample(); }
    void everyNumberOfAHeader();
    void longestFile_data() { eachSample(); }
    void longestFile();

private:
    void eachSample();

    QTemporaryDir m_directory;
    std::vector<SampleFile> m_samples;
};

namespace {

/// Where 32 and 64 bits end, with and without a sign, in bytes and in sectors.
std::vector<quint64> edges()
{
    constexpr quint64 one = 1;
    return {0, 1, 63, (one << 31) - 1, one << 31, (one << 32) - 1, one << 32, one << 55, (one << 63) - 512,
        (one << 63) - 1, one << 63, ~quint64(0) - 511, ~quint64(0)};
}

QByteArray bytesOf(quint64 number, bool bigEndian)
{
    QByteArray bytes(8, '\0');
    if (bigEndian)
        qToBigEndian(number, bytes.data());
    else
        qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

void TestHugeNumbers::initTestCase()
{
    QString complaint;
    m_samples = makeSampleFiles(m_directory.path(), complaint);
    QCOMPARE(complaint, QString());
}

void TestHugeNumbers::eachSample()
{
    QTest::addColumn<QString>("path");
    for (const SampleFile &sample : m_samples)
        QTest::newRow(qPrintable(sample.name)) << sample.path;
}

/// At every place of the first 512 bytes where a number may stand.
void TestHugeNumbers::everyNumberOfAHeader()
{
    QFETCH(const QString, path);
    QByteArray bytes = Hostile::contents(path);
    // What lies behind the tables costs time and tells nothing.
    bytes.truncate(4 << 20);
    constexpr qsizetype headerBytes = 512;
    qint64 mostHeap = 0;
    for (qsizetype at = 0; at + 8 <= qMin(headerBytes, bytes.size()); at += 4)
        for (const quint64 number : edges())
            for (const bool bigEndian : {true, false}) {
                const QByteArray before = bytes.sliced(at, 8);
                bytes.replace(at, 8, bytesOf(number, bigEndian));
                Result<ImageInfo> info;
                {
                    const HeapWatch heap;
                    BoundedFile file = BoundedFile::fromMemory(bytes, "memory");
                    info = inspectImage(file);
                    mostHeap = qMax(mostHeap, heap.peakBytes());
                }
                QVERIFY2(wrongIn(info).isEmpty(), qPrintable(u"%1 at %2: %3"_s.arg(number).arg(at).arg(wrongIn(info))));
                bytes.replace(at, 8, before);
            }
    QVERIFY2(mostHeap > 0 && mostHeap <= HeapWatch::limitBytes, QByteArray::number(mostHeap).constData());
}

/// A file may be as long as an offset can tell; sums with its length must not run over.
void TestHugeNumbers::longestFile()
{
    QFETCH(const QString, path);
    const int descriptor = ::memfd_create("image", MFD_CLOEXEC);
    QVERIFY(descriptor >= 0);
    const QByteArray head = Hostile::contents(path).first(qMin<qint64>(QFileInfo(path).size(), 1 << 20));
    const QByteArray tail = Hostile::contents(path).last(qMin<qint64>(QFileInfo(path).size(), 512));
    const NativePath name = "/proc/self/fd/" + QByteArray::number(descriptor);
    for (const qint64 less : {0, 1, 511, 512, 4096}) {
        const qint64 length = std::numeric_limits<qint64>::max() - less;
        QCOMPARE(::ftruncate(descriptor, 0), 0);
        QCOMPARE(::ftruncate(descriptor, length), 0);
        QCOMPARE(::pwrite(descriptor, head.constData(), size_t(head.size()), 0), ssize_t(head.size()));
        for (const bool withTail : {false, true}) {
            // The kernel writes nothing into the last page of the longest file.
            if (withTail && ::pwrite(descriptor, tail.constData(), size_t(tail.size()), length - tail.size()) < 0)
                continue;
            const HeapWatch heap;
            const Result<ImageInfo> info = inspectImage(name, BoundedFile::Links::Follow);
            QVERIFY2(heap.peakBytes() <= HeapWatch::limitBytes, QByteArray::number(heap.peakBytes()).constData());
            QVERIFY2(wrongIn(info).isEmpty(), qPrintable(u"%1 bytes: %2"_s.arg(length).arg(wrongIn(info))));
        }
    }
    ::close(descriptor);
}

QTEST_GUILESS_MAIN(TestHugeNumbers)
#include "tst_hugenumbers.moc"
