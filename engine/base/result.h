// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <expected>

namespace Fathom {

/// A value, or why there is none.
template<class T> using Result = std::expected<T, Error>;

} // namespace Fathom
