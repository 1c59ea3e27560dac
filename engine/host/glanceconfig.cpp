// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/glanceconfig.h"

#include "host/glancestoretypes.h"
#include "host/osloconfig.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Fathom {

namespace {

struct GlanceConfigText {
    Q_DECLARE_TR_FUNCTIONS(GlanceConfig)
};

constexpr QLatin1StringView defaultSection("DEFAULT");
constexpr QLatin1StringView storeSection("glance_store");
constexpr QLatin1StringView dataDirectoryOption("filesystem_store_datadir");
constexpr QLatin1StringView dataDirectoriesOption("filesystem_store_datadirs");
constexpr QLatin1StringView fileType("file");
constexpr QLatin1StringView packagedDirectory("/var/lib/glance/images");

/// Options that place the stores; a backend's section may have any name, so the name alone decides.
bool isWantedGlanceOption(const QString &, const QString &key)
{
    static const QStringList wanted = [] {
        QStringList names{QStringLiteral("enabled_backends"), QStringLiteral("default_backend"),
            QStringLiteral("default_store"), QStringLiteral("stores"), QStringLiteral("known_stores"),
            QStringLiteral("state_path"), dataDirectoryOption, dataDirectoriesOption};
        return names + storePlaceOptions();
    }();
    return wanted.contains(key);
}

class GlanceConfigReader {
public:
    GlanceConfigReader(const OsloConfig &file, GlanceConfig &config)
        : m_file(file)
        , m_config(config)
    {
    }

    void read()
    {
        const QStringList backends = listOf(m_file.value(defaultSection, QStringLiteral("enabled_backends")));
        if (backends.isEmpty())
            readSingleStores();
        else
            readBackends(backends);
    }

private:
    static QStringList listOf(const QString &value)
    {
        QStringList items;
        for (const QString &item : QString(value).replace(u'\n', u',').split(u','))
            if (!item.trimmed().isEmpty())
                items.append(item.trimmed());
        return items;
    }

    void complain(const QString &reason, const QString &hint = {}, ErrorKind kind = ErrorKind::Conflict)
    {
        m_config.problems.push_back({.kind = kind,
            .action = GlanceConfigText::tr("understand the configuration"),
            .subject = plainText(m_config.path),
            .reason = reason,
            .hint = hint});
    }

    static QString shown(const QString &text) { return plainText(text.toUtf8()); }

    QString expandedValue(const QString &value) const
    {
        return expandOption(value, m_file, {{QStringLiteral("state_path"), QStringLiteral("/var/lib/glance")}});
    }

    /// The section of the old layout that holds an option: [glance_store] since 2014.2, DEFAULT before.
    QString sectionOf(QLatin1StringView option) const
    {
        return m_file.values(storeSection, option).isEmpty() ? QString(defaultSection) : QString(storeSection);
    }

    // Several stores: enabled_backends = fast:file, archive:rbd, with a section for each (since 2018).
    void readBackends(const QStringList &backends)
    {
        const QString chosen = m_file.value(storeSection, QStringLiteral("default_backend"),
            m_file.value(defaultSection, QStringLiteral("default_backend")));
        for (const QString &backend : backends) {
            const qsizetype colon = backend.indexOf(u':');
            const QString id = backend.first(colon < 0 ? backend.size() : colon).trimmed();
            if (colon <= 0 || backend.sliced(colon + 1).trimmed().isEmpty()) {
                complain(
                    GlanceConfigText::tr("“%1” in enabled_backends is not of the form name:type").arg(shown(backend)),
                    {}, ErrorKind::Malformed);
                continue;
            }
            if (id.startsWith(QLatin1StringView("os_glance_"))) {
                complain(GlanceConfigText::tr("“%1” in enabled_backends is a name that Glance keeps for itself")
                        .arg(shown(id)));
                continue;
            }
            if (std::ranges::contains(m_config.stores, shown(id), &GlanceStore::id)) {
                complain(GlanceConfigText::tr("“%1” stands twice in enabled_backends").arg(shown(id)));
                continue;
            }
            addStore(shown(id), storeTypeFromName(backend.sliced(colon + 1)), id, id == chosen);
            if (!m_file.sectionNames.contains(id))
                complain(GlanceConfigText::tr("enabled_backends names “%1”, but there is no section of that name")
                        .arg(shown(id)));
        }
        if (chosen.isEmpty())
            complain(GlanceConfigText::tr("enabled_backends is set, but default_backend in [glance_store] is not"));
        else if (!std::ranges::contains(m_config.stores, true, &GlanceStore::isDefault))
            complain(GlanceConfigText::tr("default_backend is “%1”, which enabled_backends does not name")
                    .arg(shown(chosen)));
    }

