// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/readbuffer.h"

namespace Fathom {

namespace {

std::unique_ptr<ReadBuffer> &spareReadBuffer()
{
    thread_local std::unique_ptr<ReadBuffer> spare;
    return spare;
}

} // namespace

void ReadBufferReturn::operator()(ReadBuffer *buffer) const
{
    spareReadBuffer().reset(buffer);
}

ReadBufferPtr takeReadBuffer()
{
    ReadBuffer *buffer = spareReadBuffer().release();
    return ReadBufferPtr(buffer ? buffer : new ReadBuffer);
}

} // namespace Fathom
