// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/baseorigin.h"

namespace Fathom {

QHash<QByteArray, QString> imagesByBaseName(const Estate &estate)
{
    QHash<QByteArray, QString> uuids;
    for (const EstateInstance &instance : estate.instances)
        if (instance.domain && !instance.domain->imageUuid.isEmpty())
            uuids.insert(baseNameOfImage(instance.domain->imageUuid), instance.domain->imageUuid);
    for (const EstateImage &image : estate.images)
        if (!image.uuid.isEmpty())
            uuids.insert(baseNameOfImage(image.uuid), image.uuid);
    return uuids;
}

} // namespace Fathom
