// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour.h"

#include "app/demo/demoestate.h"
#include "app/services.h"
#include "app/startup/language.h"
#include "app/tour/tourjournal.h"
#include "app/tour/tourstates.h"
#include "app/tour/tourstops.h"
#include "widgets/chains/chainspage.h"
#include "widgets/common/detailspane.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/sourcestrip.h"
#include "widgets/common/theme.h"
#include "widgets/jobs/jobdialog.h"
#include "widgets/window/gotobox.h"
#include "widgets/window/gotopopup.h"
#include "widgets/window/problemtext.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace Fathom {

namespace {

constexpr QSize tourWindowSize(1360, 850);
constexpr int tourPatienceMilliseconds = 120'000;

struct TourText {
    Q_DECLARE_TR_FUNCTIONS(Tour)
};

/// Layouts and views finish what they have begun when events run; nothing here waits for time to pass.
void settle()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

QtMessageHandler usualMessageHandler = nullptr;

/// The offscreen platform says of every window that it has nobody to hand its size hints to.
void withoutSizeHints(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.contains(QLatin1StringView("propagateSizeHints")))
        usualMessageHandler(type, context, message);
}

class Tour {
public:
    Tour(QApplication &application, const QDir &directory, const EstateSources &sources, const QString &title)
        : m_application(application)
        , m_directory(directory)
        , m_sources(sources)
        , m_title(title)
    {
    }

    bool run(const QString &language, Theme theme)
    {
        useLanguage(language);
        applyTheme(m_application, theme);
        m_suffix = QStringLiteral("-%1-%2.png").arg(themeId(theme), language);
        EstateSession session;
        const QTemporaryDir place;
        const NativePath journal = place.filePath(QStringLiteral("jobs.sqlite")).toUtf8();
        m_good = makeTourJournal(journal, m_sources) && m_good;
        JobSession jobs(journal);
        MainWindow window(session, jobs);
        window.resize(tourWindowSize);
        window.setAttribute(Qt::WA_DontShowOnScreen); // rendered all the same
        window.show();
        settle();
        take(window, QStringLiteral("empty"));

        session.open(m_sources, m_title.isEmpty() ? TourText::tr("Demo") : m_title);
        // Only layouts are finished: no event of the scan has run, so not a thing has been read yet.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        take(window, QStringLiteral("scanning"));
        if (!waitForScan(session))
            return false;
        jobs.begin();
        if (!waitForJobs(jobs))
            return false;
        for (const TourStop &stop : tourStops(*session.estate(), window.pages())) {
            goTo(window, stop);
            take(window, stop.name);
        }
        while (window.gotoBox().indexing())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        window.gotoBox().begin();
        window.gotoBox().insert(QStringLiteral("web"));
        emit window.gotoBox().textEdited(QStringLiteral("web"));
        settle();
        take(window, QStringLiteral("goto"));
        window.gotoBox().clear();
        window.gotoBox().popup().hide();
        for (const TourState &state : tourStates(*session.estate()))
            takeState(window, state);
        for (Page *page : window.pages())
            page->setEstate(session.estate());
        const QList<QDialog *> dialogs = window.makeDialogs();
        for (QDialog *dialog : dialogs) {
            dialog->setAttribute(Qt::WA_DontShowOnScreen);
            dialog->show();
            settle();
            if (const auto *job = qobject_cast<JobDialog *>(dialog)) {
                while (job->planning())
                    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
                settle();
            }
            take(*dialog, dialogName(*dialog));
        }
        qDeleteAll(dialogs);

        session.open(
            {.imageDirectories = {"/nonexistent/glance/images"}}, QStringLiteral("/nonexistent/glance/images"));
        if (!waitForScan(session))
            return false;
        window.showPage(window.pages().front()->id());
        settle();
        take(window, QStringLiteral("error"));
        return m_good;
    }

private:
    bool waitForScan(EstateSession &session)
    {
        QEventLoop loop;
        QObject::connect(&session, &EstateSession::scanningChanged, &loop, [&loop](bool scanning) {
            if (!scanning)
                loop.exit(0);
        });
        QTimer::singleShot(tourPatienceMilliseconds, &loop, [&loop] { loop.exit(1); });
        if (session.scanning() && loop.exec() != 0) {
            std::fputs("fathom: the tour's scan did not end\n", stderr);
            return false;
        }
        settle();
        return true;
    }

