// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/quarantinedcommand.h"

#include "app/commands/estatejson.h"
#include "app/commands/estateopening.h"
#include "app/commands/texttable.h"
#include "host/quarantine.h"

#include <QDateTime>
#include <QJsonArray>

namespace Fathom {

namespace {

QJsonObject thingObject(const QuarantinedThing &thing)
{
    QJsonObject object{{QStringLiteral("moved-at"),
                           QDateTime::fromMSecsSinceEpoch(thing.manifest.movedAt).toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("moved-by"), thing.manifest.movedBy}, {QStringLiteral("directory"), thing.manifest.isDirectory},
        {QStringLiteral("allocated"), thing.manifest.allocatedBytes},
        {QStringLiteral("asked"), QJsonArray::fromStringList(thing.manifest.asked)},
        {QStringLiteral("silent"), QJsonArray::fromStringList(thing.manifest.silent)}};
    insertPath(object, QStringLiteral("entry"), thing.entry);
    insertPath(object, QStringLiteral("original"), thing.original);
    insertPath(object, QStringLiteral("held"), thing.held);
    return object;
}

} // namespace

QString QuarantinedCommand::summary() const
{
    return tr("list what lies in quarantine");
}

void QuarantinedCommand::run(const CommandRequest &request, Console &console) const
{
    std::vector<NativePath> roots = request.paths;
    if (roots.empty()) {
        const ResolvedSources sources = resolveSources(namedSources(request, console));
        for (const auto &list : {sources.imageDirectories, sources.instanceDirectories})
            roots.insert(roots.end(), list.begin(), list.end());
    }
    std::vector<QuarantinedThing> things;
    for (const NativePath &root : roots) {
        Result<QuarantineListing> listing = listQuarantine(root);
        if (!listing) {
            console.complain(listing.error());
            continue;
        }
        for (const Error &problem : listing->problems)
            console.complain(problem);
        things.insert(things.end(), listing->things.begin(), listing->things.end());
    }
    if (request.json) {
        QJsonArray array;
        for (const QuarantinedThing &thing : things)
            array.append(thingObject(thing));
        return console.printJson(array);
    }
    TextTable table(
        {{tr("MOVED"), false, 1}, {tr("DISK"), true}, {tr("WAS"), false, 0, 20}, {tr("LIES IN"), false, 0, 20}});
    for (const QuarantinedThing &thing : things)
        table.addRow(
            {QDateTime::fromMSecsSinceEpoch(thing.manifest.movedAt).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                sizeText(thing.manifest.allocatedBytes, request), plainText(thing.original), plainText(thing.entry)});
    console.print(table.empty() ? tr("Nothing lies in quarantine.") : table.text(console.width()));
}

} // namespace Fathom
