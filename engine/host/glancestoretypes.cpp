// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/glancestoretypes.h"

#include "base/nativepath.h"

#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

struct StoreType {
    const char *type;
    const char *otherNames; ///< separated by blanks
    const char *placeOption; ///< names the place; null where there is none that may be shown
    const char *placeByDefault;
    const char *explanation; ///< %1: the place
};

constexpr std::array storeTypes{
    StoreType{"file", "filesystem", nullptr, "", ""},
    // The bucket of S3 is not shown: by Glance's own convention its name contains the access key.
    StoreType{"s3", "s3+http s3+https", nullptr, "",
        QT_TRANSLATE_NOOP("GlanceStores",
            "The images are objects in an S3 bucket. They have no files on this machine: ask Glance's API for their "
            "sizes and formats.")},
    StoreType{"swift", "swift+http swift+https swift+config", "swift_store_container", "glance",
        QT_TRANSLATE_NOOP("GlanceStores",
            "The images are objects in the Swift container “%1”, large ones cut into segments. They have no files on "
            "this machine: ask Glance's API for their sizes and formats.")},
    StoreType{"rbd", "", "rbd_store_pool", "images",
        QT_TRANSLATE_NOOP("GlanceStores",
            "The images are block devices in the Ceph pool “%1”, and instances' disks may be clones of them. They have "
            "no files on this machine: ask Glance's API, or rbd du.")},
    StoreType{"sheepdog", "", nullptr, "",
        QT_TRANSLATE_NOOP("GlanceStores",
            "The images are objects in a Sheepdog cluster. They have no files on this machine: ask Glance's API for "
            "their sizes and formats.")},
    StoreType{"cinder", "", "cinder_volume_type", "",
        QT_TRANSLATE_NOOP("GlanceStores",
            "The images are volumes of Cinder (volume type “%1”), wherever Cinder keeps them. They have no files in an "
            "image store: ask Glance's API for their sizes and formats.")},
    StoreType{"vmware", "vsphere vmware_datastore", "vmware_store_image_dir", "/openstack_glance",
        QT_TRANSLATE_NOOP("GlanceStores",
            "The images are files below “%1” in the datastores of a vCenter. They have no files on this machine: ask "
            "Glance's API for their sizes and formats.")},
    StoreType{"http", "https", nullptr, "",
        QT_TRANSLATE_NOOP("GlanceStores",
            "The images stay on other web servers; Glance keeps only their addresses and reads them when asked.")},
};

const StoreType *findStoreType(const QString &word)
{
    for (const StoreType &candidate : storeTypes)
        if (word == QLatin1StringView(candidate.type) ||
            QString::fromLatin1(candidate.otherNames).split(u' ').contains(word))
            return &candidate;
    return nullptr;
}

} // namespace

QString storeTypeFromName(const QString &name)
{
    QString word = name.trimmed().toLower();
    // Until 2014.2 stores were named by their classes: glance.store.filesystem.Store.
    const QStringList parts = word.split(u'.');
    if (parts.size() >= 3 && parts.front() == QLatin1StringView("glance"))
        word = parts[2];
    if (word.isEmpty())
        return QStringLiteral("file");
    const StoreType *known = findStoreType(word);
    return known ? QString::fromLatin1(known->type) : plainText(word.toUtf8());
}

QStringList storePlaceOptions()
{
    QStringList options;
    for (const StoreType &type : storeTypes)
        if (type.placeOption)
            options.append(QString::fromLatin1(type.placeOption));
    return options;
}

QString storeExplanation(const QString &type, const std::function<QString(QLatin1StringView option)> &valueOf)
{
    const StoreType *known = findStoreType(type);
    if (!known)
        return QCoreApplication::translate("GlanceStores",
            "Fathom does not know this kind of store. Where its images are, only Glance's API can tell.");
    const QString explanation = QCoreApplication::translate("GlanceStores", known->explanation);
    if (!known->placeOption)
        return explanation;
    const QString given = valueOf(QLatin1StringView(known->placeOption));
    const QString place = given.isEmpty() ? QString::fromLatin1(known->placeByDefault) : given;
    return explanation.arg(place.isEmpty() ? QStringLiteral("—") : place);
}

} // namespace Fathom
