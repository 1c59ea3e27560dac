// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/filewindow.h"

namespace Fathom {

namespace {

constexpr qint64 largestStepBytes = 64 * 1024;

} // namespace

Result<ByteView> FileWindow::at(qint64 offset, qint64 length)
{
    const bool inside =
        offset >= m_start && length >= 0 && length <= m_bytes.size() && offset - m_start <= m_bytes.size() - length;
    if (!inside) {
        const qint64 left = qMax(qint64(0), m_file.lengthBytes() - qMax(qint64(0), offset));
        // What lies in the head has been read already.
        const bool inHead =
            offset >= 0 && length <= BoundedFile::headBytes && offset <= BoundedFile::headBytes - length;
        if (inHead && length <= left) {
            const Result<ByteView> head = m_file.head();
            if (!head || head->has(offset, length)) {
                m_start = 0;
                m_bytes = head ? head->bytes() : QByteArrayView();
                return head ? Result<ByteView>(head->slice(offset, length)) : head;
            }
        }
        const qint64 wanted = qMax(length, qMin(inHead ? BoundedFile::headBytes - offset : m_stepBytes, left));
        Result<QByteArray> bytes = m_file.read(offset, wanted, m_what);
        if (!bytes)
            return std::unexpected(bytes.error());
        m_read = std::move(*bytes);
        m_bytes = m_read;
        m_start = offset;
        if (!inHead)
            m_stepBytes = qMin(largestStepBytes, m_stepBytes * 2);
    }
    return ByteView(m_bytes.sliced(offset - m_start, length));
}

} // namespace Fathom
