// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of an estate can be gone to, and by which names each thing is found.
#include "models/directorymodel.h"
#include "models/gotoindex.h"
#include "models/instancerows.h"

#include <QCoreApplication>
#include <QSet>

namespace Fathom {

namespace {

struct GotoThingText {
    Q_DECLARE_TR_FUNCTIONS(GotoIndex)
};

QString together(const QStringList &parts)
{
    QStringList told;
    for (const QString &part : parts)
        if (!part.isEmpty())
            told << part;
    return told.join(QStringLiteral(" · "));
}

class GotoCollector {
public:
    GotoCollector(const Estate &estate, const std::stop_token &stop)
        : m_estate(estate)
        , m_stop(stop)
    {
    }

    GotoIndexPtr run()
    {
        addGroups();
        for (const EstateImage &image : m_estate.images)
            addImage(image);
        for (const EstateInstance &instance : m_estate.instances)
            addInstance(instance);
        for (const EstateBase &base : m_estate.bases)
            addBase(base);
        for (const DirectoryNode &root : m_estate.directories)
            addEntry(root, nullptr);
        if (m_stop.stop_requested())
            return nullptr;
        m_index->finish();
        return m_index;
    }

private:
    void addGroups()
    {
        for (const InstanceRow &row : instanceRows(m_estate).rows) {
            if (row.kind == InstanceRow::Kind::Host)
                m_index->add({.key = row.key,
                    .kind = GotoKind::Host,
                    .title = row.name,
                    .secondary = GotoThingText::tr("%n instance(s)", nullptr, row.instances),
                    .names = {row.name}});
            else if (row.kind == InstanceRow::Kind::Project)
                m_index->add({.key = row.key,
                    .kind = GotoKind::Project,
                    .title = row.name,
                    .secondary = together({row.host, GotoThingText::tr("%n instance(s)", nullptr, row.instances)}),
                    .names = {row.name},
                    .ids = {row.key.section(u'/', -1)},
                    .context = {row.host}});
        }
    }

    void addImage(const EstateImage &image)
    {
        if (m_stop.stop_requested())
            return;
        m_known.insert(image.path);
        const QString file = plainText(fileName(image.path));
        // A base is named by the sha1 of its image's UUID: whoever has that hash looks for the image.
        const QString hash = image.uuid.isEmpty()
            ? QString()
            : QStringLiteral("sha1:") + QString::fromLatin1(baseNameOfImage(image.uuid));
        m_index->add({.key = image.key,
            .kind = GotoKind::Image,
            .title = file,
            .secondary = plainText(image.store()),
            .names = {file},
            .ids = {image.uuid == file ? QString() : image.uuid, hash},
            .path = plainText(image.path),
            .context = {plainText(image.store())}});
    }

    void addInstance(const EstateInstance &instance)
    {
        if (m_stop.stop_requested())
            return;
        m_known.insert(instance.path);
        const QString title = instance.displayName();
        const QString project = instance.projectText();
        GotoThing thing{.key = instance.key,
            .kind = GotoKind::Instance,
            .title = title,
            .secondary = together({instance.host, project, instance.uuid == title ? QString() : instance.uuid}),
            .names = {title},
            .ids = {instance.uuid},
            .path = plainText(instance.path),
            .context = {instance.host, project}};
        if (const auto &domain = instance.domain) {
            if (domain->name != title)
                thing.names.push_back(domain->name);
            for (const QString &mac : domain->macAddresses)
                thing.ids.insert(thing.ids.end(), {mac, QString(mac).remove(u':')});
        }
        m_index->add(thing);
    }

    void addBase(const EstateBase &base)
    {
        m_known.insert(base.path);
        const QString file = plainText(fileName(base.path));
        m_index->add({.key = base.key,
            .kind = GotoKind::Base,
            .title = file,
            .secondary = together({base.host,
                GotoThingText::tr("used by %n instance(s)", nullptr, static_cast<int>(base.usedBy.size()))}),
            .names = {file},
            .ids = {base.imageUuid},
            .path = plainText(base.path),
            .context = {base.host}});
    }

    void addEntry(const DirectoryNode &node, const EstateInstance *owner)
    {
        if (m_stop.stop_requested())
            return;
        if (!m_known.contains(node.path)) {
            const QString path = plainText(node.path);
            const QString file = plainText(node.name.isEmpty() ? node.path : node.name);
            const bool isDirectory = node.facts && node.facts->kind == FileKind::Directory;
            const QString whose = owner ? owner->displayName() : QString();
            m_index->add({.key = pathKey(node.path),
                .kind = entryTraits(node.meaning).isDisk ? GotoKind::Disk
                    : isDirectory                        ? GotoKind::Directory
                                                         : GotoKind::File,
                .title = file,
                .secondary = together({whose, path}),
                .names = {file},
                .path = path,
                .context = {whose}});
        } else if (const EstateInstance *instance = m_estate.instance(instanceKey(node.path))) {
            owner = instance;
        }
        for (const DirectoryNode &child : node.children)
            addEntry(child, owner);
    }

    const Estate &m_estate;
    std::stop_token m_stop;
    std::shared_ptr<GotoIndex> m_index = std::make_shared<GotoIndex>();
    QSet<NativePath> m_known;
};

} // namespace

GotoIndexPtr gotoIndexOf(const Estate &estate, const std::stop_token &stop)
{
    return GotoCollector(estate, stop).run();
}

} // namespace Fathom
