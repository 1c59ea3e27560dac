// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/exitcodes.h"
#include "base/progress.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QJsonValue>

#include <mutex>
#include <optional>

namespace Fathom {

/// Where a command speaks: results to standard output, failures and progress to standard error. The first failure
/// decides the exit code; what else was found is printed all the same.
class Console {
public:
    Console();

    void print(const QString &text); ///< with a newline
    void printJson(const QJsonValue &value); ///< an object or array, indented, keys in alphabetical order
    void printJsonLine(const QJsonObject &value); ///< the same on one line, for a stream of events
    void complain(const Error &error);
    void tell(const QString &sentence); ///< to standard error: nothing failed, but somebody should know
    void finish(); ///< at the end: output that could not be written is a failure
    void found(ExitCode code); ///< counts unless a failure was told before

    /// Columns of the terminal that standard output goes to; nothing when it goes to a file or a pipe.
    std::optional<int> width() const { return m_width; }

    /// A line that renews itself on standard error, if that is a terminal; an empty function otherwise.
    Progress progress();
    /// The same with a line that is finished already. Where standard error is no terminal, only what matters is told,
    /// as a line of its own.
    void showProgress(const QString &line, bool matters);
    void endProgress();

    int exitCode() const { return static_cast<int>(m_code); }

private:
    std::optional<int> m_width;
    ExitCode m_code = ExitCode::Good;
    bool m_showsProgress = false;
    std::mutex m_progressLock; ///< progress comes from the scanning threads
    QElapsedTimer m_sinceProgress;
    bool m_progressShown = false;
};

} // namespace Fathom
