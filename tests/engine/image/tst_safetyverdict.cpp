// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"

#include "image/safetyverdict.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

QStringList rulesOf(const ImageInfo &info)
{
    QStringList rules;
    for (const SafetyViolation &violation : info.violations)
        if (!rules.contains(violation.rule))
            rules.append(violation.rule);
    rules.sort();
    return rules;
}

bool isRule(const QString &id)
{
    for (const SafetyRule &rule : safetyRules())
        if (id == QLatin1StringView(rule.id))
            return true;
    return false;
}

} // namespace

/// Which images are refused, and that each refusal is explained.
class SafetyVerdictTest : public QObject {
    Q_OBJECT

private slots:
    void rulesAreExplained();
    void realFiles_data();
    void realFiles();
    void namesOfStrangersAreHarmless();
    void disguised();
    void twoFormatsAtOnce();
    void keyStretching_data();
    void keyStretching();
    void luks2();
    void corrupt();
    void whatTheProbeSaidStays();
    void corpora();

private:
    QTemporaryDir m_directory;
};

void SafetyVerdictTest::rulesAreExplained()
{
    QStringList ids;
    for (const SafetyRule &rule : safetyRules()) {
        const QString id = QString::fromLatin1(rule.id);
        QVERIFY2(!ids.contains(id), rule.id);
        QVERIFY2(QString::fromUtf8(rule.purpose).size() > 20, rule.id);
        ids.append(id);
    }
    for (const QString &id :
        {u"backing-file"_s, u"data-file"_s, u"unknown-feature"_s, u"feature-not-accepted"_s, u"old-version"_s, u"qed"_s,
            u"corrupt"_s, u"truncated"_s, u"overlap"_s, u"vmdk-create-type"_s, u"vmdk-extent"_s, u"partition-table"_s,
            u"disguised"_s, u"ambiguous"_s, u"luks-version"_s, u"luks-iterations"_s})
        QVERIFY2(ids.contains(id), qPrintable(id));
}

void SafetyVerdictTest::realFiles_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("rules");
    const auto row = [](const QString &format, const QString &options, const QStringList &rules = {}) {
        QTest::addRow("%s %s", qPrintable(format), qPrintable(options)) << format << options << rules;
    };
    // What OpenStack takes.
    row(u"raw"_s, {});
    row(u"qcow2"_s, {});
    row(u"qcow2"_s, u"compat=0.10"_s);
    row(u"qcow2"_s, u"compression_type=zstd,lazy_refcounts=on"_s);
    row(u"vmdk"_s, {});
    row(u"vmdk"_s, u"subformat=streamOptimized"_s);
    row(u"vdi"_s, {});
    row(u"vpc"_s, {});
    row(u"vpc"_s, u"subformat=fixed"_s);
    row(u"vhdx"_s, {});
    // What it refuses.
    row(u"qcow2"_s, u"extended_l2=on"_s, {u"feature-not-accepted"_s});
    row(u"qcow2"_s, u"data_file=data"_s, {u"data-file"_s});
    row(u"qcow2"_s, u"data_file=data,data_file_raw=on"_s, {u"data-file"_s});
    row(u"qcow2"_s, u"backing_file=raw-base,backing_fmt=raw"_s, {u"backing-file"_s});
    row(u"qcow2"_s, u"compat=0.10,backing_file=raw-base,backing_fmt=raw"_s, {u"backing-file"_s});
    row(u"qcow"_s, {}, {u"old-version"_s});
    row(u"qed"_s, {}, {u"qed"_s});
    row(u"qed"_s, u"backing_file=raw-base,backing_fmt=raw"_s, {u"backing-file"_s, u"qed"_s});
    row(u"vmdk"_s, u"backing_file=vmdk-base,backing_fmt=vmdk"_s, {u"backing-file"_s});
    for (const QString &kind : {u"monolithicFlat"_s, u"twoGbMaxExtentFlat"_s, u"twoGbMaxExtentSparse"_s})
        row(u"vmdk"_s, u"subformat="_s + kind, {u"vmdk-create-type"_s, u"vmdk-extent"_s});
}

void SafetyVerdictTest::realFiles()
{
    QFETCH(QString, format);
    QFETCH(QString, options);
    const QString directory = m_directory.path();
    for (const QString &base : {u"raw"_s, u"vmdk"_s})
        QCOMPARE(
            Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, base, base + u"-base"_s, u"3M"_s}, directory),
            QString());
    QStringList arguments{u"create"_s, u"-q"_s, u"-f"_s, format};
    if (!options.isEmpty())
        arguments << u"-o"_s << options;
    QCOMPARE(Oracle::make(u"qemu-img"_s, arguments + QStringList{u"image"_s, u"3M"_s}, directory), QString());
    const Result<ImageInfo> info = inspectImage(nativePath(m_directory.filePath(u"image"_s)));
    QVERIFY(info);
    QTEST(rulesOf(*info), "rules");
    QCOMPARE(info->safe(), info->violations.empty());
    for (const SafetyViolation &violation : info->violations) {
        QVERIFY(isRule(violation.rule));
        QVERIFY(!violation.reason.isEmpty());
        QVERIFY(!violation.reason.endsWith(u'.'));
    }
}

