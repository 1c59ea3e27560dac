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

char *ReadBuffer::roomAhead(std::size_t bytes)
{
    if (bytes > aheadBytes) {
        ahead = std::make_unique_for_overwrite<char[]>(bytes);
        aheadBytes = bytes;
    }
    return ahead.get();
}

void ReadBufferReturn::operator()(ReadBuffer *buffer) const
{
    if (buffer->aheadBytes > ReadBuffer::mostKeptBytes) {
        buffer->ahead.reset();
        buffer->aheadBytes = 0;
    }
    spareReadBuffer().reset(buffer);
}

ReadBufferPtr takeReadBuffer()
{
    ReadBuffer *buffer = spareReadBuffer().release();
    return ReadBufferPtr(buffer ? buffer : new ReadBuffer);
}

} // namespace Fathom
