// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/replacingcopy.h"

#include "engine/jobs/workshop.h"

#include <QTest>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Fathom;
using namespace Fathom::Tests;

class ReplacingCopyTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theCopyTakesEverythingOver();
    void untilThenNothingIsTouched();
    void keptNamesAreNeverTakenTwice();
    void whatCannotBeReplacedIsRefused();
    void aFileThatChangedIsRefused();

private:
    const QString m_action = QStringLiteral("test it");
    NativePath path() const { return m_shop->native(QStringLiteral("disk")); }

    std::unique_ptr<Workshop> m_shop;
};

void ReplacingCopyTest::init()
{
    m_shop = std::make_unique<Workshop>();
    QCOMPARE(m_shop->create(QStringLiteral("raw disk 1M")), QString());
    QCOMPARE(m_shop->io(QStringLiteral("raw"), QStringLiteral("disk"), QStringLiteral("write -P 7 0 64k")), QString());
}

void ReplacingCopyTest::theCopyTakesEverythingOver()
{
    QCOMPARE(::chmod(path().constData(), 0624), 0);
    const bool isRoot = ::geteuid() == 0;
    if (isRoot)
        QCOMPARE(::chown(path().constData(), 64055, 991), 0);
    const bool hasAttributes = ::setxattr(path().constData(), "user.fathom", "x\0y", 3, 0) == 0;
    const Result<FileFacts> facts = fileFacts(path());
    QVERIFY(facts);
    QVERIFY(refuseIrreplaceable(m_action, path(), *facts));
    auto copy = stagedCopy(m_action, path(), *facts, {}, {});
    QVERIFY(copy);
    QCOMPARE(fileFacts(copy->path())->mode & 0077, 0); // nobody else reads it before it is whole
    QCOMPARE(::pwrite(copy->descriptor(), "changed", 7, 0), 7);
    const NativePath kept = keptName(path(), "test");
    QVERIFY(replaceOriginal(m_action, *copy, path(), *facts, kept));

    const Result<FileFacts> after = fileFacts(path());
    QVERIFY(after);
    QVERIFY(after->inode != facts->inode);
    QCOMPARE(after->mode, facts->mode);
    QCOMPARE(after->uid, facts->uid);
    QCOMPARE(after->gid, facts->gid);
    QCOMPARE(after->lengthBytes, facts->lengthBytes);
    QCOMPARE(fileFacts(kept)->inode, facts->inode);
    if (hasAttributes) {
        char value[4] = {};
        QCOMPARE(::getxattr(path().constData(), "user.fathom", value, sizeof value), 3);
        QCOMPARE(QByteArray(value, 3), QByteArray("x\0y", 3));
    }
    QCOMPARE(m_shop->io(QStringLiteral("raw"), QStringLiteral("disk"), QStringLiteral("read -P 7 512 1k")), QString());
    QCOMPARE(m_shop->names().size(), 2);
}

void ReplacingCopyTest::untilThenNothingIsTouched()
{
    const QByteArray before = m_shop->hash(QStringLiteral("disk"));
    const Result<FileFacts> facts = fileFacts(path());
    {
        QStringList announced;
        const auto copy =
            stagedCopy(m_action, path(), *facts, {}, {.willWrite = [&](const NativePath &partial) -> Result<void> {
                announced.append(QString::fromUtf8(partial));
                return {};
            }});
        QVERIFY(copy);
        QCOMPARE(announced, QStringList{QString::fromUtf8(copy->path())});
        QCOMPARE(::pwrite(copy->descriptor(), "changed", 7, 0), 7);
    }
    QCOMPARE(m_shop->hash(QStringLiteral("disk")), before);
    QCOMPARE(m_shop->names(), QStringList{QStringLiteral("disk")});
    std::stop_source source;
    source.request_stop();
    QCOMPARE(stagedCopy(m_action, path(), *facts, source.get_token(), {}).error().kind, ErrorKind::Cancelled);
    QCOMPARE(m_shop->names(), QStringList{QStringLiteral("disk")});
}

void ReplacingCopyTest::keptNamesAreNeverTakenTwice()
{
    const NativePath first = keptName(path(), "test");
    QVERIFY(first.startsWith(QByteArray(path() + ".before-test-2")));
    QCOMPARE(::symlink("/nowhere", first.constData()), 0);
    QCOMPARE(keptName(path(), "test"), first + ".2");
}

void ReplacingCopyTest::whatCannotBeReplacedIsRefused()
{
    FileFacts facts;
    facts.mode = 0600;
    facts.uid = ::geteuid();
    QVERIFY(refuseIrreplaceable(m_action, path(), facts));
    facts.links = 2;
    QCOMPARE(refuseIrreplaceable(m_action, path(), facts).error().kind, ErrorKind::Conflict);
    facts.links = 1;
    facts.mode = 0444;
    QCOMPARE(refuseIrreplaceable(m_action, path(), facts).error().kind, ErrorKind::NoPermission);
    facts.mode = 0600;
    ++facts.uid;
    QCOMPARE(refuseIrreplaceable(m_action, path(), facts).has_value(), ::geteuid() == 0);
}

void ReplacingCopyTest::aFileThatChangedIsRefused()
{
    FileFacts facts = *fileFacts(path());
    ++facts.lengthBytes;
    QCOMPARE(stagedCopy(m_action, path(), facts, {}, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(m_shop->names(), QStringList{QStringLiteral("disk")});
}

QTEST_GUILESS_MAIN(ReplacingCopyTest)
#include "tst_replacingcopy.moc"
