// SPDX-License-Identifier: GPL-3.0-or-later
#include "heapbound.h"
#include "image/imagefacts.h"
#include "image/imageprobe.h"
#include "image/qemuimgjson.h"
#include "sparsefile.h"

#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>

using namespace Fathom;

namespace {

template<typename Number> Number taken(const unsigned char *&data, std::size_t &size, std::size_t bytes)
{
    Number number = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        number |= static_cast<Number>(static_cast<Number>(data[i]) << (8 * i));
    data += bytes;
    size -= bytes;
    return number;
}

} // namespace

/// As fuzz_image, but a real file, and with tables far apart.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < SparseFile::lengthBytes)
        return 0;
    static const int descriptor = ::memfd_create("image", MFD_CLOEXEC);
    static const QByteArray name = "/proc/self/fd/" + QByteArray::number(descriptor);
    const auto length = taken<std::uint64_t>(data, size, SparseFile::lengthBytes) % SparseFile::fileLimitBytes;
    if (::ftruncate(descriptor, 0) != 0 || ::ftruncate(descriptor, static_cast<off_t>(length)) != 0)
        std::abort();
    while (size >= SparseFile::pieceHeaderBytes) {
        const auto offset = taken<std::uint64_t>(data, size, 8) % SparseFile::fileLimitBytes;
        std::size_t bytes = std::min<std::size_t>(taken<std::uint32_t>(data, size, 2), size);
        const std::size_t fitting = offset >= length ? 0 : std::min<std::uint64_t>(bytes, length - offset);
        // The kernel writes nothing into the last page of the longest file; it stays a hole then.
        if (fitting > 0)
            (void)!::pwrite(descriptor, data, fitting, static_cast<off_t>(offset));
        data += bytes;
        size -= bytes;
    }

    const HeapBound bound;
    const Result<ImageInfo> info = inspectImage(name, BoundedFile::Links::Follow);
    if (!info) {
        if (info.error().reason.isEmpty())
            std::abort();
        return 0;
    }
    if (info->virtualSizeBytes < 0 || imageJson(*info, name).isEmpty() || imageFactTexts(*info).empty())
        std::abort();
    return 0;
}
