// SPDX-License-Identifier: GPL-3.0-or-later
#include "heapbound.h"
#include "image/imageprobe.h"
#include "image/vmdkdescriptor.h"

#include <cstdlib>

using namespace Fathom;

/// A text that is a descriptor by its first line: any rest of it leads to sizes that no sum overflows, or to an error
/// with a reason; and no descriptor that names files is ever called safe.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const HeapBound bound;
    const QByteArray text = QByteArrayLiteral("# Disk DescriptorFile\n") +
        QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    BoundedFile file = BoundedFile::fromMemory(text, "/images/disk.vmdk");
    const Result<VmdkDescriptor> descriptor = parseVmdkDescriptor(text, file, 0);
    const Result<ImageInfo> info = inspectImage(file, ImageFormat::Vmdk);
    if (!descriptor) {
        if (descriptor.error().reason.isEmpty())
            std::abort();
        if (info && info->format == ImageFormat::Vmdk)
            std::abort();
        return 0;
    }
    if (descriptor->sectors() < 0)
        std::abort();
    if (info && (info->virtualSizeBytes < 0 || info->safe()))
        std::abort();
    return 0;
}
