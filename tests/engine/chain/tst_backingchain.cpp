// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/backingchain.h"
#include "chain/chaingraph.h"
#include "engine/image/oracle.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

using namespace Fathom;
using namespace Qt::StringLiterals;

class TestBackingChain : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    QString at(const QString &name) const { return m_directory->filePath(name); }
    NativePath nativeAt(const QString &name) const { return nativePath(at(name)); }

    /// qemu-img run in the test's directory; empty when it worked.
    QString qemuImg(const QStringList &arguments) const
    {
        return Oracle::make(u"qemu-img"_s, arguments, m_directory->path());
    }

    QString raw(const QString &name) const { return qemuImg({u"create"_s, u"-q"_s, u"-fraw"_s, name, u"8M"_s}); }

    /// An overlay that names its backing file whatever it is; no format: not declared.
    QString overlay(const QString &name, const QString &backing, const QString &format = u"qcow2"_s) const
    {
        QStringList arguments{u"create"_s, u"-q"_s, u"-u"_s, u"-fqcow2"_s, u"-b"_s, backing};
        arguments << u"-F"_s << (format.isEmpty() ? u"raw"_s : format) << name << u"8M"_s;
        QString failure = qemuImg(arguments);
        if (failure.isEmpty() && format.isEmpty())
            failure = forgetFormat(name);
        return failure;
    }

    /// qemu-img no longer makes images that keep their backing format to themselves; old ones did. The header
    /// extension 0xE2792ACA (qcow2 specification, "Header extensions") becomes one that nobody knows.
    QString forgetFormat(const QString &name) const
    {
        QFile file(at(name));
        if (!file.open(QIODevice::ReadWrite))
            return file.errorString();
        const qsizetype place = file.read(4096).indexOf(QByteArray::fromHex("e2792aca"));
        return place > 0 && Oracle::patch(at(name), place, QByteArray::fromHex("e2792acb")) ? QString()
                                                                                            : u"no format"_s;
    }

    BackingChain resolve(
        const QString &name, const ChainPolicy &policy = {}, const QString &declared = u"qcow2"_s) const
    {
        LayerReader reader;
        return resolveChain(nativeAt(name), declared, reader, policy);
    }

    /// Where our chain differs from `qemu-img info --backing-chain`; empty when nowhere.
    QStringList differencesFromQemu(const QString &name) const
    {
        const Oracle::Run run = Oracle::run(
            u"qemu-img"_s, {u"info"_s, u"--backing-chain"_s, u"--output=json"_s, u"-f"_s, u"qcow2"_s, at(name)});
        if (!run.succeeded)
            return {QString::fromUtf8(run.complaint)};
        const QJsonArray theirs = QJsonDocument::fromJson(run.output).array();
        const BackingChain ours = resolve(name);
        QStringList found;
        if (theirs.size() != ours.depth())
            found.append(u"%1 layers, qemu-img %2"_s.arg(ours.depth()).arg(theirs.size()));
        for (int i = 0; i < std::min<int>(ours.depth(), static_cast<int>(theirs.size())); ++i) {
            const ChainLayer &layer = ours.layers[static_cast<std::size_t>(i)];
            const QJsonObject object = theirs[i].toObject();
            const auto compare = [&](const char *what, const QVariant &mine, const QVariant &other) {
                if (mine != other)
                    found.append(u"layer %1, %2: %3, qemu-img %4"_s.arg(i).arg(
                        QLatin1StringView(what), mine.toString(), other.toString()));
            };
            if (layer.state != LinkState::Whole || !layer.info || !layer.facts) {
                found.append(u"layer %1: %2"_s.arg(i).arg(layer.error ? sentence(*layer.error) : QString()));
                continue;
            }
            compare("filename", QString::fromUtf8(layer.path),
                QString::fromUtf8(cleanPath(object["filename"_L1].toString().toUtf8())));
            compare(
                "format", QLatin1StringView(formatTraits(layer.info->format).qemuName), object["format"_L1].toString());
            compare("virtual-size", layer.info->virtualSizeBytes, object["virtual-size"_L1].toInteger());
            compare("actual-size", layer.facts->allocatedBytes, object["actual-size"_L1].toInteger());
        }
        return found;
    }

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
    }

    void equalsQemu_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("name"); // as the overlay in sub/ names it; %1: the directory
        QTest::newRow("absolute") << u"base"_s << u"%1/base"_s;
        QTest::newRow("relative") << u"base"_s << u"../base"_s;
        QTest::newRow("unclean") << u"base"_s << u".././/sub/../base"_s;
        QTest::newRow("beside") << u"sub/base"_s << u"base"_s;
        QTest::newRow("spaces") << u" ba se "_s << u"../ ba se "_s;
        QTest::newRow("other letters") << u"基 é & 'x' \"y\""_s << u"../基 é & 'x' \"y\""_s;
        QTest::newRow("file:") << u"base"_s << u"file:%1/base"_s;
        QTest::newRow("colon") << u"a:b"_s << u"%1/a:b"_s;
        QTest::newRow("commas and equals signs") << u"a,b=c,,d"_s << u"%1/a,b=c,,d"_s;
        QTest::newRow("backslash") << u"a\\b"_s << u"%1/a\\b"_s;
        QTest::newRow("new line") << u"a\nb"_s << u"%1/a\nb"_s;
    }

    void equalsQemu()
    {
        QFETCH(const QString, base);
        QFETCH(const QString, name);
        QVERIFY(QDir(m_directory->path()).mkdir(u"sub"_s));
        QFile file(at(base));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(8 << 20) && file.write(QByteArray(123'456, 'x')) > 0);
        file.close();
        const QString backing = name.contains(u"%1"_s) ? name.arg(m_directory->path()) : name;
        QCOMPARE(overlay(u"sub/mid"_s, backing, u"raw"_s), QString());
        QCOMPARE(overlay(u"top"_s, u"sub/mid"_s), QString());
        QCOMPARE(differencesFromQemu(u"top"_s), QStringList());
        const BackingChain chain = resolve(u"top"_s);
        QVERIFY(chain.whole());
        QCOMPARE(chain.depth(), 3);
        QCOMPARE(chain.virtualSizeBytes(), 8 << 20);
        qint64 sum = 0;
        for (const ChainLayer &layer : chain.layers)
            sum += layer.facts->allocatedBytes;
        QCOMPARE(chain.allocatedBytes(), sum);
        QCOMPARE(chain.layers[2].declaredFormat, u"raw"_s);
        QCOMPARE(chain.layers[2].reference.text, backing.toUtf8());
        QVERIFY(!chain.layers[2].relocated);
    }

    void equalsQemuForOtherFormats_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"qcow", "qcow2", "qed", "vmdk", "vdi", "vhdx", "vpc", "luks", "raw"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }

    /// A qcow2 overlay on every format that qemu can make.
    void equalsQemuForOtherFormats()
    {
        QFETCH(const QString, format);
        QStringList create{u"create"_s, u"-q"_s, u"-f"_s, format};
        if (format == "luks"_L1) { // qemu opens an encrypted base only with its secret
            create << u"--object"_s << u"secret,id=s,data=x"_s << u"-o"_s << u"key-secret=s,iter-time=10"_s;
        }
        QCOMPARE(qemuImg(create << u"base"_s << u"8M"_s), QString());
        QCOMPARE(overlay(u"top"_s, u"base"_s, format), QString());
        if (format == "luks"_L1)
            QCOMPARE(resolve(u"top"_s).layers.back().info->format, ImageFormat::Luks);
        else
            QCOMPARE(differencesFromQemu(u"top"_s), QStringList());
    }

    void undeclaredFormatsAreProbedAndBlamed()
    {
        QCOMPARE(qemuImg({u"create"_s, u"-q"_s, u"-fqcow2"_s, u"base"_s, u"8M"_s}), QString());
        QCOMPARE(overlay(u"top"_s, u"base"_s, {}), QString());
        QCOMPARE(differencesFromQemu(u"top"_s), QStringList());
        const BackingChain chain = resolve(u"top"_s);
        QCOMPARE(chain.depth(), 2);
        QCOMPARE(chain.layers[1].info->format, ImageFormat::Qcow2);
        QCOMPARE(chain.layers[1].declaredFormat, QString());
        const auto blamed = [](const ChainLayer &layer) {
            return std::ranges::any_of(layer.info->violations,
                [](const SafetyViolation &violation) { return violation.rule == "undeclared-format"_L1; });
        };
        QVERIFY(blamed(chain.layers[0]));
        QVERIFY(!blamed(chain.layers[1]));
        QCOMPARE(overlay(u"declared"_s, u"base"_s), QString());
        QVERIFY(!blamed(resolve(u"declared"_s).layers[0]));
    }

    void aBaseDeclaredRawIsRawWhateverItLooksLike()
    {
        QCOMPARE(overlay(u"base"_s, u"/etc/passwd"_s, u"raw"_s), QString());
        QCOMPARE(overlay(u"top"_s, u"base"_s, u"raw"_s), QString());
        QCOMPARE(differencesFromQemu(u"top"_s), QStringList());
        const BackingChain chain = resolve(u"top"_s);
        QCOMPARE(chain.depth(), 2);
        QCOMPARE(chain.layers[1].info->format, ImageFormat::Raw);
        // The same for the first layer, which the caller declares.
        QCOMPARE(resolve(u"top"_s, {}, u"raw"_s).depth(), 1);
    }

    void aBaseOfAnotherFormatThanDeclaredIsMalformed()
    {
        QCOMPARE(raw(u"base"_s), QString());
        QCOMPARE(overlay(u"top"_s, u"base"_s, u"qcow2"_s), QString());
        const BackingChain chain = resolve(u"top"_s);
        QCOMPARE(chain.layers.back().state, LinkState::Malformed);
        QVERIFY(chain.layers.back().error && chain.layers.back().facts && !chain.layers.back().info);
        QVERIFY(!chain.whole());
        QCOMPARE(overlay(u"strange"_s, u"base"_s, u"vvfat"_s), QString());
        QCOMPARE(resolve(u"strange"_s).layers.back().state, LinkState::Unreadable);
        QVERIFY(sentence(*resolve(u"strange"_s).layers.back().error).contains(u"vvfat"_s));
    }

    void whatIsNotAFileIsNamedAndNotOpened_data()
    {
        QTest::addColumn<QString>("backing");
        QTest::addColumn<BackingKind>("kind");
        QTest::newRow("nbd") << u"nbd://localhost:1/x"_s << BackingKind::Protocol;
        QTest::newRow("with a password") << u"http://user:hidden@localhost:1/x"_s << BackingKind::Protocol;
        QTest::newRow("json") << u"json:{\"driver\":\"qcow2\",\"file\":{\"driver\":\"file\",\"filename\":\"base\"}}"_s
                              << BackingKind::Json;
        QTest::newRow("device") << u"/dev/zero"_s << BackingKind::Device;
        QTest::newRow("device by detour") << u"../../../../../../../dev/zero"_s << BackingKind::Device;
    }

    void whatIsNotAFileIsNamedAndNotOpened()
    {
        QFETCH(const QString, backing);
        QFETCH(const BackingKind, kind);
        QCOMPARE(overlay(u"base"_s, u"x"_s), QString());
        QCOMPARE(overlay(u"top"_s, backing, u"raw"_s), QString());
        LayerReader reader;
        const BackingChain chain = resolveChain(nativeAt(u"top"_s), u"qcow2"_s, reader, {});
        QCOMPARE(chain.depth(), 2);
        QCOMPARE(chain.layers[1].state, LinkState::NotOpened);
        QCOMPARE(chain.layers[1].reference.kind, kind);
        QCOMPARE(chain.layers[1].reference.text, backing.toUtf8());
        QVERIFY(chain.layers[1].error);
        QCOMPARE(reader.filesRead(), 1);
        QVERIFY2(chainText(chain).contains(u"not opened"_s), qPrintable(chainText(chain)));
        QVERIFY(!chainText(chain).contains(u"hidden"));
        QVERIFY(!sentence(*chain.layers[1].error).contains(u"hidden"));
    }

    void missingOnesSayWhatToDo()
    {
        QCOMPARE(overlay(u"top"_s, u"gone/base"_s, u"raw"_s), QString());
        ChainPolicy policy;
        policy.baseDirectories = {nativeAt(u"_base"_s)};
        const BackingChain chain = resolve(u"top"_s, policy);
        QCOMPARE(chain.depth(), 2);
        QCOMPARE(chain.layers[1].state, LinkState::Missing);
        QCOMPARE(chain.layers[1].path, nativeAt(u"gone/base"_s));
        QVERIFY(!chain.layers[1].facts);
        QVERIFY(chain.layers[1].error);
        const Error error = *chain.layers[1].error;
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QVERIFY(error.reason.contains(at(u"gone/base"_s)) && error.reason.contains(at(u"_base/base"_s)));
        QVERIFY(!error.hint.isEmpty());
        QCOMPARE(chain.allocatedBytes(), chain.layers[0].facts->allocatedBytes);
        QCOMPARE(resolve(u"nothing"_s).layers.front().state, LinkState::Missing);
    }

    void windowsNamesAreExplained()
    {
        QCOMPARE(overlay(u"top"_s, u"C:\\vm\\base.qcow2"_s), QString());
        const BackingChain chain = resolve(u"top"_s);
        QCOMPARE(chain.layers.back().state, LinkState::Missing);
        QVERIFY(chain.layers.back().error->reason.contains(u"Windows"_s));
    }

    void whatCannotBeReadIsShown()
    {
        QVERIFY(QDir(m_directory->path()).mkdir(u"base"_s));
        QCOMPARE(overlay(u"top"_s, u"base"_s, u"raw"_s), QString());
        QCOMPARE(resolve(u"top"_s).layers.back().state, LinkState::Unreadable);
        QCOMPARE(resolve(u"top"_s).layers.back().error->kind, ErrorKind::NotAFile);
        QCOMPARE(resolve(u"base"_s, {}, {}).layers.front().state, LinkState::Unreadable);
        if (::geteuid() != 0) {
            QCOMPARE(raw(u"secret"_s), QString());
            QCOMPARE(::chmod(nativeAt(u"secret"_s).constData(), 0), 0);
            QCOMPARE(overlay(u"locked"_s, u"secret"_s, u"raw"_s), QString());
            QCOMPARE(resolve(u"locked"_s).layers.back().state, LinkState::Unreadable);
            QVERIFY(resolve(u"locked"_s).layers.back().facts);
        }
    }

    void aFifoDoesNotBlock()
    {
        QCOMPARE(::mkfifo(nativeAt(u"fifo"_s).constData(), 0600), 0);
        QCOMPARE(overlay(u"top"_s, u"fifo"_s, u"raw"_s), QString());
        QElapsedTimer timer;
        timer.start();
        const BackingChain chain = resolve(u"top"_s);
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(chain.layers.back().state, LinkState::Unreadable);
        QCOMPARE(chain.layers.back().facts->kind, FileKind::Fifo);
    }

    void damagedBasesAreTold()
    {
        QCOMPARE(qemuImg({u"create"_s, u"-q"_s, u"-fqcow2"_s, u"base"_s, u"8M"_s}), QString());
        QVERIFY(QFile::resize(at(u"base"_s), 60)); // a magic number and half a header
        QCOMPARE(overlay(u"top"_s, u"base"_s), QString());
        const BackingChain chain = resolve(u"top"_s);
        QCOMPARE(chain.layers.back().state, LinkState::Malformed);
        QVERIFY(chain.layers.back().error && chain.layers.back().facts);
    }

    void circlesEnd_data()
    {
        QTest::addColumn<QStringList>("backing"); // of a, b, c, …; the last goes back to somewhere
        QTest::addColumn<int>("depth");
        QTest::newRow("itself") << QStringList{u"a"_s} << 2;
        QTest::newRow("itself by another name") << QStringList{u"./../%1/a"_s} << 2;
        QTest::newRow("hard link to itself") << QStringList{u"hard-a"_s} << 2;
        QTest::newRow("symbolic link to itself") << QStringList{u"soft-a"_s} << 2;
        QTest::newRow("two") << QStringList{u"b"_s, u"a"_s} << 3;
        QTest::newRow("two, back by a hard link") << QStringList{u"b"_s, u"hard-a"_s} << 3;
        QTest::newRow("three") << QStringList{u"b"_s, u"c"_s, u"a"_s} << 4;
        QTest::newRow("three, back to the middle") << QStringList{u"b"_s, u"c"_s, u"hard-b"_s} << 4;
    }

    void circlesEnd()
    {
        QFETCH(const QStringList, backing);
        QFETCH(const int, depth);
        for (qsizetype i = 0; i < backing.size(); ++i) {
            const QString name = QChar(static_cast<char16_t>(u'a' + i));
            const QString target = QString(backing[i]).replace(u"%1"_s, QDir(m_directory->path()).dirName());
            // qemu-img does not create a circle, but renames leave one.
            QCOMPARE(overlay(u"new"_s, target), QString());
            QVERIFY(QFile::rename(at(u"new"_s), at(name)));
            QCOMPARE(::link(nativeAt(name).constData(), nativeAt(u"hard-"_s + name).constData()), 0);
            QVERIFY(QFile::link(name, at(u"soft-"_s + name)));
        }
        const BackingChain chain = resolve(u"a"_s);
        QCOMPARE(chain.depth(), depth);
        QCOMPARE(chain.layers.back().state, LinkState::Cyclic);
        QVERIFY(chain.layers.back().info);
        for (int i = 0; i + 1 < depth; ++i)
            QCOMPARE(chain.layers[static_cast<std::size_t>(i)].state, LinkState::Whole);
        qint64 sum = 0;
        for (int i = 0; i + 1 < depth; ++i)
            sum += chain.layers[static_cast<std::size_t>(i)].facts->allocatedBytes;
        QCOMPARE(chain.allocatedBytes(), sum);
        ChainGraph graph;
        graph.addChain(chain, {}, {});
        QCOMPARE(graph.roots().size(), 1U);
    }

    void deepChainsEndAtTheLimitAndAreFast()
    {
        // One file copied and patched: a thousand qemu-img runs would take minutes.
        QCOMPARE(overlay(u"layer-0000"_s, u"layer-xxxx"_s), QString());
        QFile first(at(u"layer-0000"_s));
        QVERIFY(first.open(QIODevice::ReadOnly));
        const QByteArray bytes = first.read(65536);
        const qsizetype place = bytes.indexOf("layer-xxxx") + 6;
        QVERIFY(place > 6);
        for (int i = 0; i < 1000; ++i) {
            QFile file(at(u"layer-%1"_s.arg(i, 4, 10, QChar(u'0'))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QByteArray copy = bytes;
            copy.replace(place, 4, QByteArray::number(i + 1).rightJustified(4, '0'));
            QVERIFY(file.write(copy) == copy.size() && file.resize(first.size()));
        }
        QCOMPARE(raw(u"layer-1000"_s), QString());
        QVERIFY(Oracle::patch(at(u"layer-1000"_s), 0, "boot"));

        BackingChain chain = resolve(u"layer-0000"_s);
        QCOMPARE(chain.depth(), 201);
        QCOMPARE(chain.layers.back().state, LinkState::TooDeep);
        QVERIFY(!chain.whole());

        ChainPolicy policy;
        policy.maximumDepth = 2000;
        LayerReader reader;
        QElapsedTimer timer;
        timer.start();
        chain = resolveChain(nativeAt(u"layer-0000"_s), u"qcow2"_s, reader, policy);
        QCOMPARE(chain.depth(), 1001);
        QCOMPARE(chain.layers.back().state, LinkState::Malformed); // it is raw, and declared to be qcow2
        QCOMPARE(reader.filesRead(), 1001);
        chain = resolveChain(nativeAt(u"layer-0500"_s), u"qcow2"_s, reader, policy);
        QCOMPARE(chain.depth(), 501);
        QCOMPARE(reader.filesRead(), 1001);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void nothingOutsideTheRootsIsOpened()
    {
        QVERIFY(QDir(m_directory->path()).mkpath(u"tree/_base"_s));
        QCOMPARE(raw(u"secret"_s), QString());
        QCOMPARE(raw(u"tree/_base/good"_s), QString());
        ChainPolicy policy;
        policy.roots = {nativeAt(u"tree"_s)};
        const auto stateOf = [&](const QString &backing) {
            if (!overlay(u"tree/top"_s, backing, u"raw"_s).isEmpty())
                return u"no overlay"_s;
            LayerReader reader;
            const BackingChain chain = resolveChain(nativeAt(u"tree/top"_s), u"qcow2"_s, reader, policy);
            const bool opened = reader.filesRead() == 2;
            const bool whole = chain.layers.back().state == LinkState::Whole;
            return opened == whole ? linkStateId(chain.layers.back().state) : u"opened all the same"_s;
        };
        QCOMPARE(stateOf(u"_base/good"_s), u"whole"_s);
        QCOMPARE(stateOf(at(u"secret"_s)), u"outside"_s);
        QCOMPARE(stateOf(u"../secret"_s), u"outside"_s);
        QCOMPARE(stateOf(u"_base/../../secret"_s), u"outside"_s);
        QCOMPARE(stateOf(u"/etc/passwd"_s), u"outside"_s);
        QCOMPARE(stateOf(at(u"tree-beside"_s)), u"outside"_s);
        QVERIFY(QFile::link(at(u"secret"_s), at(u"tree/way-out"_s)));
        QVERIFY(QFile::link(u"way-out"_s, at(u"tree/long-way-out"_s)));
        QVERIFY(QFile::link(u"_base/good"_s, at(u"tree/inside"_s)));
        QVERIFY(QFile::link(u"gone"_s, at(u"tree/dangling"_s)));
        QVERIFY(QFile::link(u"circle"_s, at(u"tree/circle"_s)));
        QVERIFY(QFile::link(u"_base"_s, at(u"tree/directory-link"_s)));
        QCOMPARE(stateOf(u"way-out"_s), u"outside"_s);
        QCOMPARE(stateOf(u"long-way-out"_s), u"outside"_s);
        QCOMPARE(stateOf(u"inside"_s), u"whole"_s);
        QCOMPARE(stateOf(u"directory-link/good"_s), u"whole"_s);
        QCOMPARE(stateOf(u"dangling"_s), u"missing"_s);
        QCOMPARE(stateOf(u"circle"_s), u"unreadable"_s);
        // Not even the disk itself.
        QCOMPARE(resolve(u"secret"_s, policy, u"raw"_s).layers.front().state, LinkState::Outside);
    }

    void linkedBasesAreFollowedAsQemuDoes()
    {
        QCOMPARE(raw(u"base"_s), QString());
        QVERIFY(QDir(m_directory->path()).mkdir(u"elsewhere"_s));
        QVERIFY(QFile::link(at(u"base"_s), at(u"elsewhere/link"_s)));
        QCOMPARE(overlay(u"top"_s, u"elsewhere/link"_s, u"raw"_s), QString());
        QCOMPARE(differencesFromQemu(u"top"_s), QStringList());
        QVERIFY(QFile::link(u"top"_s, at(u"top-link"_s)));
        QCOMPARE(differencesFromQemu(u"top-link"_s), QStringList());
    }

    void copiedTreesAreFoundWhereTheyAre()
    {
        QVERIFY(QDir(m_directory->path()).mkpath(u"copy/_base"_s));
        QVERIFY(QDir(m_directory->path()).mkpath(u"copy/uuid"_s));
        QCOMPARE(raw(u"copy/_base/0123"_s), QString());
        QCOMPARE(overlay(u"copy/uuid/disk"_s, u"/no/such/instances/_base/0123"_s, u"raw"_s), QString());
        QCOMPARE(resolve(u"copy/uuid/disk"_s).layers.back().state, LinkState::Missing);

        ChainPolicy byPrefix;
        byPrefix.roots = {nativeAt(u"copy"_s)};
        QCOMPARE(resolve(u"copy/uuid/disk"_s, byPrefix).layers.back().state, LinkState::Outside);
        byPrefix.relocations = {{"/no/such/instances-of-others", "/x"}, {"/no/such/instances", nativeAt(u"copy"_s)}};
        BackingChain chain = resolve(u"copy/uuid/disk"_s, byPrefix);
        QVERIFY(chain.whole());
        QVERIFY(chain.layers[1].relocated);
        QCOMPARE(chain.layers[1].path, nativeAt(u"copy/_base/0123"_s));
        QCOMPARE(chain.layers[1].reference.path, "/no/such/instances/_base/0123");

        ChainPolicy byName;
        byName.roots = {nativeAt(u"copy"_s)};
        byName.baseDirectories = {nativeAt(u"copy/uuid"_s), nativeAt(u"copy/_base"_s)};
        chain = resolve(u"copy/uuid/disk"_s, byName);
        QVERIFY(chain.whole());
        QVERIFY(chain.layers[1].relocated);
        QCOMPARE(chain.layers[1].path, nativeAt(u"copy/_base/0123"_s));

        // What is at its own place is not looked for elsewhere; a relocation goes before its own place.
        QVERIFY(QDir(m_directory->path()).mkpath(u"own/_base"_s));
        QCOMPARE(raw(u"own/_base/0123"_s), QString());
        QCOMPARE(overlay(u"copy/uuid/disk"_s, at(u"own/_base/0123"_s), u"raw"_s), QString());
        byName.roots.clear();
        QCOMPARE(resolve(u"copy/uuid/disk"_s, byName).layers[1].path, nativeAt(u"own/_base/0123"_s));
        byName.relocations = {{nativeAt(u"own"_s), nativeAt(u"copy"_s)}};
        QCOMPARE(resolve(u"copy/uuid/disk"_s, byName).layers[1].path, nativeAt(u"copy/_base/0123"_s));
    }

    void canBeStopped()
    {
        QCOMPARE(raw(u"base"_s), QString());
        QCOMPARE(overlay(u"top"_s, u"base"_s, u"raw"_s), QString());
        std::stop_source stop;
        stop.request_stop();
        LayerReader reader;
        const BackingChain chain = resolveChain(nativeAt(u"top"_s), u"qcow2"_s, reader, {}, stop.get_token());
        QCOMPARE(reader.filesRead(), 1);
        QVERIFY(!chain.whole());
        QCOMPARE(chain.layers.back().error->kind, ErrorKind::Cancelled);
    }

    void sharedBasesAreReadOnce()
    {
        QCOMPARE(raw(u"base"_s), QString());
        LayerReader reader;
        for (int i = 0; i < 5; ++i) {
            const QString name = u"disk-%1"_s.arg(i);
            QCOMPARE(overlay(name, u"base"_s, u"raw"_s), QString());
            QVERIFY(resolveChain(nativeAt(name), u"qcow2"_s, reader, {}).whole());
        }
        QCOMPARE(reader.filesRead(), 6);
    }

    void vmdkParentsNeedNoDeclaration()
    {
        QCOMPARE(qemuImg({u"create"_s, u"-q"_s, u"-fvmdk"_s, u"base.vmdk"_s, u"8M"_s}), QString());
        QCOMPARE(
            qemuImg({u"create"_s, u"-q"_s, u"-fvmdk"_s, u"-b"_s, u"base.vmdk"_s, u"-F"_s, u"vmdk"_s, u"top.vmdk"_s}),
            QString());
        const BackingChain chain = resolve(u"top.vmdk"_s, {}, u"vmdk"_s);
        QCOMPARE(chain.depth(), 2);
        QVERIFY2(chain.whole(), qPrintable(chainText(chain)));
        QCOMPARE(chain.layers[1].path, nativeAt(u"base.vmdk"_s));
        QVERIFY(std::ranges::none_of(chain.layers[0].info->violations,
            [](const SafetyViolation &violation) { return violation.rule == "undeclared-format"_L1; }));
    }

    void backslashesOfWindowsAreUnderstoodWhereWindowsWroteThem()
    {
        QCOMPARE(qemuImg({u"create"_s, u"-q"_s, u"-fvmdk"_s, u"base.vmdk"_s, u"8M"_s}), QString());
        QCOMPARE(
            qemuImg({u"create"_s, u"-q"_s, u"-fvmdk"_s, u"-b"_s, u"./base.vmdk"_s, u"-F"_s, u"vmdk"_s, u"top.vmdk"_s}),
            QString());
        QFile file(at(u"top.vmdk"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const qsizetype place = file.read(65536).indexOf("./base.vmdk");
        QVERIFY(place > 0 && Oracle::patch(at(u"top.vmdk"_s), place, ".\\"));
        const BackingChain chain = resolve(u"top.vmdk"_s, {}, u"vmdk"_s);
        QVERIFY2(chain.whole(), qPrintable(chainText(chain)));
        QCOMPARE(chain.layers.back().path, nativeAt(u"base.vmdk"_s));
        QCOMPARE(chain.layers.back().reference.text, ".\\base.vmdk");
    }

    void everyStateHasAName()
    {
        QSet<QString> ids;
        for (const LinkState state : {LinkState::Whole, LinkState::Missing, LinkState::Unreadable, LinkState::Malformed,
                 LinkState::Cyclic, LinkState::TooDeep, LinkState::NotOpened, LinkState::Outside}) {
            ids.insert(linkStateId(state));
            QVERIFY(!linkStateText(state).isEmpty());
        }
        QCOMPARE(ids.size(), 8);
    }
};

QTEST_APPLESS_MAIN(TestBackingChain)
#include "tst_backingchain.moc"
