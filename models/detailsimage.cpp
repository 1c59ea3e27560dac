// SPDX-License-Identifier: GPL-3.0-or-later
//
// Details of stored images and of base files.
#include "models/cells.h"
#include "models/detailsparts.h"

namespace Fathom {

namespace {

struct ImageDetailText {
    Q_DECLARE_TR_FUNCTIONS(Details)
};

QString imageName(const EstateImage &image)
{
    return image.uuid.isEmpty() ? plainText(fileName(image.path)) : image.uuid;
}

DetailSection originSection(const Estate &estate, const EstateBase &base)
{
    DetailSection section{.title = ImageDetailText::tr("Origin")};
    addLine(section, ImageDetailText::tr("Meaning"), entryTitle(base.meaning), entryPurpose(base.meaning));
    addLine(section, ImageDetailText::tr("Purpose"), entryPurpose(base.meaning));
    if (const EstateImage *const image = estate.imageByUuid(base.imageUuid)) {
        addLink(section, ImageDetailText::tr("Made from image"), imageName(*image), image->key, plainText(image->path));
    } else if (!base.hash.isEmpty()) {
        addLine(section, ImageDetailText::tr("Made from image"), base.imageUuid);
        addProblem(section, ImageDetailText::tr("Image"),
            ImageDetailText::tr("made from an image that no store here holds"), Severity::Note);
    }
    return section;
}

} // namespace

Details imageDetails(const Estate &estate, const EstateImage &image)
{
    Details details{
        .title = imageName(image), .subtitle = ImageDetailText::tr("Glance image"), .kind = QStringLiteral("image")};
    DetailSection identity{.title = ImageDetailText::tr("Image")};
    addLine(identity, ImageDetailText::tr("UUID"), image.uuid);
    addLine(identity, ImageDetailText::tr("Store"), plainText(image.store()));
    for (const QString &key : estate.basesOf(image))
        if (const EstateBase *const base = estate.base(key))
            addLink(identity, ImageDetailText::tr("Base file on %1").arg(base->host), plainText(fileName(base->path)),
                key, plainText(base->path));
    addSection(details, std::move(identity));
    addSection(details, formatSection(image.info, image.error));
    addSection(details, safetySection(image.info));
    addSection(details, usersSection(estate, estate.usersOf(image)));
    addSection(details, fileSection(image.path, image.facts, !image.info));
    addSection(details, sourcesSection(estate, image.path));
    return details;
}

Details baseDetails(const Estate &estate, const EstateBase &base)
{
    Details details{.title = plainText(fileName(base.path)),
        .subtitle = ImageDetailText::tr("Base file on %1").arg(base.host),
        .kind = QStringLiteral("base")};
    addSection(details, originSection(estate, base));
    addSection(details, usersSection(estate, base.usedBy));
    addSection(details, formatSection(base.info, base.error));
    DetailSection file = fileSection(base.path, base.facts, !base.info);
    if (base.facts)
        addLine(file, ImageDetailText::tr("Age"), ageText(base.facts->modifiedSeconds),
            timeText(base.facts->modifiedSeconds));
    addSection(details, std::move(file));
    addSection(details, sourcesSection(estate, base.path));
    return details;
}

} // namespace Fathom