void SafetyVerdictTest::namesOfStrangersAreHarmless()
{
    ImageInfo info;
    info.format = ImageFormat::Qcow2;
    info.backingFile = "\x1b]0;title\x07";
    info.dataFile = "\xe2\x80\xae"
                    "cod.exe";
    judgeSafety(info);
    QCOMPARE(rulesOf(info), (QStringList{u"backing-file"_s, u"data-file"_s}));
    QVERIFY(info.violations[0].reason.contains(u"\\x1b]0;title\\x07"));
    QVERIFY(info.violations[1].reason.contains(u"\\xe2\\x80\\xaecod.exe"));
}

void SafetyVerdictTest::disguised()
{
    const QString path = m_directory.filePath(u"disguised"_s);
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, path, u"3M"_s}), QString());
    const Result<ImageInfo> info = inspectImage(nativePath(path), BoundedFile::Links::Refuse, ImageFormat::Raw);
    QVERIFY(info);
    QCOMPARE(rulesOf(*info), QStringList{u"disguised"_s});
    QCOMPARE(info->format, ImageFormat::Raw);
}

void SafetyVerdictTest::twoFormatsAtOnce()
{
    const QString path = m_directory.filePath(u"two"_s);
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, path, u"3M"_s}), QString());
    QVERIFY(Oracle::patch(path, 32768, "\1CD001\1"));
    const Result<ImageInfo> info = inspectImage(nativePath(path));
    QVERIFY(info);
    QCOMPARE(rulesOf(*info), QStringList{u"ambiguous"_s});
}

void SafetyVerdictTest::keyStretching_data()
{
    QTest::addColumn<qint64>("master");
    QTest::addColumn<qint64>("slot");
    QTest::addColumn<bool>("refused");
    QTest::newRow("usual") << qint64(300'000) << qint64(2'000'000) << false;
    QTest::newRow("master key") << qint64(4'000'000'000) << qint64(1) << true;
    QTest::newRow("slot") << qint64(1) << qint64(4'000'000'000) << true;
}

void SafetyVerdictTest::keyStretching()
{
    QFETCH(qint64, master);
    QFETCH(qint64, slot);
    QFETCH(bool, refused);
    const FactValue::Members luks{{u"format"_s, u"luks"_s}, {u"master-key-iters"_s, master},
        {u"slots"_s, FactValue::List{FactValue::Members{{u"active"_s, true}, {u"iters"_s, slot}}}}};
    ImageInfo inside;
    inside.format = ImageFormat::Qcow2;
    inside.encrypted = true;
    inside.addFact(u"encrypt"_s, luks);
    ImageInfo alone;
    alone.format = ImageFormat::Luks;
    alone.encrypted = true;
    for (const FactMember &member : luks)
        alone.addFact(member.key, member.value);
    for (ImageInfo *info : {&inside, &alone}) {
        judgeSafety(*info);
        QCOMPARE(rulesOf(*info), refused ? QStringList{u"luks-iterations"_s} : QStringList());
    }
}

void SafetyVerdictTest::luks2()
{
    for (const QString &content : {u"luks1"_s, u"luks2"_s, u"gpt+luks2"_s, u"luks20"_s}) {
        ImageInfo info;
        info.format = ImageFormat::Luks;
        info.content = content;
        judgeSafety(info);
        QCOMPARE(Hostile::violates(info, "luks-version"_L1), content.endsWith(u"luks2"));
    }
}

void SafetyVerdictTest::corrupt()
{
    ImageInfo info;
    info.format = ImageFormat::Qcow2;
    info.dirty = true;
    judgeSafety(info);
    QVERIFY(info.safe());
    info.corrupt = true;
    judgeSafety(info);
    QCOMPARE(rulesOf(info), QStringList{u"corrupt"_s});
}

void SafetyVerdictTest::whatTheProbeSaidStays()
{
    ImageInfo info;
    info.format = ImageFormat::Vhd;
    info.backingFile = "parent";
    info.violations.push_back({u"backing-file"_s, u"the probe's own words"_s});
    judgeSafety(info);
    QCOMPARE(info.violations.size(), 1U);
    QCOMPARE(info.violations.front().reason, u"the probe's own words"_s);
}

void SafetyVerdictTest::corpora()
{
    const QString root = qEnvironmentVariable("FATHOM_CORPORA");
    if (root.isEmpty())
        QSKIP("FATHOM_CORPORA names no directory with further images");
    int files = 0;
    for (QDirIterator iterator(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); iterator.hasNext();) {
        const Result<ImageInfo> info = inspectImage(nativePath(iterator.next()));
        ++files;
        if (!info) {
            QVERIFY2(!info.error().reason.isEmpty(), qPrintable(iterator.filePath()));
            continue;
        }
        QVERIFY2(info->virtualSizeBytes >= 0, qPrintable(iterator.filePath()));
        for (const SafetyViolation &violation : info->violations)
            QVERIFY2(isRule(violation.rule), qPrintable(violation.rule));
    }
    QVERIFY2(files > 0, qPrintable(root));
}

QTEST_GUILESS_MAIN(SafetyVerdictTest)
#include "tst_safetyverdict.moc"
