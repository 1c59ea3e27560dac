// SPDX-License-Identifier: GPL-3.0-or-later
//
// Details of instances and of their disks.
#include "models/cells.h"
#include "models/detailsparts.h"

#include <algorithm>

namespace Fathom {

namespace {

struct InstanceDetailText {
    Q_DECLARE_TR_FUNCTIONS(Details)
};

QString nameAndId(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : name;
}

DetailSection instanceSection(const EstateInstance &instance)
{
    DetailSection section{.title = InstanceDetailText::tr("Instance")};
    section.lines.push_back({.label = InstanceDetailText::tr("State"),
        .value = instanceStateText(instance.state),
        .severity = severityOf(instance.state)});
    for (const QString &problem : instance.problems)
        addProblem(section, InstanceDetailText::tr("Problem"), problem,
            std::max(severityOf(instance.state), Severity::Warning));
    addLine(section, InstanceDetailText::tr("UUID"), instance.uuid);
    addLink(section, InstanceDetailText::tr("Host"), instance.host, QStringLiteral("host:") + instance.host);
    const QString project = instance.projectText();
    addLine(section, InstanceDetailText::tr("Project"), project.isEmpty() ? unknownText() : project,
        instance.domain ? instance.domain->projectId : QString());
    if (const auto &domain = instance.domain) {
        addLine(section, InstanceDetailText::tr("User"), nameAndId(domain->userName, domain->userId), domain->userId);
        addLine(section, InstanceDetailText::tr("Name in libvirt"), domain->name);
        addLine(section, InstanceDetailText::tr("Nova version"), domain->novaVersion);
        addLine(section, InstanceDetailText::tr("Created"), domain->createdAt);
    }
    addLine(section, InstanceDetailText::tr("Told by"),
        instance.domainSource.isEmpty() ? InstanceDetailText::tr("no domain XML was found") : instance.domainSource);
    return section;
}

/// "spice 0.0.0.0" can be reached from everywhere.
bool listensEverywhere(const QString &graphics)
{
    return graphics.endsWith(QLatin1StringView(" 0.0.0.0")) || graphics.endsWith(QLatin1StringView(" ::"));
}

DetailSection hardwareSection(const DomainFacts &domain)
{
    DetailSection section{.title = InstanceDetailText::tr("Machine")};
    const auto gibibytes = [](qint64 count) { return formatBytes(count * 1024 * 1024 * 1024); };
    if (const auto &flavor = domain.flavor) {
        addLine(section, InstanceDetailText::tr("Flavor"), flavor->name);
        if (flavor->diskGiB)
            addLine(section, InstanceDetailText::tr("Flavor's root disk"),
                *flavor->diskGiB == 0 ? InstanceDetailText::tr("as large as the image") : gibibytes(*flavor->diskGiB));
        if (flavor->ephemeralGiB.value_or(0) > 0)
            addLine(section, InstanceDetailText::tr("Flavor's ephemeral disk"), gibibytes(*flavor->ephemeralGiB));
        if (flavor->swapMiB.value_or(0) > 0)
            addLine(section, InstanceDetailText::tr("Flavor's swap"), formatBytes(*flavor->swapMiB * 1024 * 1024));
    }
    if (domain.vcpus)
        addLine(section, InstanceDetailText::tr("Virtual CPUs"), countText(*domain.vcpus));
    if (domain.memoryBytes)
        addBytes(section, InstanceDetailText::tr("Memory"), domain.memoryBytes);
    for (const QString &mac : domain.macAddresses)
        addLine(section, InstanceDetailText::tr("MAC address"), mac);
    for (const QString &graphics : domain.graphics) {
        addLine(section, InstanceDetailText::tr("Graphics"), graphics);
        if (listensEverywhere(graphics))
            addProblem(section, InstanceDetailText::tr("Graphics"),
                InstanceDetailText::tr("listens on every address of the host"), Severity::Warning);
    }
    return section;
}

DetailSection imageSection(const Estate &estate, const EstateInstance &instance)
{
    DetailSection section{.title = InstanceDetailText::tr("Image")};
    const QString uuid = instance.domain ? instance.domain->imageUuid : QString();
    const auto root = std::ranges::find(instance.disks, EntryMeaning::RootDisk, &EstateDisk::meaning);
    const EstateImage *image = root != instance.disks.end() ? estate.image(root->imageKey) : nullptr;
    if (!image)
        image = estate.imageByUuid(uuid);
    if (image)
        addLink(section, InstanceDetailText::tr("Made from image"),
            image->uuid.isEmpty() ? plainText(fileName(image->path)) : image->uuid, image->key, plainText(image->path));
    if (!uuid.isEmpty() && (!image || image->uuid != uuid))
        addLine(section, InstanceDetailText::tr("Image by the domain XML"), uuid);
    if (!image && (!uuid.isEmpty() || (root != instance.disks.end() && !root->baseKey.isEmpty())))
        addProblem(section, InstanceDetailText::tr("Image"),
            InstanceDetailText::tr("made from an image that no store here holds"), Severity::Note);
    return section;
}

} // namespace

Details instanceDetails(const Estate &estate, const EstateInstance &instance)
{
    Details details{.title = instance.displayName(),
        .subtitle = InstanceDetailText::tr("Instance on %1").arg(instance.host),
        .kind = QStringLiteral("instance")};
    addSection(details, instanceSection(instance));
    DetailSection sizes{.title = InstanceDetailText::tr("Sizes")};
    addBytes(sizes, InstanceDetailText::tr("Virtual size"), instance.virtualBytes());
    addBytes(sizes, InstanceDetailText::tr("Disk size without base"), instance.ownBytes());
    addBytes(sizes, InstanceDetailText::tr("Disk size with base"), instance.withBaseBytes());
    addLine(sizes, InstanceDetailText::tr("Chain depth"), countText(instance.chainDepth()));
    if (instance.consoleLogBytes)
        addBytes(sizes, InstanceDetailText::tr("Console log"), instance.consoleLogBytes);
    addSection(details, std::move(sizes));
    addSection(details, imageSection(estate, instance));
    for (const EstateDisk &disk : instance.disks)
        addSection(details, diskSection(estate, disk));
    if (instance.domain)
        addSection(details, hardwareSection(*instance.domain));
    addSection(details, fileSection(instance.path, instance.facts, false));
    addSection(details, sourcesSection(estate, instance.path, instance.domainSource));
    return details;
}

Details diskDetails(const Estate &estate, const EstateInstance &instance, const EstateDisk &disk)
{
    Details details{.title = plainText(fileName(disk.path)),
        .subtitle = InstanceDetailText::tr("%1 of %2", "a disk of an instance")
            .arg(entryTitle(disk.meaning), instance.displayName()),
        .kind = QStringLiteral("disk")};
    DetailSection owner{.title = InstanceDetailText::tr("Instance")};
    addLink(owner, InstanceDetailText::tr("Name"), instance.displayName(), instance.key, instance.uuid);
    addLine(owner, InstanceDetailText::tr("Purpose"), entryPurpose(disk.meaning));
    addSection(details, std::move(owner));
    addSection(details, diskSection(estate, disk));
    if (const ChainLayer *const top = disk.chain.top()) {
        addSection(details, formatSection(top->info, top->error));
        addSection(details, fileSection(disk.path, top->facts, !top->info));
    }
    addSection(details, sourcesSection(estate, disk.path));
    return details;
}

} // namespace Fathom
