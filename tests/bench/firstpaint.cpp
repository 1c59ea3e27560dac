// SPDX-License-Identifier: GPL-3.0-or-later
#include <QEvent>
#include <QGenericPlugin>
#include <QGuiApplication>
#include <QWindow>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace {

/// Ends the program, whichever it is, as soon as its first window has been painted, and says when that was.
class FirstPaint final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *const window = qobject_cast<QWindow *>(watched);
        if (event->type() == QEvent::Expose && window && window->isExposed()) {
            // A widget's window paints while it handles this event; what is posted now comes after that.
            QMetaObject::invokeMethod(this, &FirstPaint::tell, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void tell()
    {
        timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        std::printf("\n%lld\n", static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec);
        std::fflush(stdout);
        _exit(0);
    }
};

class FirstPaintPlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "firstpaint.json")

public:
    QObject *create(const QString &, const QString &) override
    {
        auto *ear = new FirstPaint(qGuiApp);
        qGuiApp->installEventFilter(ear);
        return ear;
    }
};

} // namespace

#include "firstpaint.moc"
