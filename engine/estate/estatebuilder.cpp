// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estatebuilder.h"

#include "base/maskedname.h"
#include "estate/baseorigin.h"
#include "estate/chainpicture.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EstateBuilder)
};

/// Whether a disk of the domain is one of the directory's files, wherever the directory was copied to.
bool liesIn(const EstateInstance &instance, const DomainDisk &disk)
{
    return disk.type == u"file" && fileName(parentPath(disk.source)) == fileName(instance.path) &&
        std::ranges::any_of(
            instance.disks, [&](const EstateDisk &own) { return fileName(own.path) == fileName(disk.source); });
}

/// What a layer's state makes of its instance; the later in the enumeration, the worse.
InstanceState stateByLayer(LinkState state)
{
    switch (state) {
    case LinkState::Whole: return InstanceState::Sound;
    case LinkState::NotOpened: return InstanceState::NotOpened;
    case LinkState::Outside: return InstanceState::Outside;
    case LinkState::Missing:
    case LinkState::Unreadable:
    case LinkState::Malformed:
    case LinkState::Cyclic:
    case LinkState::TooDeep: break;
    }
    return InstanceState::BrokenChain;
}

/// The join in its steps; each reads what the steps before it have made.
class Join {
public:
    explicit Join(const EstateRecords &records)
        : m_records(records)
    {
    }

    Estate run()
    {
        m_estate.sources = m_records.sources;
        takeImages();
        takeDomains();
        for (const InstanceTreePtr &tree : m_records.instanceTrees) {
            const QString host = hostOf(*tree);
            m_estate.hostOfTree.insert(tree->root, host);
            takeBases(*tree, host);
            takeInstances(*tree, host);
        }
        m_estate.orderKeys();
        nameBasesAfterImages();
        joinUsers();
        sumUpHosts();
        for (const ImageStorePtr &store : m_records.imageStores) {
            m_estate.directories.push_back(store->directory);
            takeQuarantined(store->quarantined);
        }
        for (const InstanceTreePtr &tree : m_records.instanceTrees) {
            m_estate.directories.push_back(tree->directory);
            takeQuarantined(tree->quarantined);
        }
        m_estate.chains = chainPicture(m_estate);
        m_estate.complete = std::ranges::all_of(m_estate.sources, [](const EstateSource &source) {
            return source.health != SourceHealth::Waiting && source.health != SourceHealth::Reading;
        });
        return std::move(m_estate);
    }

private:
    void takeImages();
    void takeDomains();
    QString hostOf(const InstanceTree &tree) const;
    void takeBases(const InstanceTree &tree, const QString &host);
    void takeQuarantined(const std::vector<QuarantinedThing> &things)
    {
        for (const QuarantinedThing &thing : things)
            m_estate.quarantined.push_back({quarantineKey(thing.entry), thing});
    }
    void takeInstances(const InstanceTree &tree, const QString &host);
    void joinDomain(EstateInstance &instance, const InstanceDirectory &directory);
    void judge(EstateInstance &instance, const InstanceDirectory &directory) const;
    void nameBasesAfterImages();
    void joinUsers();
    void sumUpHosts();

    const EstateRecords &m_records;
    Estate m_estate;
    QHash<QString, const DomainRecord *> m_domainByUuid;
    QHash<QString, const DomainRecord *> m_domainByName;
};

void Join::takeImages()
{
    for (const ImageStorePtr &store : m_records.imageStores)
        for (const StoredImage &stored : store->images) {
            m_estate.images.push_back({.key = imageKey(stored.path),
                .uuid = stored.uuid,
                .path = stored.path,
                .facts = stored.facts,
                .info = stored.info,
                .error = stored.error});
        }
}

void Join::takeDomains()
{
    for (const DomainRecordsPtr &domains : m_records.domains)
        for (const DomainRecord &domain : *domains) {
            if (!domain.facts.uuid.isEmpty())
                m_domainByUuid.insert(domain.facts.uuid, &domain);
            m_domainByName.insert(domain.facts.name, &domain);
        }
}

