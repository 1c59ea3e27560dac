// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/novaconfig.h"

#include "host/osloconfig.h"

#include <QCoreApplication>

#include <array>
#include <initializer_list>

namespace Fathom {

namespace {

struct NovaConfigText {
    Q_DECLARE_TR_FUNCTIONS(NovaConfig)
};

struct NovaOption {
    const char *section;
    const char *name;
};

/// An option under all the names that Nova ever gave it, the newest first.
using NovaOptionNames = std::initializer_list<NovaOption>;

constexpr NovaOptionNames instancesPathNames{{"DEFAULT", "instances_path"}};
constexpr NovaOptionNames statePathNames{{"DEFAULT", "state_path"}};
constexpr NovaOptionNames hostNames{{"DEFAULT", "host"}};
constexpr NovaOptionNames imagesTypeNames{{"libvirt", "images_type"}, {"DEFAULT", "libvirt_images_type"}};
constexpr NovaOptionNames volumeGroupNames{
    {"libvirt", "images_volume_group"}, {"DEFAULT", "libvirt_images_volume_group"}};
constexpr NovaOptionNames rbdPoolNames{{"libvirt", "images_rbd_pool"}, {"DEFAULT", "libvirt_images_rbd_pool"}};
constexpr NovaOptionNames forceRawNames{{"DEFAULT", "force_raw_images"}};
constexpr NovaOptionNames useCowNames{{"DEFAULT", "use_cow_images"}};
constexpr NovaOptionNames cacheNameNames{
    {"image_cache", "subdirectory_name"}, {"DEFAULT", "image_cache_subdirectory_name"}, {"DEFAULT", "base_dir_name"}};
constexpr NovaOptionNames intervalNames{
    {"image_cache", "manager_interval"}, {"DEFAULT", "image_cache_manager_interval"}};
constexpr NovaOptionNames removeUnusedNames{{"image_cache", "remove_unused_base_images"},
    {"DEFAULT", "remove_unused_base_images"}, {"libvirt", "remove_unused_base_images"}};
constexpr NovaOptionNames originalAgeNames{{"image_cache", "remove_unused_original_minimum_age_seconds"},
    {"DEFAULT", "remove_unused_original_minimum_age_seconds"}};
constexpr NovaOptionNames resizedAgeNames{{"image_cache", "remove_unused_resized_minimum_age_seconds"},
    {"libvirt", "remove_unused_resized_minimum_age_seconds"}, {"DEFAULT", "remove_unused_resized_minimum_age_seconds"}};

constexpr std::array allNovaOptions{instancesPathNames, statePathNames, hostNames, imagesTypeNames, volumeGroupNames,
    rbdPoolNames, forceRawNames, useCowNames, cacheNameNames, intervalNames, removeUnusedNames, originalAgeNames,
    resizedAgeNames};

bool isWantedNovaOption(const QString &section, const QString &key)
{
    for (const NovaOptionNames &names : allNovaOptions)
        for (const NovaOption &option : names)
            if (section == QLatin1StringView(option.section) && key == QLatin1StringView(option.name))
                return true;
    return false;
}

/// Takes the values out of the file one by one and notes what makes no sense.
class NovaOptionReader {
public:
    NovaOptionReader(const OsloConfig &file, NovaConfig &config)
        : m_file(file)
        , m_config(config)
    {
    }

    /// The value under the newest of its names that the file uses, with $names expanded; empty: not set.
    QString text(const NovaOptionNames &names) const
    {
        const QMap<QString, QString> defaults{{QStringLiteral("state_path"), QStringLiteral("/var/lib/nova")}};
        for (const NovaOption &option : names) {
            const QStringList values = m_file.values(QLatin1StringView(option.section), QLatin1StringView(option.name));
            if (!values.isEmpty())
                return expandOption(values.back(), m_file, defaults);
        }
        return {};
    }

    void flag(const NovaOptionNames &names, bool &value)
    {
        const QString given = text(names).toLower();
        // The words of oslo.config's boolean type.
        if (QStringList{QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("on"), QStringLiteral("yes")}
                .contains(given))
            value = true;
        else if (QStringList{QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("off"), QStringLiteral("no")}
                     .contains(given))
            value = false;
        else if (!given.isEmpty())
            complain(names, NovaConfigText::tr("“%1” is neither true nor false").arg(plainText(given.toUtf8())));
    }

    void seconds(const NovaOptionNames &names, qint64 smallest, qint64 &value)
    {
        const QString given = text(names);
        if (given.isEmpty())
            return;
        bool isNumber = false;
        const qint64 number = given.toLongLong(&isNumber);
        if (isNumber && number >= smallest)
            value = number;
        else
            complain(names, NovaConfigText::tr("“%1” is not a number of seconds").arg(plainText(given.toUtf8())));
    }

