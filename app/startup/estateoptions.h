// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estatesources.h"

class QCommandLineParser;

namespace Fathom {

/// The options that name an estate, the same for fathom and fathomctl.
void addEstateOptions(QCommandLineParser &parser);

struct EstateOptions {
    EstateSources sources; ///< as named; empty: no option was given
    bool demo = false;
};
EstateOptions estateOptions(const QCommandLineParser &parser);

} // namespace Fathom