QString Join::hostOf(const InstanceTree &tree) const
{
    if (tree.computeNodes.size() == 1)
        return tree.computeNodes.front();
    if (tree.computeNodes.size() > 1)
        return Text::tr("shared by %1").arg(tree.computeNodes.join(QStringLiteral(", ")));
    for (const EstateSource &source : m_records.sources)
        if (source.kind == SourceKind::InstanceTree && source.path == tree.root && !source.host.isEmpty())
            return source.host;
    return plainText(tree.root);
}

void Join::takeBases(const InstanceTree &tree, const QString &host)
{
    for (const BaseFile &base : tree.bases) {
        m_estate.bases.push_back({.key = baseKey(base.path),
            .path = base.path,
            .host = host,
            .meaning = base.meaning,
            .hash = base.hash,
            .imageUuid = {},
            .facts = base.facts,
            .info = base.info,
            .error = base.error,
            .usedBy = {}});
    }
}

void Join::takeInstances(const InstanceTree &tree, const QString &host)
{
    for (const InstanceDirectory &directory : tree.instances) {
        EstateInstance instance;
        instance.key = instanceKey(directory.path);
        instance.path = directory.path;
        instance.uuid = directory.uuid;
        instance.host = host;
        instance.facts = directory.facts;
        instance.consoleLogBytes = directory.consoleLogBytes;
        for (const InstanceDisk &disk : directory.disks)
            instance.disks.push_back({.path = disk.path,
                .meaning = disk.meaning,
                .declaredFormat = disk.declaredFormat,
                .chain = disk.chain,
                .baseKey = {},
                .imageKey = {}});
        joinDomain(instance, directory);
        judge(instance, directory);
        m_estate.instances.push_back(std::move(instance));
    }
}

/// libvirt's own file is what runs today; libvirt.xml in the directory was Nova's, long ago.
void Join::joinDomain(EstateInstance &instance, const InstanceDirectory &directory)
{
    const DomainRecord *record = m_domainByUuid.value(instance.uuid);
    if (!record && instance.uuid.isEmpty())
        record = m_domainByName.value(plainText(directory.name));
    if (record) {
        instance.domain = record->facts;
        instance.domainSource = plainText(record->path);
    } else if (!directory.domainXml.isEmpty()) {
        const QString source = plainText(joinPath(directory.path, "libvirt.xml"));
        Result<DomainFacts> facts = readDomainXml(directory.domainXml, source);
        if (facts) {
            instance.domain = std::move(*facts);
            instance.domainSource = source;
        } else {
            instance.problems.append(sentence(facts.error()));
        }
    }
    if (instance.uuid.isEmpty() && instance.domain)
        instance.uuid = instance.domain->uuid;
}

void Join::judge(EstateInstance &instance, const InstanceDirectory &directory) const
{
    for (const Error &problem : directory.problems)
        instance.problems.append(sentence(problem));
    // What a resize or a deletion left is no longer what the domain runs on.
    if (instance.domain && directory.meaning == EntryMeaning::InstanceDirectory)
        for (const DomainDisk &disk : instance.domain->disks)
            if (disk.device != u"cdrom" && disk.device != u"floppy" && !disk.source.isEmpty() &&
                !liesIn(instance, disk))
                instance.problems.append(Text::tr("Disk %1 lies elsewhere and was not read: %2 (%3).")
                        .arg(disk.target, maskedName(disk.source), disk.type));
    InstanceState worst = InstanceState::Sound;
    for (const EstateDisk &disk : instance.disks)
        for (const ChainLayer &layer : disk.chain.layers) {
            if (layer.state == LinkState::Whole)
                continue;
            worst = std::max(worst, stateByLayer(layer.state));
            instance.problems.append(layer.error
                    ? sentence(*layer.error)
                    : Text::tr("%1 stands on %2: %3.")
                          .arg(plainText(fileName(disk.path)), maskedName(layer.reference.text),
                              linkStateText(layer.state)));
        }
    if (directory.meaning == EntryMeaning::ResizeLeftover)
        instance.state = InstanceState::Resizing;
    else if (directory.meaning == EntryMeaning::DeleteLeftover)
        instance.state = InstanceState::Deleting;
    else if (worst != InstanceState::Sound)
        instance.state = worst;
    else if (instance.disks.empty())
        instance.state = directory.problems.empty() ? InstanceState::NoDisks : InstanceState::Unreadable;
}

