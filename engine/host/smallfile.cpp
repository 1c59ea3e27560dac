// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/smallfile.h"

#include "base/bytes.h"
#include "host/accesshint.h"

#include <QCoreApplication>

namespace Fathom {

Result<QByteArray> readSmallFile(const NativePath &path, qint64 limitBytes, Wording what, BoundedFile::Links links)
{
    Result<BoundedFile> file = BoundedFile::open(path, links);
    if (!file)
        return std::unexpected(withAccessHint(file.error(), path));
    return readSmallFile(*file, limitBytes, what);
}

Result<QByteArray> readSmallFile(BoundedFile &file, qint64 limitBytes, Wording what)
{
    if (file.lengthBytes() > limitBytes)
        return std::unexpected(file.malformed(QCoreApplication::translate("SmallFile", "read %1").arg(what()),
            QCoreApplication::translate("SmallFile", "it is %1 long; no sound file of this kind is longer than %2")
                .arg(formatBytes(file.lengthBytes()), formatBytes(limitBytes)),
            limitBytes));
    return file.read(0, file.lengthBytes(), what);
}

} // namespace Fathom
