// SPDX-License-Identifier: GPL-3.0-or-later
#include "heapbound.h"
#include "libvirt/domainxml.h"

#include <cstdlib>

using namespace Fathom;

/// Any text leads to facts or to an error with a reason.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const HeapBound bound;
    const Result<DomainFacts> facts = readDomainXml(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)), QStringLiteral("libvirt.xml"));
    if (!facts && facts.error().reason.isEmpty())
        std::abort();
    return 0;
}