    // One store of each type, all options in one section.
    void readSingleStores()
    {
        const QString given =
            m_file.value(sectionOf(QLatin1StringView("default_store")), QStringLiteral("default_store"), fileType);
        const QString chosen = storeTypeFromName(given);
        QStringList types;
        for (const QLatin1StringView option : {QLatin1StringView("stores"), QLatin1StringView("known_stores")})
            for (const QString &name : listOf(m_file.value(sectionOf(option), option)))
                types.append(storeTypeFromName(name));
        const bool namesDirectories = !m_file.values(sectionOf(dataDirectoryOption), dataDirectoryOption).isEmpty() ||
            !m_file.values(sectionOf(dataDirectoriesOption), dataDirectoriesOption).isEmpty();
        // Glance has the file store on unless it is told otherwise, and images of earlier days may still lie there.
        if (types.isEmpty() && namesDirectories)
            types.append(fileType);
        types.prepend(chosen);
        types.removeDuplicates();
        for (const QString &type : types)
            addStore(type, type, {}, type == chosen);
    }

    /// section: the backend's; null for the old layout.
    void addStore(const QString &id, const QString &type, const QString &section, bool isDefault)
    {
        GlanceStore store{.id = id, .type = type, .isDefault = isDefault};
        if (type == fileType) {
            readDirectories(store, section);
        } else {
            store.explanation = storeExplanation(type, [&](QLatin1StringView option) {
                return shown(m_file.value(section.isNull() ? sectionOf(option) : section, option));
            });
        }
        m_config.stores.push_back(std::move(store));
    }

    void readDirectories(GlanceStore &store, const QString &section)
    {
        const auto values = [&](QLatin1StringView option) {
            QStringList all;
            for (const QString &value : m_file.values(section.isNull() ? sectionOf(option) : section, option))
                if (!value.isEmpty())
                    all.append(value);
            return all;
        };
        const QStringList single = values(dataDirectoryOption);
        const QStringList several = values(dataDirectoriesOption);
        if (!single.isEmpty() && !several.isEmpty())
            complain(
                GlanceConfigText::tr("store “%1” sets both filesystem_store_datadir and filesystem_store_datadirs; "
                                     "Glance refuses to start like this")
                    .arg(store.id),
                GlanceConfigText::tr("Both are listed here; remove one of them"));
        if (!single.isEmpty())
            addDirectory(store, single.back(), 0);
        for (const QString &entry : several)
            addDirectoryWithPriority(store, entry);
        if (single.isEmpty() && several.isEmpty())
            addDirectory(store, packagedDirectory, 0);
        std::ranges::stable_sort(store.directories, std::ranges::greater(), &GlanceStoreDirectory::priority);
    }

    /// "/a:200"; the priority is what follows the last colon, 0 when there is none.
    void addDirectoryWithPriority(GlanceStore &store, const QString &entry)
    {
        const qsizetype colon = entry.lastIndexOf(u':');
        const QString number = colon < 0 ? QString() : entry.sliced(colon + 1).trimmed();
        int priority = 0;
        if (!number.isEmpty()) {
            bool isNumber = false;
            priority = number.toInt(&isNumber);
            if (!isNumber || priority < 0) {
                complain(GlanceConfigText::tr("“%1” has no number as its priority").arg(shown(entry)), {},
                    ErrorKind::Malformed);
                priority = 0;
            }
        }
        addDirectory(store, colon < 0 ? entry : entry.first(colon).trimmed(), priority);
    }

    void addDirectory(GlanceStore &store, const QString &text, int priority)
    {
        const NativePath path = cleanPath(nativePath(expandedValue(text)));
        if (!path.startsWith('/') || path.contains('\0')) {
            complain(GlanceConfigText::tr("“%1” is not an absolute path").arg(shown(text)), {}, ErrorKind::Malformed);
            return;
        }
        const auto same = std::ranges::find(store.directories, path, &GlanceStoreDirectory::path);
        if (same == store.directories.end()) {
            store.directories.push_back({path, priority});
            return;
        }
        if (same->priority != priority)
            complain(GlanceConfigText::tr("“%1” is named twice, with different priorities").arg(plainText(path)));
        same->priority = std::max(same->priority, priority);
    }

    const OsloConfig &m_file;
    GlanceConfig &m_config;
};

} // namespace

std::vector<NativePath> GlanceConfig::imageDirectories() const
{
    std::vector<GlanceStoreDirectory> all;
    for (const GlanceStore &store : stores)
        for (const GlanceStoreDirectory &directory : store.directories)
            if (!std::ranges::contains(all, directory.path, &GlanceStoreDirectory::path))
                all.push_back(directory);
    std::ranges::stable_sort(all, std::ranges::greater(), &GlanceStoreDirectory::priority);
    std::vector<NativePath> paths;
    std::ranges::transform(all, std::back_inserter(paths), &GlanceStoreDirectory::path);
    return paths;
}

Result<GlanceConfig> readGlanceConfig(const NativePath &path)
{
    Result<OsloConfig> file = readOsloConfig(path, isWantedGlanceOption);
    if (!file) {
        if (file.error().kind == ErrorKind::NotFound)
            file.error().hint = GlanceConfigText::tr("Name the directories of images themselves with --images DIR");
        return std::unexpected(file.error());
    }
    GlanceConfig config;
    config.path = path;
    GlanceConfigReader(*file, config).read();
    return config;
}

} // namespace Fathom
