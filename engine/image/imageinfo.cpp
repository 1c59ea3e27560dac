// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/imageinfo.h"

namespace Fathom {

const QJsonValue *ImageInfo::fact(QStringView key) const
{
    for (const ImageFact &fact : facts)
        if (fact.key == key)
            return &fact.value;
    return nullptr;
}

void ImageInfo::addFact(const QString &key, const QJsonValue &value, bool toldByQemu)
{
    facts.push_back({key, value, toldByQemu});
}

} // namespace Fathom
