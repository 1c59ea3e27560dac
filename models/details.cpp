// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/details.h"

#include "models/detailsparts.h"

namespace Fathom {

namespace {

/// The part behind the prefix; null when the key has another one.
QString keyRest(const QString &key, QLatin1StringView prefix)
{
    return key.startsWith(prefix) ? key.sliced(prefix.size()) : QString();
}

/// "disk:<path>", and "file:<path>" of the picture, where the file is a disk of an instance.
Details detailsOfDisk(const Estate &estate, const QString &path)
{
    for (const EstateInstance &instance : estate.instances)
        for (const EstateDisk &disk : instance.disks)
            if (plainText(disk.path) == path)
                return diskDetails(estate, instance, disk);
    return {};
}

Details detailsOfSubject(const Estate &estate, const QString &key)
{
    if (const EstateImage *const image = estate.image(key))
        return imageDetails(estate, *image);
    if (const EstateInstance *const instance = estate.instance(key))
        return instanceDetails(estate, *instance);
    if (const EstateBase *const base = estate.base(key))
        return baseDetails(estate, *base);
    if (const EstateQuarantined *const quarantined = estate.quarantinedThing(key))
        return quarantineDetails(estate, *quarantined);
    return {};
}

/// A node of the picture: the disk that it is, or the thing that it belongs to, or what the picture itself knows.
Details detailsOfNode(const Estate &estate, int index)
{
    const ChainNode &node = estate.chains.node(index);
    if (estate.instance(node.subjectKey)) {
        Details disk = detailsOfDisk(estate, plainText(node.path));
        return disk.title.isEmpty() ? nodeDetails(estate, index) : disk;
    }
    Details subject = detailsOfSubject(estate, node.subjectKey);
    return subject.title.isEmpty() ? nodeDetails(estate, index) : subject;
}

} // namespace

QString Details::text() const
{
    QStringList lines{title, subtitle};
    for (const DetailSection &section : sections) {
        lines.append({QString(), section.title});
        for (const DetailLine &line : section.lines) {
            const QString indent(2 + 2 * line.depth, QLatin1Char(' '));
            const QString separator = line.label.isEmpty() ? QString()
                : line.value.isEmpty()                     ? QStringLiteral(":")
                                                           : QStringLiteral(": ");
            lines.append(indent + line.label + separator + line.value);
        }
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

Details detailsOf(const Estate &estate, const QString &key)
{
    Details subject = detailsOfSubject(estate, key);
    if (!subject.title.isEmpty())
        return subject;
    if (const std::optional<int> node = estate.chains.find(key))
        return detailsOfNode(estate, *node);
    if (const EstateImage *const image = estate.imageByUuid(keyRest(key, QLatin1StringView("image:"))))
        return imageDetails(estate, *image);
    if (const QString path = keyRest(key, QLatin1StringView("disk:")); !path.isEmpty())
        return detailsOfDisk(estate, path);
    if (const QString host = keyRest(key, QLatin1StringView("host:")); !host.isEmpty())
        return hostDetails(estate, host);
    if (key.startsWith(QLatin1StringView("project:")))
        return projectDetails(estate, key);
    return key.startsWith(QLatin1StringView("path:")) ? entryDetails(estate, key) : Details();
}

} // namespace Fathom
