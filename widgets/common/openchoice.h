// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Fathom {

/// The ways to come to an estate, or to more of the one that is open; menus and empty pages offer the same ones.
enum class OpenChoice {
    ReadAgain, ///< what is open: somebody may have opened a door
    ThisMachine,
    ImageDirectory,
    InstanceDirectory,
    GlanceConfiguration,
    NovaConfiguration,
    Demo,
};

} // namespace Fathom
