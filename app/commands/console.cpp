// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"

#include "app/commands/displaywidth.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace Fathom {

namespace {

struct ConsoleText {
    Q_DECLARE_TR_FUNCTIONS(Console)
};

void writeTo(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

/// QJsonDocument leaves C1 controls and direction overrides as they are; a terminal must not see them.
QByteArray harmlessJson(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    QString safe;
    safe.reserve(text.size());
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if ((unit >= 0x7f && unit < 0xa0) || character.category() == QChar::Other_Format)
            safe += QStringLiteral("\\u%1").arg(unit, 4, 16, QLatin1Char('0'));
        else
            safe += character;
    }
    return safe.toUtf8();
}

} // namespace

Console::Console()
    : m_showsProgress(::isatty(STDERR_FILENO) == 1)
{
    winsize size{};
    if (::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
        m_width = size.ws_col;
}

void Console::print(const QString &text)
{
    writeTo(stdout, text.toUtf8() + '\n');
}

void Console::printJson(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    writeTo(stdout, harmlessJson(document.toJson(QJsonDocument::Indented)));
}

void Console::printJsonLine(const QJsonObject &value)
{
    writeTo(stdout, harmlessJson(QJsonDocument(value).toJson(QJsonDocument::Compact)) + '\n');
}

void Console::complain(const Error &error)
{
    endProgress();
    writeTo(stderr, QByteArray("fathomctl: ") + sentence(error).toUtf8() + '\n');
    if (m_code == ExitCode::Good || m_code == ExitCode::Broken)
        m_code = Fathom::exitCode(error.kind);
}

void Console::tell(const QString &sentence)
{
    endProgress();
    writeTo(stderr, QByteArray("fathomctl: ") + sentence.toUtf8() + '\n');
}

void Console::finish()
{
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        complain(systemError(errno, ConsoleText::tr("write the output"), {}));
}

void Console::found(ExitCode code)
{
    if (m_code == ExitCode::Good)
        m_code = code;
}

Progress Console::progress()
{
    if (!m_showsProgress)
        return {};
    return [this](const ProgressStep &step) {
        const std::lock_guard lock(m_progressLock);
        if (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < 100)
            return;
        m_sinceProgress.start();
        const QString line = step.total > 0
            ? ConsoleText::tr("%1 of %2  %3").arg(step.done).arg(step.total).arg(step.what)
            : ConsoleText::tr("%1  %2").arg(step.done).arg(step.what);
        writeTo(stderr, "\r\x1b[K" + elided(line, m_width.value_or(80) - 1).toUtf8());
        m_progressShown = true;
    };
}

void Console::showProgress(const QString &line, bool matters)
{
    const std::lock_guard lock(m_progressLock);
    if (m_showsProgress) {
        writeTo(stderr, "\r\x1b[K" + elided(line, m_width.value_or(80) - 1).toUtf8());
        m_progressShown = true;
    } else if (matters) {
        writeTo(stderr, line.toUtf8() + '\n');
    }
}

void Console::endProgress()
{
    const std::lock_guard lock(m_progressLock);
    if (m_progressShown)
        writeTo(stderr, "\r\x1b[K");
    m_progressShown = false;
}

} // namespace Fathom
