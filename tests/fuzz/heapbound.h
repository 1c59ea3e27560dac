// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// While one lives, no more than limitBytes may be allocated and not yet given back, or the fuzzer has found something.
class HeapBound {
public:
    static constexpr std::ptrdiff_t limitBytes = std::ptrdiff_t(16) * 1024 * 1024;

    HeapBound();
    ~HeapBound();
    HeapBound(const HeapBound &) = delete;
    HeapBound &operator=(const HeapBound &) = delete;
};
