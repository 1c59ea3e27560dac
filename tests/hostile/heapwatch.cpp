// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/heapwatch.h"

#include <atomic>
#include <cstddef>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// The compilers' packages do not all have the header that declares these.
extern "C" {
int __sanitizer_install_malloc_and_free_hooks(
    void (*allocated)(const volatile void *, std::size_t), void (*released)(const volatile void *));
std::size_t __sanitizer_get_allocated_size(const volatile void *);
}
#else
#include <cerrno>
#include <malloc.h>
#endif

namespace {

std::atomic<bool> watching = false;
std::atomic<qint64> liveBytes = 0;
std::atomic<qint64> highestBytes = 0;

void grown(std::size_t bytes)
{
    if (!watching.load(std::memory_order_relaxed))
        return;
    const qint64 live = liveBytes.fetch_add(qint64(bytes), std::memory_order_relaxed) + qint64(bytes);
    qint64 highest = highestBytes.load(std::memory_order_relaxed);
    while (live > highest && !highestBytes.compare_exchange_weak(highest, live, std::memory_order_relaxed)) { }
}

void shrunk(std::size_t bytes)
{
    if (watching.load(std::memory_order_relaxed))
        liveBytes.fetch_sub(qint64(bytes), std::memory_order_relaxed);
}

} // namespace

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

namespace {

const int installed =
    __sanitizer_install_malloc_and_free_hooks([](const volatile void *, std::size_t bytes) { grown(bytes); },
        [](const volatile void *pointer) {
            if (pointer)
                shrunk(__sanitizer_get_allocated_size(pointer));
        });

} // namespace

#else

// glibc's own, under the names that it keeps for programs that replace malloc().
extern "C" {
void *__libc_malloc(std::size_t bytes);
void *__libc_calloc(std::size_t count, std::size_t bytes);
void *__libc_realloc(void *pointer, std::size_t bytes);
void *__libc_memalign(std::size_t alignment, std::size_t bytes);
void __libc_free(void *pointer);

void *malloc(std::size_t bytes)
{
    void *pointer = __libc_malloc(bytes);
    grown(malloc_usable_size(pointer));
    return pointer;
}

void *calloc(std::size_t count, std::size_t bytes)
{
    void *pointer = __libc_calloc(count, bytes);
    grown(malloc_usable_size(pointer));
    return pointer;
}

void *realloc(void *pointer, std::size_t bytes)
{
    const std::size_t before = malloc_usable_size(pointer);
    void *moved = __libc_realloc(pointer, bytes);
    if (moved || bytes == 0) {
        // While the bytes are moved, there are two of them.
        grown(malloc_usable_size(moved));
        shrunk(before);
    }
    return moved;
}

void *memalign(std::size_t alignment, std::size_t bytes)
{
    void *pointer = __libc_memalign(alignment, bytes);
    grown(malloc_usable_size(pointer));
    return pointer;
}

void *aligned_alloc(std::size_t alignment, std::size_t bytes)
{
    return memalign(alignment, bytes);
}

int posix_memalign(void **pointer, std::size_t alignment, std::size_t bytes)
{
    *pointer = memalign(alignment, bytes);
    return *pointer ? 0 : ENOMEM;
}

void free(void *pointer)
{
    shrunk(malloc_usable_size(pointer));
    __libc_free(pointer);
}
}

#endif

namespace Fathom {

HeapWatch::HeapWatch()
{
    liveBytes = 0;
    highestBytes = 0;
    watching = true;
}

HeapWatch::~HeapWatch()
{
    watching = false;
}

qint64 HeapWatch::peakBytes() const
{
    return highestBytes;
}

} // namespace Fathom