    void complain(const NovaOptionNames &names, const QString &reason)
    {
        m_config.problems.push_back({.kind = ErrorKind::Malformed,
            .action = NovaConfigText::tr("use the option %1").arg(QLatin1StringView(names.begin()->name)),
            .subject = plainText(m_config.path),
            .reason = reason,
            .hint = {}});
    }

private:
    const OsloConfig &m_file;
    NovaConfig &m_config;
};

void readImagesType(NovaOptionReader &reader, NovaConfig &config)
{
    const QString given = reader.text(imagesTypeNames).toLower();
    if (given.isEmpty())
        return;
    static const QStringList known{QStringLiteral("default"), QStringLiteral("raw"), QStringLiteral("flat"),
        QStringLiteral("qcow2"), QStringLiteral("lvm"), QStringLiteral("rbd"), QStringLiteral("ploop")};
    if (!known.contains(given)) {
        reader.complain(imagesTypeNames,
            NovaConfigText::tr("“%1” is no kind of disk that Nova knows").arg(plainText(given.toUtf8())));
        return;
    }
    config.imagesType = given;
    const auto named = [&](const NovaOptionNames &names) {
        const QString name = reader.text(names);
        return name.isEmpty() ? QStringLiteral("?") : plainText(name.toUtf8());
    };
    if (given == QLatin1StringView("lvm"))
        config.imagesTypeExplanation = NovaConfigText::tr(
            "The disks are logical volumes (/dev/%1/<uuid>_disk); the instance directories hold only their "
            "companions, and Fathom does not see the disks' sizes there.")
                                           .arg(named(volumeGroupNames));
    if (given == QLatin1StringView("rbd"))
        config.imagesTypeExplanation = NovaConfigText::tr(
            "The disks are Ceph images (%1/<uuid>_disk); the instance directories hold only their companions, and "
            "Fathom does not see the disks' sizes there.")
                                           .arg(named(rbdPoolNames));
    if (given == QLatin1StringView("lvm") && reader.text(volumeGroupNames).isEmpty())
        reader.complain(volumeGroupNames, NovaConfigText::tr("images_type is lvm, but no volume group is named"));
}

void readPlaces(NovaOptionReader &reader, NovaConfig &config)
{
    const QString statePath = reader.text(statePathNames);
    if (!statePath.isEmpty())
        config.instancesPath = cleanPath(joinPath(nativePath(statePath), "instances"));
    const QString instancesPath = reader.text(instancesPathNames);
    if (!instancesPath.isEmpty())
        config.instancesPath = cleanPath(nativePath(instancesPath));
    if (!config.instancesPath.startsWith('/') || config.instancesPath.contains('$'))
        reader.complain(instancesPathNames,
            NovaConfigText::tr("“%1” is not an absolute path").arg(plainText(config.instancesPath)));

    const QString cacheName = reader.text(cacheNameNames);
    if (cacheName.contains(u'/') || cacheName == QLatin1StringView("..") || cacheName == QLatin1StringView("."))
        reader.complain(cacheNameNames,
            NovaConfigText::tr("“%1” is not the name of one directory").arg(plainText(cacheName.toUtf8())));
    else if (!cacheName.isEmpty())
        config.cacheName = nativePath(cacheName);
}

} // namespace

Result<NovaConfig> readNovaConfig(const NativePath &path)
{
    Result<OsloConfig> file = readOsloConfig(path, isWantedNovaOption);
    if (!file) {
        if (file.error().kind == ErrorKind::NotFound)
            file.error().hint = NovaConfigText::tr("Name the instances directory itself with --instances DIR");
        return std::unexpected(file.error());
    }
    NovaConfig config;
    config.path = path;
    NovaOptionReader reader(*file, config);
    readPlaces(reader, config);
    config.host = plainText(reader.text(hostNames).toUtf8());
    readImagesType(reader, config);
    reader.flag(forceRawNames, config.forceRawImages);
    reader.flag(useCowNames, config.useCowImages);
    reader.seconds(intervalNames, -1, config.cacheIntervalSeconds);
    // Nova's periodic tasks run once a minute when they are given no interval.
    if (config.cacheIntervalSeconds == 0)
        config.cacheIntervalSeconds = 60;
    reader.flag(removeUnusedNames, config.removeUnusedBases);
    reader.seconds(originalAgeNames, 0, config.unusedOriginalAgeSeconds);
    reader.seconds(resizedAgeNames, 0, config.unusedResizedAgeSeconds);
    return config;
}

} // namespace Fathom
