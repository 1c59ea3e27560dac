// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estate.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Estate)
};

struct StateName {
    InstanceState state;
    const char *id;
    const char *text;
};

constexpr std::array stateNames{
    StateName{InstanceState::Sound, "sound", QT_TRANSLATE_NOOP("Estate", "sound")},
    StateName{InstanceState::Resizing, "resizing", QT_TRANSLATE_NOOP("Estate", "kept until a resize is confirmed")},
    StateName{InstanceState::Deleting, "deleting", QT_TRANSLATE_NOOP("Estate", "being deleted")},
    StateName{InstanceState::NoDisks, "no-disks", QT_TRANSLATE_NOOP("Estate", "no disks")},
    StateName{InstanceState::NotOpened, "not-opened", QT_TRANSLATE_NOOP("Estate", "a layer was not opened")},
    StateName{InstanceState::Outside, "outside", QT_TRANSLATE_NOOP("Estate", "stands on a file outside")},
    StateName{InstanceState::BrokenChain, "broken-chain", QT_TRANSLATE_NOOP("Estate", "broken chain")},
    StateName{InstanceState::Unreadable, "unreadable", QT_TRANSLATE_NOOP("Estate", "unreadable")},
};

const StateName &nameOf(InstanceState state)
{
    for (const StateName &name : stateNames)
        if (name.state == state)
            return name;
    return stateNames.front();
}

/// Adds up files, each once, under whatever names it is reached. An instance has few of them.
class FileSum {
public:
    void add(const ChainLayer &layer)
    {
        if (!layer.facts)
            return;
        const std::pair identity(layer.facts->device, layer.facts->inode);
        if (std::ranges::find(m_counted, identity) != m_counted.end())
            return;
        m_counted.append(identity);
        m_bytes += layer.facts->allocatedBytes;
    }
    qint64 bytes() const { return m_bytes; }

private:
    QVarLengthArray<std::pair<quint64, quint64>, 16> m_counted;
    qint64 m_bytes = 0;
};

} // namespace

QString instanceStateId(InstanceState state)
{
    return QString::fromLatin1(nameOf(state).id);
}

QString instanceStateText(InstanceState state)
{
    return Text::tr(nameOf(state).text);
}

QString EstateInstance::displayName() const
{
    if (domain && !domain->novaName.isEmpty())
        return domain->novaName;
    if (domain && !domain->name.isEmpty())
        return domain->name;
    return uuid.isEmpty() ? plainText(fileName(path)) : uuid;
}

QString EstateInstance::projectText() const
{
    if (!domain)
        return {};
    return domain->projectName.isEmpty() ? domain->projectId : domain->projectName;
}

int EstateInstance::chainDepth() const
{
    int depth = 0;
    for (const EstateDisk &disk : disks)
        depth = std::max(depth, disk.chain.depth());
    return depth;
}

std::optional<qint64> EstateInstance::virtualBytes() const
{
    std::optional<qint64> sum;
    for (const EstateDisk &disk : disks)
        if (const std::optional<qint64> bytes = disk.chain.virtualSizeBytes())
            sum = sum.value_or(0) + *bytes;
    return sum;
}

qint64 EstateInstance::ownBytes() const
{
    FileSum sum;
    for (const EstateDisk &disk : disks)
        if (const ChainLayer *top = disk.chain.top())
            sum.add(*top);
    return sum.bytes();
}

qint64 EstateInstance::withBaseBytes() const
{
    FileSum sum;
    for (const EstateDisk &disk : disks)
        for (const ChainLayer &layer : disk.chain.layers)
            sum.add(layer);
    return sum.bytes();
}

std::vector<QString> Estate::usersOf(const EstateImage &image) const
{
    std::vector<QString> keys;
    for (const quint32 number : std::span(imageUsers).subspan(image.firstUser, image.users))
        keys.push_back(instances[number].key);
    return keys;
}

std::vector<QString> Estate::basesOf(const EstateImage &image) const
{
    std::vector<QString> keys;
    for (const EstateBase &base : bases)
        if (!image.uuid.isEmpty() && base.imageUuid == image.uuid)
            keys.push_back(base.key);
    return keys;
}

void Estate::setImageUsers(const std::vector<std::vector<quint32>> &users)
{
    imageUsers.clear();
    for (std::size_t i = 0; i < images.size(); ++i) {
        images[i].firstUser = static_cast<quint32>(imageUsers.size());
        images[i].users = static_cast<quint32>(users[i].size());
        std::ranges::copy(users[i], std::back_inserter(imageUsers));
    }
    imageUsers.shrink_to_fit();
}

void Estate::orderKeys()
{
    imageOrder.build(images);
    instanceOrder.build(instances);
    baseOrder.build(bases);
}

const EstateImage *Estate::image(const QString &key) const
{
    return imageOrder.find(images, key);
}

const EstateInstance *Estate::instance(const QString &key) const
{
    return instanceOrder.find(instances, key);
}

const EstateBase *Estate::base(const QString &key) const
{
    return baseOrder.find(bases, key);
}

const EstateQuarantined *Estate::quarantinedThing(const QString &key) const
{
    const auto found = std::ranges::find(quarantined, key, &EstateQuarantined::key);
    return found == quarantined.end() ? nullptr : &*found;
}

const EstateImage *Estate::imageByUuid(const QString &uuid) const
{
    for (const EstateImage &image : images)
        if (!uuid.isEmpty() && image.uuid == uuid)
            return &image;
    return nullptr;
}

QString imageKey(const NativePath &path)
{
    return QStringLiteral("image:") + plainText(path);
}

QString instanceKey(const NativePath &path)
{
    return QStringLiteral("instance:") + plainText(path);
}

QString quarantineKey(const NativePath &entry)
{
    return QStringLiteral("quarantine:") + plainText(entry);
}

QString baseKey(const NativePath &path)
{
    return QStringLiteral("base:") + plainText(path);
}

} // namespace Fathom
