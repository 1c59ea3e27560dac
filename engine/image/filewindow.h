// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

namespace Fathom {

/// Walks forward through tables of small records of unequal length, reading ahead in growing steps, so that neither
/// one record nor sixty thousand cost more reads than they need.
class FileWindow {
public:
    /// what names the table in errors: "the snapshot table", as in BoundedFile::read().
    FileWindow(BoundedFile &file, Wording what)
        : m_file(file)
        , m_what(what)
    {
    }

    /// Exactly length bytes, valid until the next call; an error where the file ends before.
    Result<ByteView> at(qint64 offset, qint64 length);

private:
    BoundedFile &m_file;
    Wording m_what;
    qint64 m_start = 0;
    qint64 m_stepBytes = BoundedFile::headBytes;
    QByteArray m_read;
    QByteArrayView m_bytes; ///< what was read, or the file's head
};

} // namespace Fathom
