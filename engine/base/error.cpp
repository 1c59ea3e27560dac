// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cerrno>
#include <cstring>

namespace Fathom {

namespace {

struct KindName {
    ErrorKind kind;
    const char *id;
};

constexpr std::array kindNames{
    KindName{ErrorKind::NotFound, "not-found"},
    KindName{ErrorKind::NoPermission, "no-permission"},
    KindName{ErrorKind::NotAFile, "not-a-file"},
    KindName{ErrorKind::Malformed, "malformed"},
    KindName{ErrorKind::Unsupported, "unsupported"},
    KindName{ErrorKind::Unsafe, "unsafe"},
    KindName{ErrorKind::Conflict, "conflict"},
    KindName{ErrorKind::NoSpace, "no-space"},
    KindName{ErrorKind::InputOutput, "input-output"},
    KindName{ErrorKind::Network, "network"},
    KindName{ErrorKind::TimedOut, "timed-out"},
    KindName{ErrorKind::Cancelled, "cancelled"},
    KindName{ErrorKind::ToolFailed, "tool-failed"},
    KindName{ErrorKind::Usage, "usage"},
};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Error)
};

} // namespace

QString errorKindId(ErrorKind kind)
{
    for (const KindName &name : kindNames)
        if (name.kind == kind)
            return QString::fromLatin1(name.id);
    return QStringLiteral("unknown");
}

QString sentence(const Error &error)
{
    // Reasons that are sentences of their own bring their full stop.
    const auto open = [](QString text) {
        while (text.endsWith(u'.') || text.endsWith(u'。'))
            text.chop(1);
        return text;
    };
    QString text = error.subject.isEmpty() ? Text::tr("Could not %1").arg(error.action)
                                           : Text::tr("Could not %1: %2").arg(error.action, error.subject);
    if (!error.reason.isEmpty())
        text = Text::tr("%1: %2").arg(text, open(error.reason));
    if (error.offset)
        text = Text::tr("%1 (at byte %2)").arg(text, QLocale().toString(*error.offset));
    text = Text::tr("%1.").arg(text);
    if (!error.hint.isEmpty())
        text = Text::tr("%1 %2.").arg(text, open(error.hint));
    return text;
}

Error systemError(int errnoValue, const QString &action, const QString &subject)
{
    Error error{.kind = ErrorKind::InputOutput, .action = action, .subject = subject};
    switch (errnoValue) {
    case ENOENT:
    case ENOTDIR:
        error.kind = ErrorKind::NotFound;
        error.reason = Text::tr("it does not exist");
        error.hint = Text::tr("Check the path");
        break;
    case EACCES:
    case EPERM:
        error.kind = ErrorKind::NoPermission;
        error.reason = Text::tr("permission denied");
        error.hint = Text::tr("Run as root, or as a member of the group that owns it");
        break;
    case ELOOP:
        error.kind = ErrorKind::Unsafe;
        error.reason = Text::tr("it is a symbolic link, which is not followed");
        break;
    case ENOSPC:
    case EDQUOT:
        error.kind = ErrorKind::NoSpace;
        error.reason = Text::tr("the file system is full");
        break;
    case ENXIO:
    case EISDIR:
        error.kind = ErrorKind::NotAFile;
        error.reason = Text::tr("it is not a regular file");
        break;
    default: error.reason = QString::fromLocal8Bit(std::strerror(errnoValue)); break;
    }
    return error;
}

} // namespace Fathom
