// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace Fathom {

/// How far one stage of a job is.
struct JobProgress {
    QString stage; ///< stable id of the table in jobprogress.cpp: "convert", "verify", "finish", …
    qint64 doneBytes = 0; ///< never less than told before in the same stage
    qint64 totalBytes = 0;
    std::optional<qint64> bytesPerSecond; ///< unset until there is something to tell it from
    std::optional<qint64> secondsLeft; ///< of this stage

    bool operator==(const JobProgress &) const = default;
};

/// "Converting: 1.2 GiB of 4 GiB, 31 %, 800 MiB/s, 4 s left".
QString progressText(const JobProgress &progress);

/// Called from the job's thread; must be quick.
using JobListener = std::function<void(const JobProgress &)>;

/// Makes bytes, rate and time left of what `qemu-img -p` prints: "    (12.34/100%)\r". It is fed pieces that may end
/// anywhere, each with the time when it came.
class QemuImgProgress {
public:
    QemuImgProgress(const QString &stage, qint64 totalBytes);

    /// milliseconds: since the stage began. Nothing when the piece brings nothing new.
    std::optional<JobProgress> feed(QByteArrayView piece, qint64 milliseconds);

private:
    JobProgress m_last;
    QByteArray m_open; ///< from the last parenthesis on, which is not closed yet
};

/// The same of bytes that we count ourselves.
class ByteProgress {
public:
    ByteProgress(const QString &stage, qint64 totalBytes);

    const JobProgress &last() const { return m_last; } ///< what was told last; at first that nothing is done

    /// milliseconds: since the stage began. Nothing when it is not worth telling yet; all of it always is.
    std::optional<JobProgress> reached(qint64 doneBytes, qint64 milliseconds);

private:
    JobProgress m_last;
};

} // namespace Fathom