/// A base's name is the sha1 of its image's UUID; the UUIDs come from the stores and from Nova's metadata.
void Join::nameBasesAfterImages()
{
    const QHash<QByteArray, QString> uuidOfHash = imagesByBaseName(m_estate);
    for (EstateBase &base : m_estate.bases)
        if (!base.hash.isEmpty())
            base.imageUuid = uuidOfHash.value(base.hash);
}

void Join::joinUsers()
{
    QHash<QString, std::vector<EstateImage *>> imagesOfUuid;
    QHash<QByteArray, EstateImage *> imageOfPath;
    for (EstateImage &image : m_estate.images) {
        imageOfPath.insert(image.path, &image);
        if (!image.uuid.isEmpty())
            imagesOfUuid[image.uuid].push_back(&image);
    }
    QHash<QByteArray, EstateBase *> baseOfPath;
    for (EstateBase &base : m_estate.bases)
        baseOfPath.insert(base.path, &base);

    // Users are added in the instances' order, so that one already added is always the last.
    const auto addUser = [](auto &users, const auto &user) {
        if (users.empty() || users.back() != user)
            users.push_back(user);
    };
    std::vector<std::vector<quint32>> imageUsers(m_estate.images.size());
    const auto usersOf = [&](const EstateImage *image) -> std::vector<quint32> & {
        return imageUsers[static_cast<std::size_t>(image - m_estate.images.data())];
    };
    for (std::size_t i = 0; i < m_estate.instances.size(); ++i) {
        EstateInstance &instance = m_estate.instances[i];
        const auto number = static_cast<quint32>(i);
        for (EstateDisk &disk : instance.disks)
            for (const ChainLayer &layer : disk.chain.layers) {
                if (EstateBase *base = baseOfPath.value(layer.path)) {
                    addUser(base->usedBy, instance.key);
                    disk.baseKey = base->key;
                    for (EstateImage *image : imagesOfUuid.value(base->imageUuid)) {
                        addUser(usersOf(image), number);
                        disk.imageKey = image->key;
                    }
                } else if (EstateImage *image = imageOfPath.value(layer.path)) {
                    addUser(usersOf(image), number);
                    disk.imageKey = image->key;
                }
            }
        if (instance.domain)
            for (EstateImage *image : imagesOfUuid.value(instance.domain->imageUuid))
                addUser(usersOf(image), number);
    }
    m_estate.setImageUsers(imageUsers);
}

void Join::sumUpHosts()
{
    QHash<QString, int> index;
    const auto usageOf = [&](const QString &host) -> HostUsage & {
        if (!index.contains(host)) {
            index.insert(host, static_cast<int>(m_estate.hosts.size()));
            m_estate.hosts.push_back({.host = host});
        }
        return m_estate.hosts[static_cast<std::size_t>(index.value(host))];
    };
    // A file counts once on its host, under however many names and for however many disks.
    QHash<QString, QSet<std::pair<quint64, quint64>>> counted;
    const auto first = [&](const QString &host, const FileFacts &facts) {
        QSet<std::pair<quint64, quint64>> &ofHost = counted[host];
        const qsizetype before = ofHost.size();
        ofHost.insert({facts.device, facts.inode});
        return ofHost.size() > before;
    };
    for (const EstateInstance &instance : m_estate.instances) {
        HostUsage &usage = usageOf(instance.host);
        ++usage.instances;
        usage.virtualBytes += instance.virtualBytes().value_or(0);
        for (const EstateDisk &disk : instance.disks)
            if (const ChainLayer *top = disk.chain.top(); top && top->facts && first(instance.host, *top->facts))
                usage.overlayBytes += top->facts->allocatedBytes;
    }
    for (const EstateBase &base : m_estate.bases)
        if (base.facts && first(base.host, *base.facts))
            usageOf(base.host).baseBytes += base.facts->allocatedBytes;
    // What disks stand on outside the image cache takes room as well.
    for (const EstateInstance &instance : m_estate.instances)
        for (const EstateDisk &disk : instance.disks)
            for (const ChainLayer &layer : disk.chain.layers)
                if (layer.facts && first(instance.host, *layer.facts))
                    usageOf(instance.host).baseBytes += layer.facts->allocatedBytes;
}

} // namespace

Estate buildEstate(const EstateRecords &records)
{
    return Join(records).run();
}

} // namespace Fathom
