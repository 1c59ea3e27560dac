// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/instancescommand.h"

#include "app/commands/estatejson.h"
#include "app/commands/estateopening.h"
#include "app/commands/texttable.h"

#include <algorithm>

namespace Fathom {

QString InstancesCommand::summary() const
{
    return tr("list the instances of Nova's directories by host and project");
}

void InstancesCommand::run(const CommandRequest &request, Console &console) const
{
    const OpenedEstate opened = openEstate(request, console);
    const Estate &estate = *opened.estate;
    std::vector<const EstateInstance *> instances;
    for (const EstateInstance &instance : estate.instances)
        if (opened.wanted(instance.path))
            instances.push_back(&instance);
    std::ranges::stable_sort(instances, {}, [](const EstateInstance *instance) {
        return std::tuple(instance->host, instance->projectText(), instance->displayName(), instance->path);
    });

    if (request.json) {
        QJsonArray array;
        for (const EstateInstance *instance : instances)
            array.append(instanceObject(estate, *instance));
        console.printJson(array);
        return;
    }
    TextTable table(
        {{tr("HOST"), false, 0, 10}, {tr("PROJECT"), false, 3, 10}, {tr("NAME"), false, 0, 12}, {tr("UUID"), false, 2},
            {tr("NOVA"), false, 6}, {tr("FLAVOR"), false, 5}, {tr("DISKS"), true, 7}, {tr("VIRTUAL"), true, 0},
            {tr("OWN"), true, 0}, {tr("WITH BASE"), true, 1}, {tr("DEPTH"), true, 4}, {tr("STATE"), false, 0}});
    for (const EstateInstance *instance : instances) {
        const auto &domain = instance->domain;
        table.addRow({instance->host, instance->projectText(), instance->displayName(), instance->uuid,
            domain ? domain->novaVersion : QString(), domain && domain->flavor ? domain->flavor->name : QString(),
            QString::number(instance->disks.size()), sizeText(instance->virtualBytes(), request),
            sizeText(instance->ownBytes(), request), sizeText(instance->withBaseBytes(), request),
            QString::number(instance->chainDepth()), instanceStateText(instance->state)});
    }
    console.print(table.empty() ? tr("No instances.") : table.text(console.width()));
    QStringList problems;
    for (const EstateInstance *instance : instances)
        for (const QString &problem : instance->problems)
            problems.append(tr("%1: %2").arg(instance->displayName(), problem));
    if (!problems.isEmpty())
        console.print(QLatin1Char('\n') + problems.join(QLatin1Char('\n')));
    if (!opened.only.empty() || estate.hosts.empty())
        return;
    TextTable hosts({{tr("HOST"), false, 0, 10}, {tr("INSTANCES"), true}, {tr("VIRTUAL"), true}, {tr("OVERLAYS"), true},
        {tr("BASES"), true}, {tr("TOGETHER"), true}});
    for (const HostUsage &host : estate.hosts)
        hosts.addRow({host.host, QString::number(host.instances), sizeText(host.virtualBytes, request),
            sizeText(host.overlayBytes, request), sizeText(host.baseBytes, request),
            sizeText(host.physicalBytes(), request)});
    console.print(QLatin1Char('\n') + hosts.text(console.width()));
}

} // namespace Fathom
