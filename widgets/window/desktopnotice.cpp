// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/desktopnotice.h"

#include "widgets/common/themedicon.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

namespace Fathom {

namespace {

/// An icon that only tells one message need not stay; its message goes with it on some desktops.
constexpr int staysMilliseconds = 20'000;

} // namespace

void tellOnDesktop(QWidget &window, const QString &title, const QString &text)
{
    QApplication::alert(&window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    auto *icon = new QSystemTrayIcon(programIcon(), &window);
    QObject::connect(icon, &QSystemTrayIcon::messageClicked, &window, [&window] {
        window.raise();
        window.activateWindow();
    });
    icon->show();
    icon->showMessage(title, text, QSystemTrayIcon::NoIcon, staysMilliseconds);
    QTimer::singleShot(staysMilliseconds, icon, &QObject::deleteLater);
}

} // namespace Fathom
