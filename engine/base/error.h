// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Fathom {

/// What class of thing went wrong. Programs decide by this, people read sentence().
enum class ErrorKind {
    NotFound,
    NoPermission,
    NotAFile, ///< a directory, FIFO, socket or device where a regular file was needed
    Malformed, ///< bytes that break their format's rules
    Unsupported, ///< well formed, but nothing that we can read
    Unsafe,
    Conflict,
    NoSpace,
    InputOutput, ///< the disk or its file system failed
    Network,
    TimedOut,
    Cancelled,
    ToolFailed,
    Usage, ///< the caller asked for something that makes no sense
};

/// A failure as a value. All texts are translated, none ends with a full stop; subject is plain text
/// (names from disks have been through plainText()). Never holds a secret.
struct Error {
    ErrorKind kind = ErrorKind::Malformed;
    QString action; ///< what was tried: "read the qcow2 header"
    QString subject; ///< on what: a path, a UUID
    QString reason; ///< why it failed
    QString hint; ///< what to do about it, may be empty
    std::optional<qint64> offset; ///< byte position in the subject, where there is one

    bool operator==(const Error &) const = default;
};

/// Stable English word for scripts and tests: "not-found", "malformed", …
QString errorKindId(ErrorKind kind);

/// The one place that makes a sentence of an error: "Could not read the qcow2 header of /x: … (at byte 72). Hint."
QString sentence(const Error &error);

/// An error of a system call. Knows the hints that go with the usual errno values.
Error systemError(int errnoValue, const QString &action, const QString &subject);

} // namespace Fathom
