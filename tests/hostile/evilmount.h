// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace Fathom {

/// The misbehaving file system, mounted while it lives. Its hung calls are freed at the end, or nobody could end.
class EvilMount {
public:
    explicit EvilMount(const QString &directory)
        : m_directory(directory)
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(QStringLiteral(FATHOM_EVILMOUNT), {directory});
        m_server.waitForStarted();
    }
    ~EvilMount()
    {
        release();
        if (m_server.state() == QProcess::Running)
            QProcess::execute(QStringLiteral("fusermount3"), {QStringLiteral("-uz"), m_directory});
        m_server.waitForFinished();
    }
    EvilMount(const EvilMount &) = delete;
    EvilMount &operator=(const EvilMount &) = delete;

    /// Why there cannot be one here; empty when there can.
    static QString whyNot()
    {
        QFile device(QStringLiteral("/dev/fuse"));
        return device.open(QIODevice::ReadWrite)
            ? QString()
            : QStringLiteral("/dev/fuse cannot be opened: no FUSE on this machine");
    }

    bool mounted()
    {
        return QTest::qWaitFor(
                   [&] { return QFile::exists(path("plain")) || m_server.state() == QProcess::NotRunning; }) &&
            m_server.state() == QProcess::Running;
    }
    void release() const { (void)QFile::exists(path(".release")); }
    QString path(const char *name) const { return QDir(m_directory).filePath(QLatin1StringView(name)); }

private:
    QString m_directory;
    QProcess m_server;
};

} // namespace Fathom
