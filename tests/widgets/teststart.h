// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobjournal.h"
#include "models/jobsession.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace Fathom {

/// The settings of a test begin empty and are nobody's.
inline void startWidgetTest()
{
    static QTemporaryDir settings;
    QCoreApplication::setOrganizationName(QStringLiteral("FathomTest"));
    QCoreApplication::setApplicationName(QStringLiteral("fathom-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    applyTheme(*qApp, Theme::Light);
}

/// Jobs with a journal of their own. withPast: one job is done.
inline std::unique_ptr<JobSession> newJobSession(bool withPast = false)
{
    static QTemporaryDir journals;
    static int number = 0;
    const NativePath file = journals.filePath(QStringLiteral("jobs-%1.sqlite").arg(++number)).toUtf8();
    if (withPast) {
        Result<JobJournal> journal = JobJournal::open(file);
        const Result<qint64> job = journal->begin({.kind = QStringLiteral("convert"),
            .title = QStringLiteral("disk.vmdk → disk.qcow2 (qcow2)"),
            .command = {QStringLiteral("convert")}});
        if (!job || !journal->end(*job, JobState::Done, QStringLiteral("It holds what the source holds")))
            qFatal("The journal cannot be written");
    }
    return std::make_unique<JobSession>(file);
}

} // namespace Fathom
