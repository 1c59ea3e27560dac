// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "image/imageformat.h"

#include <QCommandLineOption>

class QCommandLineParser;

namespace Fathom {

/// --format FMT: what the caller says a file is, as qemu-img's -f.
QCommandLineOption formatOption();

/// Nothing when the option was not given; a Usage error for a format that nobody knows. option: another of that kind.
Result<std::optional<ImageFormat>> declaredFormat(
    const QCommandLineParser &parser, const QString &option = QStringLiteral("format"));

} // namespace Fathom
