// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"

#include <QStringList>

namespace Fathom {

/// The command line as text from which argumentPath() gets every byte back: what is no UTF-8 becomes lone surrogates
/// (U+DC80 to U+DCFF), as Python's PEP 383 does it.
QStringList programArguments(int argc, char **argv);

/// The file name that an argument is.
NativePath argumentPath(const QString &argument);

} // namespace Fathom
