// SPDX-License-Identifier: GPL-3.0-or-later
#include "heapbound.h"

#include <cstdio>
#include <cstdlib>
#include <sanitizer/allocator_interface.h>

namespace {

// libFuzzer's own threads allocate as well; they do not count.
thread_local bool counting = false;
thread_local std::ptrdiff_t liveBytes = 0;

void allocated(const volatile void *, std::size_t size)
{
    if (!counting)
        return;
    liveBytes += static_cast<std::ptrdiff_t>(size);
    if (liveBytes > HeapBound::limitBytes) {
        counting = false;
        std::fprintf(stderr, "ERROR: %td bytes of heap are in use at once for one input\n", liveBytes);
        std::abort();
    }
}

void released(const volatile void *pointer)
{
    if (counting && pointer)
        liveBytes -= static_cast<std::ptrdiff_t>(__sanitizer_get_allocated_size(pointer));
}

const int installed = __sanitizer_install_malloc_and_free_hooks(allocated, released);

} // namespace

HeapBound::HeapBound()
{
    if (installed == 0)
        std::abort();
    liveBytes = 0;
    counting = true;
}

HeapBound::~HeapBound()
{
    counting = false;
}
