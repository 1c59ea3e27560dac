// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/demo/demoestate.h"
#include "widgets/common/messagebar.h"

namespace Fathom {

Services::Services()
    : m_window(m_session)
{
    connect(&m_window, &MainWindow::openRequested, this, &Services::open);
    connect(&m_window, &MainWindow::demoRequested, this, &Services::openDemo);
}

Services::~Services() = default;

void Services::open(const EstateSources &sources, const QString &title)
{
    m_session.open(sources, title);
}

void Services::openDemo()
{
    m_preparation = std::jthread([this](const std::stop_token &stop) { // an older one is stopped and waited for
        const Result<EstateSources> demo = makeDemoEstate(stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, demo] {
                if (demo)
                    open(*demo, tr("Demo"));
                else
                    m_window.messageBar().say(Severity::Broken, sentence(demo.error()), {}, {});
            },
            Qt::QueuedConnection);
    });
}

void Services::openThisMachine()
{
    // Even to see whether a directory exists can take long on a hung mount.
    m_preparation = std::jthread([this](const std::stop_token &stop) {
        if (!isAnythingThere(usualSources()) || stop.stop_requested())
            return; // the empty pages offer what else there is to open
        QMetaObject::invokeMethod(this, [this] { open(usualSources(), tr("This machine")); }, Qt::QueuedConnection);
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
