// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boundedfile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Fathom;
using namespace Qt::StringLiterals;

class TestBoundedFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    QByteArray path(const QString &name) const { return QFile::encodeName(m_directory.filePath(name)); }

    QByteArray written(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return path(name);
    }

    static QByteArray counted(qsizetype length)
    {
        QByteArray bytes(length, Qt::Uninitialized);
        for (qsizetype i = 0; i < length; ++i)
            bytes[i] = static_cast<char>((i * 31 + i / 251) & 0xff);
        return bytes;
    }

    /// Refused as no regular file, and at once: a reader that waits would hang here.
    static void refused(const QByteArray &name, ErrorKind kind)
    {
        QElapsedTimer timer;
        timer.start();
        const Result<BoundedFile> file = BoundedFile::open(name);
        QVERIFY(!file);
        QCOMPARE(file.error().kind, kind);
        QVERIFY(timer.elapsed() < 1000);
        const Result<BoundedFile> followed = BoundedFile::open(name, BoundedFile::Links::Follow);
        QVERIFY(!followed || kind == ErrorKind::Unsafe);
    }

private slots:
    void plainReadsAreOutsideTheBudget()
    {
        const QByteArray bytes = counted(BoundedFile::budgetBytes + 4711);
        Result<BoundedFile> file = BoundedFile::open(written(u"large"_s, bytes));
        QVERIFY(file);
        file->expectWholeRead();
        QByteArray room(bytes.size() + 10, Qt::Uninitialized);
        QCOMPARE(*file->readPlain({room.data(), static_cast<std::size_t>(room.size())}, 0), bytes.size());
        QVERIFY(room.startsWith(bytes));
        QCOMPARE(*file->readPlain({room.data(), 100}, bytes.size() - 10), 10);
        QCOMPARE(*file->readPlain({room.data(), 100}, bytes.size()), 0);
        QCOMPARE(*file->readPlain({room.data(), 100}, -1), 0);
        QVERIFY(file->read(4096, BoundedFile::budgetBytes, [] { return u"nothing was taken"_s; }));
        BoundedFile memory = BoundedFile::fromMemory("abc", "memory");
        QCOMPARE(*memory.readPlain({room.data(), 100}, 1), 2);
        QCOMPARE(room.first(2), "bc");
    }

    void refusesWhatIsNoFile()
    {
        QCOMPARE(::mkfifo(path(u"fifo"_s).constData(), 0600), 0);
        refused(path(u"fifo"_s), ErrorKind::NotAFile);
        refused(QFile::encodeName(m_directory.path()), ErrorKind::NotAFile);
        refused("/dev/zero", ErrorKind::NotAFile);
        refused("/dev/tty", ErrorKind::NotAFile);
        refused(path(u"absent"_s), ErrorKind::NotFound);
        refused(written(u"file"_s, "x") + "/below", ErrorKind::NotFound);
        refused(QByteArray("with\0zero", 9), ErrorKind::NotFound);

        const QByteArray name = path(u"socket"_s);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QVERIFY(socket >= 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        QVERIFY(name.size() < qsizetype(sizeof(address.sun_path)));
        std::copy(name.begin(), name.end(), address.sun_path);
        QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        refused(name, ErrorKind::NotAFile);
        ::close(socket);
    }

    void linksOnlyWhenAsked()
    {
        const QByteArray target = written(u"target"_s, "bytes");
        QCOMPARE(::symlink(target.constData(), path(u"link"_s).constData()), 0);
        QCOMPARE(::symlink(path(u"pipe"_s).constData(), path(u"link-to-pipe"_s).constData()), 0);
        QCOMPARE(::mkfifo(path(u"pipe"_s).constData(), 0600), 0);
        refused(path(u"link"_s), ErrorKind::Unsafe);
        const Result<BoundedFile> followed = BoundedFile::open(path(u"link"_s), BoundedFile::Links::Follow);
        QVERIFY(followed);
        QCOMPARE(followed->lengthBytes(), 5);
        const Result<BoundedFile> pipe = BoundedFile::open(path(u"link-to-pipe"_s), BoundedFile::Links::Follow);
        QVERIFY(!pipe);
        QCOMPARE(pipe.error().kind, ErrorKind::NotAFile);
    }

    void unreadable()
    {
        const QByteArray name = written(u"unreadable"_s, "x");
        QCOMPARE(::chmod(name.constData(), 0), 0);
        if (::geteuid() == 0) {
            // Root reads everything: be somebody else for the moment.
            QCOMPARE(::chmod(QFile::encodeName(m_directory.path()).constData(), 0755), 0);
            QCOMPARE(::seteuid(65534), 0);
        }
        const Result<BoundedFile> file = BoundedFile::open(name);
        if (::getuid() == 0)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY(!file);
        QCOMPARE(file.error().kind, ErrorKind::NoPermission);
        QVERIFY(!file.error().hint.isEmpty());
    }

    void readsEverywhereTheSame_data()
    {
        QTest::addColumn<qsizetype>("length");
        for (const qsizetype length : {0, 1, 511, 512, 513, 4095, 4096, 4097, 4607, 4609, 69631, 69632, 69633, 200000})
            QTest::addRow("%d bytes", int(length)) << length;
    }
    void readsEverywhereTheSame()
    {
        QFETCH(qsizetype, length);
        const QByteArray bytes = counted(length);
        // Whatever was asked for before, from the disk or from memory, the same place holds the same bytes.
        for (int order = 0; order < 8; ++order) {
            Result<BoundedFile> opened = BoundedFile::open(written(u"counted"_s, bytes));
            QVERIFY(opened);
            BoundedFile file = order & 1 ? std::move(*opened) : BoundedFile::fromMemory(bytes, "memory");
            if (order & 2) {
                const Result<ByteView> lead = file.lead();
                QVERIFY(lead);
                QCOMPARE(lead->bytes(), QByteArrayView(bytes).first(qMin<qsizetype>(length, BoundedFile::leadBytes)));
            }
            const Result<ByteView> head = file.head();
            QVERIFY(head);
            QCOMPARE(head->bytes(), QByteArrayView(bytes).first(qMin<qsizetype>(length, 4096)));
            if (order & 4) {
                const Result<ByteView> tail = file.tail();
                QVERIFY(tail);
                QCOMPARE(tail->bytes(), QByteArrayView(bytes).last(qMin<qsizetype>(length, 512)));
                QVERIFY(file.lead());
                QCOMPARE(head->bytes(), QByteArrayView(bytes).first(qMin<qsizetype>(length, 4096)));
            }
            for (const qsizetype at : {qsizetype(0), qsizetype(4000), qsizetype(4096), qsizetype(32768),
                     qsizetype(69630), length - 600, length - 512, length - 1, length, length + 1}) {
                const Result<QByteArray> part = file.readUpTo(at, 700);
                QVERIFY(part);
                QCOMPARE(*part, at < 0 ? QByteArray() : bytes.mid(qMin(at, length), 700));
                const Result<ByteView> view = file.view(at, 700);
                QVERIFY(view);
                QCOMPARE(view->bytes(), QByteArrayView(*part));
                const Result<QByteArray> whole = file.read(at, 700, [] { return u"the part"_s; });
                QCOMPARE(whole.has_value(), at >= 0 && at + 700 <= length);
                if (!whole)
                    QCOMPARE(whole.error().kind, ErrorKind::Malformed);
            }
        }
    }

    void leadThatGrows()
    {
        const QByteArray bytes = counted(200000);
        Result<BoundedFile> file = BoundedFile::open(written(u"growing"_s, bytes));
        QVERIFY(file);
        for (const qint64 upTo : {qint64(100), qint64(5000), qint64(34816), qint64(5000), BoundedFile::leadBytes}) {
            const Result<ByteView> lead = file->lead(upTo);
            QVERIFY(lead);
            QVERIFY(lead->size() >= upTo && lead->size() <= BoundedFile::leadBytes);
            QCOMPARE(lead->bytes(), QByteArrayView(bytes).first(lead->size()));
        }
    }

    void viewsThatStay()
    {
        const QByteArray bytes = counted(600000);
        Result<BoundedFile> file = BoundedFile::open(written(u"viewed"_s, bytes));
        QVERIFY(file);
        QVERIFY(file->lead(40000));
        const Result<ByteView> inLead = file->view(30000, 1000);
        const Result<ByteView> elsewhere = file->view(300000, 270000);
        QVERIFY(inLead && elsewhere);
        QCOMPARE(elsewhere->bytes(), QByteArrayView(bytes).sliced(300000, 270000));
        // What lies in what was viewed last needs no further read.
        QVERIFY(::truncate(QFile::encodeName(m_directory.filePath(u"viewed"_s)).constData(), 0) == 0);
        QCOMPARE(file->view(350000, 10)->bytes(), QByteArrayView(bytes).sliced(350000, 10));
        QCOMPARE(file->view(100000, 10)->size(), 0);
        QCOMPARE(inLead->bytes(), QByteArrayView(bytes).sliced(30000, 1000));
    }

    void numbersThatWrap()
    {
        BoundedFile file = BoundedFile::fromMemory(counted(100), "memory");
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        for (const auto &[offset, length] : {std::pair{most, qint64(1)}, std::pair{qint64(1), most},
                 std::pair{most, most}, std::pair{qint64(-1), qint64(1)}, std::pair{qint64(0), qint64(-1)}}) {
            const Result<QByteArray> bytes = file.read(offset, length, [] { return u"it"_s; });
            QVERIFY(!bytes);
            QCOMPARE(bytes.error().offset, std::optional<qint64>(offset));
        }
        QCOMPARE(file.readUpTo(most, most).value_or("x"), QByteArray());
        QCOMPARE(file.readUpTo(99, most).value_or("x").size(), 1);
    }

    void budgetEnds()
    {
        const QByteArray name = written(u"large"_s, {});
        QCOMPARE(::truncate(name.constData(), BoundedFile::budgetBytes * 4), 0);
        Result<BoundedFile> file = BoundedFile::open(name);
        QVERIFY(file);
        QVERIFY(file->read(BoundedFile::leadBytes, BoundedFile::budgetBytes, [] { return u"much"_s; }));
        const Result<QByteArray> more = file->read(BoundedFile::budgetBytes * 2, 1, [] { return u"more"_s; });
        QVERIFY(!more);
        QCOMPARE(more.error().kind, ErrorKind::Malformed);
    }

    void becomesShorter()
    {
        const QByteArray name = written(u"shrinking"_s, counted(20000));
        Result<BoundedFile> file = BoundedFile::open(name);
        QVERIFY(file);
        QCOMPARE(::truncate(name.constData(), 100), 0);
        QVERIFY(!file->read(0, 4096, [] { return u"the head"_s; }));
        QVERIFY(!file->read(10000, 100, [] { return u"the middle"_s; }));
        const Result<ByteView> lead = file->lead();
        QVERIFY(lead);
        QCOMPARE(lead->size(), 100);
    }

    void movesWithItsBytes()
    {
        Result<BoundedFile> opened = BoundedFile::open(written(u"moved"_s, counted(9000)));
        QVERIFY(opened);
        QVERIFY(opened->lead());
        BoundedFile file = std::move(*opened);
        QCOMPARE(file.lead()->bytes(), QByteArrayView(counted(9000)));
        QCOMPARE(file.readUpTo(8999, 5).value_or(QByteArray()), counted(9000).last(1));
    }
};

QTEST_GUILESS_MAIN(TestBoundedFile)
#include "tst_boundedfile.moc"
