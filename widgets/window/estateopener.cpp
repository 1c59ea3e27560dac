// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/estateopener.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/themedicon.h"

#include <QFileDialog>
#include <QMenu>

#include <algorithm>

namespace Fathom {

namespace {

std::vector<NativePath> *pathsOf(EstateSources &sources, OpenChoice choice)
{
    switch (choice) {
    case OpenChoice::ImageDirectory: return &sources.imageDirectories;
    case OpenChoice::InstanceDirectory: return &sources.instanceDirectories;
    case OpenChoice::GlanceConfiguration: return &sources.glanceConfigs;
    case OpenChoice::NovaConfiguration: return &sources.novaConfigs;
    case OpenChoice::ReadAgain:
    case OpenChoice::ThisMachine:
    case OpenChoice::Demo: break;
    }
    return nullptr;
}

/// Where the service usually keeps such a thing, for the dialog to begin at.
QString usualPlace(OpenChoice choice)
{
    switch (choice) {
    case OpenChoice::ImageDirectory: return QStringLiteral("/var/lib/glance/images");
    case OpenChoice::InstanceDirectory: return QStringLiteral("/var/lib/nova/instances");
    case OpenChoice::GlanceConfiguration: return QStringLiteral("/etc/glance/glance-api.conf");
    case OpenChoice::NovaConfiguration: return QStringLiteral("/etc/nova/nova.conf");
    case OpenChoice::ReadAgain:
    case OpenChoice::ThisMachine:
    case OpenChoice::Demo: break;
    }
    return {};
}

bool isConfiguration(OpenChoice choice)
{
    return choice == OpenChoice::GlanceConfiguration || choice == OpenChoice::NovaConfiguration;
}

constexpr OpenChoice pathChoices[] = {OpenChoice::ImageDirectory, OpenChoice::InstanceDirectory,
    OpenChoice::GlanceConfiguration, OpenChoice::NovaConfiguration};

} // namespace

EstateOpener::EstateOpener(EstateSession &session, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
    , m_look(this)
{
}

void EstateOpener::open(OpenChoice choice)
{
    m_look.forget(); // a slow look does not replace what is chosen after it
    switch (choice) {
    case OpenChoice::ReadAgain: m_session.refresh(); break;
    case OpenChoice::ThisMachine: openThisMachine(); break;
    case OpenChoice::Demo: emit demoRequested(); break;
    default: askPath(choice, false);
    }
}

void EstateOpener::add(OpenChoice choice)
{
    if (choice == OpenChoice::ThisMachine || choice == OpenChoice::Demo)
        open(choice);
    else
        askPath(choice, true);
}

void EstateOpener::fillOpenMenu(QMenu &menu)
{
    const auto entry = [this, &menu](OpenChoice choice) {
        connect(menu.addAction(openChoiceText(choice)), &QAction::triggered, this, [this, choice] { open(choice); });
    };
    entry(OpenChoice::ThisMachine);
    menu.addSeparator();
    for (const OpenChoice choice : pathChoices)
        entry(choice);
    menu.addSeparator();
    entry(OpenChoice::Demo);
}

void EstateOpener::fillAddMenu(QMenu &menu)
{
    for (const OpenChoice choice : pathChoices)
        connect(menu.addAction(openChoiceText(choice)), &QAction::triggered, this, [this, choice] { add(choice); });
}

void EstateOpener::openThisMachine()
{
    // Even to see whether a directory exists can take long on a hung mount.
    m_look.run([](const std::stop_token &) { return isAnythingThere(usualSources()); },
        [this](bool anything) {
            if (anything) {
                emit openRequested(usualSources(), tr("This machine"));
            } else {
                emit nothingToOpen(tr("None of the usual places of Glance, Nova and libvirt is on this machine."),
                    tr("Open a directory of images or instances instead, or a configuration file that names it."));
            }
        });
}

void EstateOpener::askPath(OpenChoice choice, bool add)
{
    auto *dialog = new QFileDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    switch (choice) {
    case OpenChoice::ImageDirectory: dialog->setWindowTitle(tr("Choose a directory of images")); break;
    case OpenChoice::InstanceDirectory: dialog->setWindowTitle(tr("Choose an instances directory")); break;
    default: dialog->setWindowTitle(tr("Choose a configuration file"));
    }
    if (isConfiguration(choice)) {
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Configuration files (*.conf)"), tr("All files (*)")});
    } else {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    }
    dialog->selectFile(usualPlace(choice));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, choice, add](const QString &path) { take(choice, path, add); });
    dialog->open();
}

void EstateOpener::take(OpenChoice choice, const QString &path, bool add)
{
    m_look.forget();
    const NativePath native = cleanPath(nativePath(path));
    const QString name = plainText(native);
    if (add && !m_session.sources().empty()) {
        emit openRequested(withPath(m_session.sources(), choice, native),
            tr("%1 and %2", "title of an estate and what is added").arg(m_session.title(), name));
    } else {
        emit openRequested(withPath({}, choice, native), name);
    }
}

EstateSources withPath(EstateSources sources, OpenChoice choice, const NativePath &path)
{
    std::vector<NativePath> *paths = pathsOf(sources, choice);
    if (paths && !std::ranges::contains(*paths, path))
        paths->push_back(path);
    return sources;
}

} // namespace Fathom
