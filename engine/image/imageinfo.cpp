// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/imageinfo.h"

namespace Fathom {

const FactValue *ImageInfo::fact(QStringView key) const
{
    for (const ImageFact &fact : facts)
        if (fact.key == key)
            return &fact.value;
    return nullptr;
}

void ImageInfo::addFact(QString key, FactValue value, bool toldByQemu)
{
    facts.push_back({std::move(key), std::move(value), toldByQemu});
}

} // namespace Fathom
