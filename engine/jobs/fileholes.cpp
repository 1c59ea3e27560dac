// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/fileholes.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace Fathom {

qint64 nextData(int descriptor, qint64 offset, qint64 length)
{
    const off_t data = ::lseek(descriptor, offset, SEEK_DATA);
    if (data < 0)
        return errno == ENXIO ? length : offset;
    return std::min<qint64>(data, length);
}

qint64 nextHole(int descriptor, qint64 offset, qint64 length)
{
    const off_t hole = ::lseek(descriptor, offset, SEEK_HOLE);
    return hole <= offset ? length : std::min<qint64>(hole, length);
}

} // namespace Fathom