    static bool waitForJobs(JobSession &jobs)
    {
        QEventLoop loop;
        QObject::connect(&jobs, &JobSession::rowsChanged, &loop, [&] {
            if (!jobs.rows().empty())
                loop.exit(0);
        });
        QTimer::singleShot(tourPatienceMilliseconds, &loop, [&loop] { loop.exit(1); });
        if (jobs.rows().empty() && loop.exec() != 0) {
            std::fputs("fathom: the tour's journal was not read\n", stderr);
            return false;
        }
        return true;
    }

    void goTo(MainWindow &window, const TourStop &stop)
    {
        window.showPage(stop.pageId);
        settle();
        for (Page *page : window.pages()) {
            if (page->id() != stop.pageId)
                continue;
            if (auto *chains = qobject_cast<ChainsPage *>(page))
                chains->showText(stop.asText);
            if (!stop.key.isEmpty() && page->select(stop.key))
                emit page->selected(stop.key); // as if the user had: the details follow
        }
        settle();
    }

    /// Every page in a state that the session is not in.
    void takeState(MainWindow &window, const TourState &state)
    {
        window.details().clear();
        window.sourceStrip().setEstate(state.estate);
        const ProblemText problems = problemText(*state.estate);
        window.messageBar().clear();
        if (!problems.sentence.isEmpty())
            window.messageBar().say(problems.severity, problems.sentence, problems.hint, problems.details);
        for (Page *page : window.pages()) {
            window.showPage(page->id());
            page->setEstate(state.estate);
            page->setScanning(state.scanning);
            window.details().clear();
            settle();
            take(window, page->id() + QLatin1Char('-') + state.name);
            page->setScanning(false);
        }
        window.messageBar().clear();
    }

    static QString dialogName(const QDialog &dialog)
    {
        if (!dialog.objectName().isEmpty())
            return QStringLiteral("job-") + dialog.objectName(); // a page may have the same name
        QString name =
            QString::fromLatin1(dialog.metaObject()->className()).section(QStringLiteral("::"), -1).toLower();
        name.replace(QStringLiteral("dialog"), QString());
        return name;
    }

    void take(QWidget &widget, const QString &name)
    {
        const QString path = m_directory.filePath(name + m_suffix);
        if (widget.grab().save(path)) {
            std::printf("%s\n", QFile::encodeName(path).constData());
        } else {
            std::fprintf(stderr, "fathom: %s could not be written\n", QFile::encodeName(path).constData());
            m_good = false;
        }
    }

    QApplication &m_application;
    QDir m_directory;
    EstateSources m_sources;
    QString m_title;
    QString m_suffix;
    bool m_good = true;
};

} // namespace

int runTour(QApplication &application, const QString &directory, const EstateOptions &options)
{
    // The tour shows the program as it is when it is new, and leaves the user's settings alone.
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());

    usualMessageHandler = qInstallMessageHandler(withoutSizeHints);

    EstateSources sources = options.sources;
    if (sources.empty()) {
        const Result<EstateSources> demo = makeDemoEstate();
        if (!demo) {
            std::fprintf(stderr, "fathom: %s\n", sentence(demo.error()).toUtf8().constData());
            return 1;
        }
        sources = *demo;
    }
    const QDir target(directory);
    if (!target.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "fathom: %s cannot be written to\n", QFile::encodeName(directory).constData());
        return 1;
    }
    Tour tour(application, QDir(target.absolutePath()), sources, titleOf(options.sources));
    bool good = true;
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh_CN")})
        for (const Theme theme : {Theme::Light, Theme::Dark})
            good = tour.run(language, theme) && good;
    return good ? 0 : 1;
}

} // namespace Fathom
