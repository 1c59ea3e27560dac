// SPDX-License-Identifier: GPL-3.0-or-later
#include "heapbound.h"
#include "image/imagefacts.h"
#include "image/imageprobe.h"
#include "image/qemuimgjson.h"

#include <cstdlib>

using namespace Fathom;

/// Any bytes lead to an answer that can be printed, or to an error with a reason.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const HeapBound bound;
    BoundedFile file = BoundedFile::fromMemory(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)), "/images/file");
    const Result<ImageInfo> info = inspectImage(file);
    if (!info) {
        if (info.error().reason.isEmpty())
            std::abort();
        return 0;
    }
    if (info->virtualSizeBytes < 0 || imageJson(*info, file.path()).isEmpty() || imageFactTexts(*info).empty())
        std::abort();
    return 0;
}
