// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/imagescommand.h"

#include "app/commands/estatejson.h"
#include "app/commands/estateopening.h"
#include "app/commands/texttable.h"
#include "base/ownernames.h"

#include <QDateTime>

#include <algorithm>

namespace Fathom {

namespace {

QString safetyCell(const EstateImage &image)
{
    if (image.error)
        return errorKindId(image.error->kind);
    QStringList rules;
    if (image.info)
        for (const SafetyViolation &violation : image.info->violations)
            if (!rules.contains(violation.rule))
                rules.append(violation.rule);
    return rules.join(QStringLiteral(", "));
}

} // namespace

QString ImagesCommand::summary() const
{
    return tr("list the files of Glance's image store");
}

void ImagesCommand::run(const CommandRequest &request, Console &console) const
{
    const OpenedEstate opened = openEstate(request, console);
    const Estate &estate = *opened.estate;
    if (request.json) {
        QJsonArray array;
        for (const EstateImage &image : estate.images)
            array.append(imageObject(estate, image));
        console.printJson(array);
        return;
    }
    TextTable table(
        {{tr("IMAGE"), false, 0, 20}, {tr("FORMAT"), false, 0}, {tr("CONTENT"), false, 4}, {tr("VIRTUAL"), true, 0},
            {tr("DISK"), true, 0}, {tr("LENGTH"), true, 1}, {tr("USED BY"), true, 3}, {tr("OWNER"), false, 7},
            {tr("MODE"), false, 8}, {tr("MODIFIED"), false, 6}, {tr("STORE"), false, 9}, {tr("SAFETY"), false, 2}});
    const bool oneStore = std::ranges::all_of(
        estate.images, [&](const EstateImage &image) { return image.store() == estate.images.front().store(); });
    for (const EstateImage &image : estate.images) {
        const auto info = image.info.get();
        const auto facts = image.facts;
        table.addRow({image.uuid.isEmpty() ? plainText(fileName(image.path)) : image.uuid,
            info ? QString::fromLatin1(formatTraits(info->format).id) : QStringLiteral("?"),
            info ? info->content : QString(),
            sizeText(info ? std::optional(info->virtualSizeBytes) : std::nullopt, request),
            sizeText(facts.transform([](const FileFacts &f) { return f.allocatedBytes; }), request),
            sizeText(facts.transform([](const FileFacts &f) { return f.lengthBytes; }), request),
            image.users == 0 ? QString() : QString::number(image.users), facts ? ownerName(facts->uid) : QString(),
            facts ? modeText(facts->mode) : QString(),
            facts ? QDateTime::fromSecsSinceEpoch(facts->modifiedSeconds).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                  : QString(),
            oneStore ? QString() : plainText(image.store()), safetyCell(image)});
    }
    console.print(table.empty() ? tr("No images.") : table.text(console.width()));
}

} // namespace Fathom
