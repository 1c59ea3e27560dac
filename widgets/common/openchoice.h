// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Fathom {

/// The ways to come to an estate; menus and empty pages offer the same ones.
enum class OpenChoice { ThisMachine, ImageDirectory, InstanceDirectory, GlanceConfiguration, NovaConfiguration, Demo };

} // namespace Fathom
