// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/demo/demoestate.h"
#include "jobs/jobjournal.h"
#include "widgets/common/messagebar.h"

#include <QEvent>
#include <QTimer>

namespace Fathom {

Services::Services()
    : m_jobs(JobJournal::usualFile())
    , m_window(m_session, m_jobs)
    , m_preparation(this)
{
    connect(&m_window, &MainWindow::openRequested, this, &Services::open);
    connect(&m_window, &MainWindow::demoRequested, this, &Services::openDemo);
    m_window.installEventFilter(this);
}

Services::~Services() = default;

bool Services::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The window paints before what is in it; the event loop comes back when all is drawn.
        QTimer::singleShot(0, &m_jobs, &JobSession::begin);
    }
    return QObject::eventFilter(watched, event);
}

void Services::open(const EstateSources &sources, const QString &title)
{
    m_preparation.forget(); // what was going to be opened before is not wanted any more
    m_session.open(sources, title);
}

void Services::openDemo()
{
    m_preparation.run([](const std::stop_token &stop) { return makeDemoEstate(stop); },
        [this](const Result<EstateSources> &demo) {
            if (demo)
                open(*demo, tr("Demo"));
            else
                m_window.messageBar().say(Severity::Broken, sentence(demo.error()), {}, {});
        });
}

void Services::openThisMachine()
{
    // Even to see whether a directory exists can take long on a hung mount.
    m_preparation.run([](const std::stop_token &) { return isAnythingThere(usualSources()); },
        [this](bool anything) {
            if (anything) // else the empty pages offer what else there is to open
                open(usualSources(), tr("This machine"));
        });
}

QString titleOf(const EstateSources &sources)
{
    for (const auto &list : {sources.instanceDirectories, sources.imageDirectories, sources.novaConfigs,
             sources.glanceConfigs, sources.domainDirectories})
        if (!list.empty())
            return plainText(list.front());
    return {};
}

} // namespace Fathom
