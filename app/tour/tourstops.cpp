// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tourstops.h"

#include <algorithm>

namespace Fathom {

namespace {

/// The instance with the most to see: its root disk claims most. Null when there is none.
const EstateInstance *greatestInstance(const Estate &estate)
{
    const auto greatest = std::ranges::max_element(
        estate.instances, {}, [](const EstateInstance &instance) { return instance.virtualBytes().value_or(0); });
    return greatest == estate.instances.end() ? nullptr : &*greatest;
}

const EstateInstance *brokenInstance(const Estate &estate)
{
    const auto broken = std::ranges::find(estate.instances, InstanceState::BrokenChain, &EstateInstance::state);
    return broken == estate.instances.end() ? nullptr : &*broken;
}

QString diskNodeKey(const EstateInstance *instance)
{
    return instance && !instance->disks.empty() ? fileNodeKey(instance->disks.front().path) : QString();
}

} // namespace

std::vector<TourStop> tourStops(const Estate &estate, const QList<Page *> &pages)
{
    const EstateInstance *instance = greatestInstance(estate);
    const EstateInstance *broken = brokenInstance(estate);
    QString image = estate.images.empty() ? QString() : estate.images.front().key;
    if (instance && !instance->disks.empty() && estate.image(instance->disks.front().imageKey))
        image = instance->disks.front().imageKey;

    std::vector<TourStop> stops;
    for (const Page *page : pages) {
        const QString id = page->id();
        if (id == QLatin1StringView("images"))
            stops.push_back({id, id, image});
        else if (id == QLatin1StringView("instances"))
            stops.push_back({id, id, instance ? instance->key : QString()});
        else if (id == QLatin1StringView("directories"))
            stops.push_back({id, id,
                instance && !instance->disks.empty()
                    ? QString(QStringLiteral("path:") + plainText(instance->disks.front().path))
                    : QString()});
        else if (id == QLatin1StringView("chains")) {
            stops.push_back({id, id, diskNodeKey(instance)});
            if (broken)
                stops.push_back({QStringLiteral("chains-broken"), id, diskNodeKey(broken)});
            stops.push_back({QStringLiteral("chains-text"), id, diskNodeKey(instance), true});
        } else if (id == QLatin1StringView("jobs")) {
            stops.push_back({id, id, QStringLiteral("job:2")}); // of the tour's journal
        } else if (id == QLatin1StringView("quarantine") && !estate.quarantined.empty()) {
            stops.push_back({id, id, estate.quarantined.front().key});
        } else {
            stops.push_back({id, id, {}});
        }
    }
    if (broken)
        stops.push_back({QStringLiteral("instances-broken"), QStringLiteral("instances"), broken->key});
    return stops;
}

} // namespace Fathom
