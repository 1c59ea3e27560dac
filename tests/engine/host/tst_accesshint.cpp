// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estatescan.h"
#include "host/accesshint.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Fathom;

namespace {

/// What follows runs as somebody who owns nothing: root itself is refused nothing.
class Nobody {
public:
    Nobody() { m_dropped = ::geteuid() == 0 && ::seteuid(65534) == 0; }
    ~Nobody()
    {
        if (m_dropped && ::seteuid(0) != 0)
            qFatal("root cannot be had back");
    }

private:
    bool m_dropped = false;
};

} // namespace

class AccessHintTest : public QObject {
    Q_OBJECT

private slots:
    void namesTheGroupOrTheCommand_data();
    void namesTheGroupOrTheCommand();
    void aClosedInstancesDirectoryIsTold();
};

void AccessHintTest::namesTheGroupOrTheCommand_data()
{
    QTest::addColumn<bool>("isDirectory");
    QTest::addColumn<uint>("mode");
    QTest::addColumn<bool>("asRoot");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("unsaid");
    const auto row = [](const char *name, bool isDirectory, uint mode, bool asRoot, const char *said,
                         const char *unsaid) {
        QTest::newRow(name) << isDirectory << mode << asRoot << QString::fromLatin1(said)
                            << QString::fromLatin1(unsaid);
    };
    row("closed to the group", true, S_IFDIR | 0700, false, "sudo -u nova", "usermod");
    row("mode is shown", true, S_IFDIR | 0700, false, "drwx------", "usermod");
    row("open to the group", true, S_IFDIR | 0750, false, "sudo usermod -aG nova-group $USER", "chmod");
    row("listed by the group, not entered", true, S_IFDIR | 0740, false, "chmod g+rX /var/lib/nova", "usermod");
    row("a file for the group", false, S_IFREG | 0640, false, "usermod -aG nova-group", "chmod");
    row("a file for its owner", false, S_IFREG | 0600, false, "chmod g+rX", "usermod");
    row("root is refused", true, S_IFDIR | 0700, true, "root_squash", "run as root");
}

void AccessHintTest::namesTheGroupOrTheCommand()
{
    QFETCH(bool, isDirectory);
    QFETCH(uint, mode);
    QFETCH(bool, asRoot);
    QFETCH(QString, said);
    QFETCH(QString, unsaid);
    const QString hint = accessHint({.path = "/var/lib/nova",
                                        .isDirectory = isDirectory,
                                        .mode = mode,
                                        .owner = QStringLiteral("nova"),
                                        .group = QStringLiteral("nova-group")},
        asRoot);
    QVERIFY2(hint.contains(said), qPrintable(hint));
    QVERIFY2(!hint.contains(unsaid), qPrintable(hint));
}

void AccessHintTest::aClosedInstancesDirectoryIsTold()
{
    const QTemporaryDir directory;
    const NativePath root = QFile::encodeName(directory.path());
    const NativePath closed = root + "/instances";
    const NativePath open = root + "/images";
    for (const NativePath &path : {closed, open})
        QVERIFY(QDir().mkpath(QFile::decodeName(path)));
    QFile image(QFile::decodeName(open + "/4ef781ee-d2b5-4922-8fd0-f12aa81f996f"));
    QVERIFY(image.open(QIODevice::WriteOnly) && image.write(QByteArray(4096, 'x')) == 4096);
    image.close();
    QCOMPARE(::chmod(root.constData(), 0755), 0);
    QCOMPARE(::chmod(closed.constData(), ::geteuid() == 0 ? 0700 : 0000), 0);

    EstatePtr estate;
    {
        const Nobody nobody;
        estate = scanEstate({.imageDirectories = {open}, .instanceDirectories = {closed}});
    }
    ::chmod(closed.constData(), 0755);
    QCOMPARE(estate->sources.size(), 2);
    // The store that may be read is read all the same.
    QCOMPARE(estate->images.size(), 1);
    const EstateSource &refused = estate->sources[1];
    QCOMPARE(refused.health, SourceHealth::Failed);
    QCOMPARE(refused.problems.size(), 1);
    QCOMPARE(refused.problems[0].kind, ErrorKind::NoPermission);
    QVERIFY2(refused.problems[0].hint.contains(plainText(closed)), qPrintable(refused.problems[0].hint));
    QVERIFY2(refused.problems[0].hint.contains(QStringLiteral("sudo")), qPrintable(refused.problems[0].hint));
}

QTEST_GUILESS_MAIN(AccessHintTest)
#include "tst_accesshint.moc"
