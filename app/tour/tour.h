// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/startup/estateoptions.h"

class QApplication;

namespace Fathom {

/// Renders every page and dialog, light and dark, English and Chinese, to PNG files in the directory and prints their
/// names. The estate is the one of the options, the demo's when they name none. Returns the exit code.
int runTour(QApplication &application, const QString &directory, const EstateOptions &options);

} // namespace Fathom
