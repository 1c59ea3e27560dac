// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/places.h"

#include "models/directorymodel.h"

#include <algorithm>

namespace Fathom {

namespace {

class PlaceFinder {
public:
    explicit PlaceFinder(const Estate &estate)
        : m_estate(estate)
    {
    }

    std::vector<Place> places;

    void add(const char *page, const QString &key)
    {
        const Place place{QString::fromLatin1(page), key};
        if (!std::ranges::contains(places, place.pageId, &Place::pageId))
            places.push_back(place);
    }

    void addChain(const QString &nodeKey)
    {
        if (m_estate.chains.find(nodeKey))
            add("chains", nodeKey);
    }

    void addDirectory(const NativePath &path)
    {
        const auto holds = [&path](const DirectoryNode &root) { return isBelow(path, root.path); };
        if (std::ranges::any_of(m_estate.directories, holds))
            add("directories", pathKey(path));
    }

    void addImage(const EstateImage &image)
    {
        add("images", image.key);
        if (!image.uuid.isEmpty())
            addChain(QStringLiteral("image:") + image.uuid);
        addChain(fileNodeKey(image.path));
        addDirectory(image.path);
    }

    void addInstance(const EstateInstance &instance)
    {
        add("instances", instance.key);
        for (const EstateDisk &disk : instance.disks)
            addChain(fileNodeKey(disk.path));
        addDirectory(instance.path);
    }

    void addBase(const EstateBase &base)
    {
        addChain(fileNodeKey(base.path));
        addDirectory(base.path);
    }

    /// A thing named by its path alone: whatever it is, first.
    void addPath(const QString &path, bool chainFirst)
    {
        const NativePath native = nativePathOf(path);
        if (chainFirst)
            addChain(QStringLiteral("file:") + path);
        if (!native.isEmpty())
            addDirectory(native);
        if (const EstateImage *image = m_estate.image(QStringLiteral("image:") + path))
            addImage(*image);
        if (const EstateInstance *instance = m_estate.instance(QStringLiteral("instance:") + path))
            addInstance(*instance);
        if (const EstateBase *base = m_estate.base(QStringLiteral("base:") + path))
            addBase(*base);
        addChain(QStringLiteral("file:") + path);
    }

private:
    /// Keys hold paths as they are shown; the bytes behind them are found where they were read.
    NativePath nativePathOf(const QString &path) const
    {
        for (const DirectoryNode &root : m_estate.directories) {
            if (const NativePath found = below(root, path); !found.isEmpty())
                return found;
        }
        return {};
    }

    static NativePath below(const DirectoryNode &node, const QString &path)
    {
        const QString shown = plainText(node.path);
        if (shown == path)
            return node.path;
        if (!path.startsWith(shown + (shown.endsWith(u'/') ? QString() : QStringLiteral("/"))))
            return {};
        for (const DirectoryNode &child : node.children) {
            if (const NativePath found = below(child, path); !found.isEmpty())
                return found;
        }
        return {};
    }

    const Estate &m_estate;
};

} // namespace

std::vector<Place> placesOf(const Estate &estate, const QString &key)
{
    PlaceFinder finder(estate);
    const QString kind = key.section(u':', 0, 0);
    const QString rest = key.section(u':', 1);
    if (const EstateImage *image = estate.image(key)) {
        finder.addImage(*image);
    } else if (const EstateInstance *instance = estate.instance(key)) {
        finder.addInstance(*instance);
    } else if (const EstateBase *base = estate.base(key)) {
        finder.addBase(*base);
    } else if (const EstateQuarantined *quarantined = estate.quarantinedThing(key)) {
        finder.add("quarantine", key);
        finder.addDirectory(quarantined->thing.held);
    } else if (kind == u"image") {
        // A chain's image, named by its UUID: stored here or only known of.
        if (const EstateImage *stored = estate.imageByUuid(rest))
            finder.addImage(*stored);
        else
            finder.addChain(key);
    } else if (kind == u"host" || kind == u"project") {
        finder.add("instances", key);
    } else if (kind == u"path") {
        finder.addPath(rest, false);
    } else if (kind == u"file" || kind == u"disk") {
        finder.addPath(rest, true);
    } else {
        finder.addChain(key);
    }
    return std::move(finder.places);
}

} // namespace Fathom
