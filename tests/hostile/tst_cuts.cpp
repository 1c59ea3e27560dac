// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/heapwatch.h"
#include "hostile/samplefiles.h"
#include "hostile/verdict.h"

#include "engine/image/hostile.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// Sound files of every kind, cut off after every byte of their headers.
class TestCuts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCut_data() { eachSample(); }
    void everyCut();
    void cutWhileItIsRead_data() { eachSample(); }
    void cutWhileItIsRead();
    void cleanup();

private:
    /// What lies behind is data in every format, and takes its time to be copied.
    static constexpr qint64 longestBytes = 4 << 20;

    void eachSample();
    Result<ImageInfo> inspectCut(qint64 length);

    QTemporaryDir m_directory;
    std::vector<SampleFile> m_samples;
    NativePath m_cut;
};

namespace {

/// Every length of a header, then lengths on and beside the borders of sectors, clusters and megabytes.
std::vector<qint64> cutLengths(qint64 whole)
{
    constexpr qint64 everyLength = 4096;
    std::vector<qint64> lengths;
    for (qint64 length = 0; length <= qMin(everyLength, whole); ++length)
        lengths.push_back(length);
    for (qint64 border = 2 * everyLength; border <= whole; border += border < (1 << 20) ? everyLength : (1 << 20))
        for (const qint64 beside : {-1, 0, 1})
            if (border + beside <= whole)
                lengths.push_back(border + beside);
    lengths.push_back(whole);
    return lengths;
}

} // namespace

void TestCuts::initTestCase()
{
    QString complaint;
    m_samples = makeSampleFiles(m_directory.path(), complaint);
    QCOMPARE(complaint, QString());
    m_cut = nativePath(m_directory.filePath(u"cut"_s));
}

void TestCuts::eachSample()
{
    QTest::addColumn<QString>("path");
    for (const SampleFile &sample : m_samples)
        QTest::newRow(qPrintable(sample.name)) << sample.path;
}

void TestCuts::cleanup()
{
    ::unlink(m_cut.constData());
}

Result<ImageInfo> TestCuts::inspectCut(qint64 length)
{
    if (::truncate(m_cut.constData(), length) != 0)
        qFatal("cannot cut the file: %s", std::strerror(errno));
    return inspectImage(m_cut);
}

/// From the longest to the shortest, each as a file and as the bytes that a pipe would bring.
void TestCuts::everyCut()
{
    QFETCH(const QString, path);
    QVERIFY(QFile::copy(path, plainText(m_cut)));
    QVERIFY(QFile::resize(plainText(m_cut), qMin(QFileInfo(path).size(), longestBytes)));
    const QByteArray bytes = Hostile::contents(plainText(m_cut));
    std::vector<qint64> lengths = cutLengths(bytes.size());
    qint64 mostHeap = 0;
    for (auto length = lengths.rbegin(); length != lengths.rend(); ++length) {
        const QByteArray part = bytes.first(*length);
        Result<ImageInfo> fromFile;
        {
            const HeapWatch heap;
            fromFile = inspectCut(*length);
            mostHeap = qMax(mostHeap, heap.peakBytes());
        }
        QVERIFY2(wrongIn(fromFile).isEmpty(), qPrintable(u"%1 bytes: %2"_s.arg(*length).arg(wrongIn(fromFile))));
        BoundedFile pipe = BoundedFile::fromMemory(part, m_cut);
        const QString expected = verdictText(fromFile, m_cut);
        const QString found = verdictText(inspectImage(pipe), m_cut);
        QVERIFY2(found == expected,
            qPrintable(u"%1 bytes\nfrom a file: %2\nfrom a pipe: %3"_s.arg(*length).arg(expected, found)));
    }
    QVERIFY2(mostHeap > 0 && mostHeap <= HeapWatch::limitBytes, QByteArray::number(mostHeap).constData());
}

/// Opened whole, and cut before it is read.
void TestCuts::cutWhileItIsRead()
{
    QFETCH(const QString, path);
    const qint64 whole = qMin(QFileInfo(path).size(), longestBytes);
    for (const qint64 length :
        {qint64(0), qint64(1), qint64(3), qint64(511), qint64(512), qint64(1024), qint64(4095), qint64(4096),
            qint64(4097), qint64(32768), qint64(65536), qint64(69632), whole / 2, whole - 512, whole - 1}) {
        if (length < 0 || length >= whole)
            continue;
        QFile::remove(plainText(m_cut));
        QVERIFY(QFile::copy(path, plainText(m_cut)));
        QVERIFY(QFile::resize(plainText(m_cut), whole));
        Result<BoundedFile> file = BoundedFile::open(m_cut);
        QVERIFY2(file, file ? "" : qPrintable(sentence(file.error())));
        QCOMPARE(::truncate(m_cut.constData(), length), 0);
        const Result<ImageInfo> info = inspectImage(*file);
        QVERIFY2(wrongIn(info).isEmpty(), qPrintable(wrongIn(info)));
    }
}

QTEST_GUILESS_MAIN(TestCuts)
#include "tst_cuts.moc"
