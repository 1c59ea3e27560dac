// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobprogress.h"

#include "base/bytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace Fathom {

namespace {

struct JobProgressText {
    Q_DECLARE_TR_FUNCTIONS(JobProgress)
};

struct StageWord {
    const char *id;
    const char *title; ///< English source, translated in context "JobStage"
};

constexpr std::array stages{
    StageWord{"check", QT_TRANSLATE_NOOP("JobStage", "Checking")},
    StageWord{"checksum", QT_TRANSLATE_NOOP("JobStage", "Making checksums")},
    StageWord{"commit", QT_TRANSLATE_NOOP("JobStage", "Committing")},
    StageWord{"convert", QT_TRANSLATE_NOOP("JobStage", "Converting")},
    StageWord{"copy", QT_TRANSLATE_NOOP("JobStage", "Copying")},
    StageWord{"overlay", QT_TRANSLATE_NOOP("JobStage", "Making the overlay")},
    StageWord{"rebase", QT_TRANSLATE_NOOP("JobStage", "Rebasing")},
    StageWord{"repair", QT_TRANSLATE_NOOP("JobStage", "Repairing")},
    StageWord{"resize", QT_TRANSLATE_NOOP("JobStage", "Resizing")},
    StageWord{"verify", QT_TRANSLATE_NOOP("JobStage", "Comparing")},
    StageWord{"delete", QT_TRANSLATE_NOOP("JobStage", "Deleting")},
    StageWord{"finish", QT_TRANSLATE_NOOP("JobStage", "Finishing")},
};

QString stageTitle(const QString &id)
{
    for (const StageWord &stage : stages)
        if (id == QLatin1StringView(stage.id))
            return QCoreApplication::translate("JobStage", stage.title);
    return id;
}

constexpr qint64 shares = 1000; // more news of one stage than that help nobody
constexpr qsizetype longestReport = 32; // "(100.00/100%)" and some room
constexpr qint64 firstEstimate = 200; // ms: what came before is start-up

/// Tells rate and time left from what was done in so much time.
void estimate(JobProgress &progress, qint64 milliseconds)
{
    if (milliseconds < firstEstimate)
        return;
    const double rate = static_cast<double>(progress.doneBytes) * 1000 / static_cast<double>(milliseconds);
    progress.bytesPerSecond = std::llround(rate);
    progress.secondsLeft = std::llround(static_cast<double>(progress.totalBytes - progress.doneBytes) / rate);
}

/// The percentage of "12.34/100%".
std::optional<double> percentage(QByteArrayView report)
{
    const qsizetype slash = report.indexOf('/');
    if (slash < 0 || report.sliced(slash) != "/100%")
        return {};
    bool isNumber = false;
    const double value = report.first(slash).trimmed().toDouble(&isNumber);
    if (!isNumber || !(value >= 0 && value <= 100))
        return {};
    return value;
}

} // namespace

QString progressText(const JobProgress &progress)
{
    QString text = stageTitle(progress.stage);
    if (progress.totalBytes > 0 && progress.doneBytes > 0)
        text = JobProgressText::tr("%1: %2 of %3, %4 %")
                   .arg(text, formatBytes(progress.doneBytes), formatBytes(progress.totalBytes))
                   .arg(progress.doneBytes * 100 / progress.totalBytes);
    if (progress.bytesPerSecond && progress.secondsLeft)
        text = JobProgressText::tr("%1, %2/s, %3 s left")
                   .arg(text, formatBytes(*progress.bytesPerSecond))
                   .arg(*progress.secondsLeft);
    return text;
}

QemuImgProgress::QemuImgProgress(const QString &stage, qint64 totalBytes)
    : m_last{.stage = stage, .totalBytes = totalBytes}
{
}

std::optional<JobProgress> QemuImgProgress::feed(QByteArrayView piece, qint64 milliseconds)
{
    m_open.append(piece);
    std::optional<double> newest;
    for (qsizetype close = m_open.indexOf(')'); close >= 0; close = m_open.indexOf(')')) {
        const qsizetype open = m_open.lastIndexOf('(', close);
        if (open >= 0)
            if (const auto value = percentage(QByteArrayView(m_open).sliced(open + 1, close - open - 1)))
                newest = value;
        m_open.remove(0, close + 1);
    }
    if (m_open.size() > longestReport)
        m_open = m_open.last(longestReport);
    if (!newest)
        return {};
    const auto done = static_cast<qint64>(std::llround(static_cast<double>(m_last.totalBytes) * *newest / 100));
    if (done <= m_last.doneBytes)
        return {};
    m_last.doneBytes = done;
    estimate(m_last, milliseconds);
    return m_last;
}

ByteProgress::ByteProgress(const QString &stage, qint64 totalBytes)
    : m_last{.stage = stage, .totalBytes = totalBytes}
{
}

std::optional<JobProgress> ByteProgress::reached(qint64 doneBytes, qint64 milliseconds)
{
    doneBytes = std::min(doneBytes, m_last.totalBytes);
    if (doneBytes <= m_last.doneBytes ||
        (doneBytes - m_last.doneBytes < m_last.totalBytes / shares && doneBytes < m_last.totalBytes))
        return {};
    m_last.doneBytes = doneBytes;
    estimate(m_last, milliseconds);
    return m_last;
}

} // namespace Fathom
