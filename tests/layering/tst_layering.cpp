// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// Holds the rooms' dependencies, as CMake states them, against the #include lines: who may know whom.
class LayeringTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void includesFollowTheRooms();
    void engineAndModelsKnowNoGui_data();
    void engineAndModelsKnowNoGui();
    void onlyTheModuleKnowsTheHighlighter();
    void onlyBoundedFileReadsStrangersBytes();
    void everyFileHasItsLicence();
    void noWordOfForbiddenFolders();

private:
    struct Room {
        QString name;
        QString folder;
        QSet<QString> mayKnow; ///< itself and everything below it
    };
    struct Include {
        QString file;
        int line = 0;
        QString target;
    };

    static QString source() { return QStringLiteral(FATHOM_SOURCE_DIR); }
    static QStringList sourceFiles(const QString &folder);
    static QList<Include> includesOf(const QString &folder);
    const Room *roomOfInclude(const QString &target) const;

    QList<Room> m_rooms;
};

void LayeringTest::initTestCase()
{
    QFile file(QStringLiteral(FATHOM_ROOMS_FILE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QHash<QString, QStringList> direct;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u'|');
        QCOMPARE(parts.size(), 3);
        m_rooms.append({parts[0], parts[1], {}});
        direct.insert(parts[0], parts[2].split(u' ', Qt::SkipEmptyParts));
    }
    QVERIFY(m_rooms.size() >= 6);
    for (Room &room : m_rooms) {
        QStringList open{room.name};
        while (!open.isEmpty()) {
            const QString name = open.takeLast();
            if (room.mayKnow.contains(name))
                continue;
            room.mayKnow.insert(name);
            QVERIFY2(direct.contains(name), qPrintable(name));
            open += direct.value(name);
        }
    }
}

QStringList LayeringTest::sourceFiles(const QString &folder)
{
    QStringList files;
    QDirIterator entries(source() + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
        QDirIterator::Subdirectories);
    while (entries.hasNext())
        files += entries.next();
    return files;
}

QList<LayeringTest::Include> LayeringTest::includesOf(const QString &folder)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]"));
    QList<Include> includes;
    for (const QString &path : sourceFiles(folder)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        int number = 0;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            ++number;
            const QRegularExpressionMatch match = pattern.match(line);
            if (match.hasMatch())
                includes.append({path.sliced(source().size() + 1), number, match.captured(1)});
        }
    }
    return includes;
}

/// Engine rooms are included as "image/imageinfo.h", the others by their own folder: "models/roles.h".
const LayeringTest::Room *LayeringTest::roomOfInclude(const QString &target) const
{
    const QString folder = target.section(u'/', 0, 0);
    for (const Room &room : m_rooms)
        if (target.contains(u'/') && (room.folder == folder || room.folder == QStringLiteral("engine/") + folder) &&
            QFile::exists(source() + u'/' + room.folder + target.sliced(folder.size())))
            return &room;
    return nullptr;
}

void LayeringTest::includesFollowTheRooms()
{
    int checked = 0;
    QStringList wrong;
    for (const Room &room : std::as_const(m_rooms))
        for (const Include &include : includesOf(room.folder)) {
            const Room *other = roomOfInclude(include.target);
            if (!other)
                continue;
            ++checked;
            if (!room.mayKnow.contains(other->name))
                wrong += QStringLiteral("%1:%2: %3 may not know %4 (%5)")
                             .arg(include.file)
                             .arg(include.line)
                             .arg(room.name, other->name, include.target);
        }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY2(checked > 50, "no includes were found: the test looks in the wrong place");
}

void LayeringTest::engineAndModelsKnowNoGui_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("engine") << QStringLiteral("engine");
    QTest::newRow("models") << QStringLiteral("models");
    QTest::newRow("commands") << QStringLiteral("app/commands");
}

void LayeringTest::engineAndModelsKnowNoGui()
{
    QFETCH(QString, folder);
    static const QRegularExpression gui(
        QStringLiteral("^(QtWidgets|QtGui|KSyntaxHighlighting|widgets)/"
                       "|^Q(Widget|Application|GuiApplication|MessageBox|Icon|Color|Font|"
                       "Pixmap|Image|Painter|Palette|Action|Brush|Pen|StyledItemDelegate|MainWindow|Dialog)$"));
    QStringList wrong;
    for (const Include &include : includesOf(folder))
        if (gui.match(include.target).hasMatch())
            wrong += QStringLiteral("%1:%2: %3").arg(include.file).arg(include.line).arg(include.target);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// Whoever includes KSyntaxHighlighting links it, and what it brings along delays every start.
void LayeringTest::onlyTheModuleKnowsTheHighlighter()
{
    QStringList knowing;
    for (const QString &folder :
        {QStringLiteral("engine"), QStringLiteral("models"), QStringLiteral("widgets"), QStringLiteral("app")})
        for (const Include &include : includesOf(folder))
            if (include.target.startsWith(QLatin1StringView("KSyntaxHighlighting/")) && !knowing.contains(include.file))
                knowing += include.file;
    QCOMPARE(knowing, QStringList{QStringLiteral("widgets/highlighter/kdehighlighter.cpp")});
}

void LayeringTest::onlyBoundedFileReadsStrangersBytes()
{
    static const QRegularExpression reader(
        QStringLiteral("(\\bQFile\\s+\\w|\\bQFile\\(|(?<!\\w)::(pread|read|open)\\(|std::ifstream|fopen\\()"));
    // A watch reads the events that the kernel writes, no bytes of files; a staged file is our own, held to be
    // synced; who holds a file is told by its locks, and /proc is the kernel's.
    const QSet<QString> allowed{QStringLiteral("engine/base/boundedfile.cpp"),
        QStringLiteral("engine/base/opendirectory.cpp"), QStringLiteral("engine/base/directorylisting.cpp"),
        QStringLiteral("engine/estate/sourcewatch.cpp"), QStringLiteral("engine/jobs/stagedfile.cpp"),
        QStringLiteral("engine/jobs/fileholders.cpp"), QStringLiteral("engine/jobs/procfile.cpp"),
        QStringLiteral("engine/jobs/quarantineentry.cpp"), QStringLiteral("engine/jobs/diskwindows.cpp")};
    QStringList wrong;
    for (const QString &path : sourceFiles(QStringLiteral("engine"))) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString relative = path.sliced(source().size() + 1);
        if (!allowed.contains(relative) && reader.match(QString::fromUtf8(file.readAll())).hasMatch())
            wrong += relative;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void LayeringTest::everyFileHasItsLicence()
{
    QStringList wrong;
    int checked = 0;
    for (const QString &folder : {QStringLiteral("engine"), QStringLiteral("models"), QStringLiteral("widgets"),
             QStringLiteral("app"), QStringLiteral("tests")})
        for (const QString &path : sourceFiles(folder)) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++checked;
            if (!file.readLine().contains("SPDX-License-Identifier: GPL-3.0-or-later"))
                wrong += path;
        }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(checked > 50);
}

/// Code that has no room shows that a room is missing.
void LayeringTest::noWordOfForbiddenFolders()
{
    static const QRegularExpression forbidden(QStringLiteral("(^|/)(utils?|helpers?|managers?|misc)(/|\\.(h|cpp)$)"));
    QStringList wrong;
    for (const QString &folder :
        {QStringLiteral("engine"), QStringLiteral("models"), QStringLiteral("widgets"), QStringLiteral("app")})
        for (const QString &path : sourceFiles(folder))
            if (forbidden.match(path.sliced(source().size() + 1)).hasMatch())
                wrong += path;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_APPLESS_MAIN(LayeringTest)
#include "tst_layering.moc"
