// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/oracle.h"
#include "jobs/job.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace Fathom::Tests {

/// A directory in which images are made with the real tools. What a tool complains of is returned; nothing: it worked.
class Workshop {
public:
    ~Workshop() { qputenv("PATH", m_search); }

    QString directory() const { return m_directory.path(); }
    QString path(const QString &name) const { return m_directory.filePath(name); }
    NativePath native(const QString &name) const { return path(name).toUtf8(); }

    QString tool(const QString &words) const
    {
        QStringList list = words.split(u' ');
        const QString program = list.takeFirst();
        return Oracle::make(program, list, m_directory.path());
    }
    QString create(const QString &words) const { return tool(QStringLiteral("qemu-img create -q -f ") + words); }
    QString io(const QString &format, const QString &name, const QString &command) const
    {
        return Oracle::make(QStringLiteral("qemu-io"),
            {QStringLiteral("-f"), format, QStringLiteral("-c"), command, name}, m_directory.path());
    }
    QByteArray hash(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                                              : QByteArray();
    }
    /// All that lies there, by name.
    QStringList names() const
    {
        return QDir(m_directory.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    }

    /// From now on every qemu-img is this script, in which $REAL is the real one.
    bool replaceQemuImg(const QByteArray &script) const
    {
        QFile file(m_programs.filePath(QStringLiteral("qemu-img")));
        file.remove();
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write("#!/bin/sh\nREAL=$(PATH=\"" + m_search + "\" command -v qemu-img)\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        return qputenv("PATH", QByteArray(m_programs.path().toUtf8() + ':' + m_search));
    }

private:
    QTemporaryDir m_directory;
    QTemporaryDir m_programs;
    QByteArray m_search = qgetenv("PATH");
};

/// Plans and runs; the sentence of an error with its kind before, or nothing.
inline QString whatBecomesOf(
    const Job &job, const std::stop_token &stop = {}, const JobHost &host = {}, JobDone *result = nullptr)
{
    const Result<Plan> plan = job.plan({});
    const Result<JobDone> done = plan ? job.run(*plan, stop, host) : std::unexpected(plan.error());
    if (done && result)
        *result = *done;
    return done ? QString() : errorKindId(done.error().kind) + QStringLiteral(": ") + sentence(done.error());
}

/// Every risk of its plan on a line of its own.
inline QString risksOf(const Job &job)
{
    const Result<Plan> plan = job.plan({});
    if (!plan)
        return sentence(plan.error());
    QStringList risks;
    for (const QString &risk : plan->risks)
        risks.append(risk);
    return risks.join(u'\n');
}

} // namespace Fathom::Tests
