// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/backingreference.h"
#include "heapbound.h"

#include <cstdlib>

using namespace Fathom;

/// The text that was taken apart stays as it was; a path that comes out of it is absolute.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const HeapBound bound;
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const BackingReference reference = parseBackingReference(text, "/instances/one/disk");
    if (reference.text != text)
        std::abort();
    if (reference.kind == BackingKind::File && !reference.path.isEmpty() && !reference.path.startsWith('/'))
        std::abort();
    return 0;
}
