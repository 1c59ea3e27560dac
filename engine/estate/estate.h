// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/chaingraph.h"
#include "estate/keyorder.h"
#include "host/imagestore.h"
#include "host/instancetree.h"
#include "libvirt/domainxml.h"

#include <QHash>

namespace Fathom {

/// A file of an image store, joined with those who use it.
struct EstateImage {
    QString key; ///< "image:<path>"
    QString uuid; ///< empty when the file's name is none
    NativePath path;
    std::optional<FileFacts> facts;
    ImageInfoPtr info;
    Rare<Error> error;
    quint32 firstUser = 0; ///< in Estate::imageUsers
    quint32 users = 0; ///< how many instances stand on it; Estate::usersOf() names them

    NativePath store() const { return parentPath(path); } ///< the directory
};

/// A disk of an instance and its sums. Layers that could not be looked at count nothing; `whole` tells.
struct EstateDisk {
    NativePath path;
    EntryMeaning meaning = EntryMeaning::RootDisk;
    QString declaredFormat;
    BackingChain chain;
    QString baseKey; ///< the base file it stands on, empty: none known
    QString imageKey; ///< the stored image that its base was made from, empty: none known
};

enum class InstanceState {
    Sound, ///< everything was read and hangs together
    Resizing, ///< a <uuid>_resize directory
    Deleting, ///< a <uuid>_del directory
    NoDisks, ///< the directory holds no disk (another backend, or it was emptied)
    NotOpened, ///< a layer is no file (a protocol, a device) and was not opened: no damage that anybody knows of
    Outside, ///< a layer lies in none of the directories that may be opened
    BrokenChain, ///< a layer is missing or unreadable
    Unreadable, ///< its directory could not be read
};

QString instanceStateId(InstanceState state);
QString instanceStateText(InstanceState state);

/// An instance's directory, joined with its domain XML.
struct EstateInstance {
    QString key; ///< "instance:<path>"
    NativePath path;
    QString uuid;
    QString host; ///< by compute_nodes; the tree's path where that does not tell one
    InstanceState state = InstanceState::Sound;
    QStringList problems; ///< sentences
    std::optional<FileFacts> facts;
    std::optional<DomainFacts> domain; ///< unknown where no XML tells
    QString domainSource; ///< where the XML came from, plain text
    std::vector<EstateDisk> disks;
    std::optional<qint64> consoleLogBytes;

    QString displayName() const; ///< Nova's name, libvirt's name, UUID or directory: the first that is known
    QString projectText() const; ///< project's name or id; empty: unknown
    int chainDepth() const; ///< of the deepest disk
    std::optional<qint64> virtualBytes() const; ///< sum over its disks
    qint64 ownBytes() const; ///< physical, overlays alone
    qint64 withBaseBytes() const; ///< physical, with every base it stands on, each file once
};

/// What Fathom moved out of the way, and where from.
struct EstateQuarantined {
    QString key; ///< "quarantine:<entry>"
    QuarantinedThing thing;
};

/// A file of a base cache, joined with who stands on it.
struct EstateBase {
    QString key; ///< "base:<path>"
    NativePath path;
    QString host;
    EntryMeaning meaning = EntryMeaning::BaseImage;
    QByteArray hash;
    QString imageUuid; ///< of the image whose UUID has this sha1, known from stores or domain XML; empty: unknown
    std::optional<FileFacts> facts;
    ImageInfoPtr info;
    Rare<Error> error;
    std::vector<QString> usedBy; ///< keys of instances
};

enum class SourceKind { ImageStore, InstanceTree, DomainXml, Configuration };
enum class SourceHealth { Waiting, Reading, Good, Partial, Failed };

/// How a source's changes come to be seen.
enum class SourceFreshness {
    OnRequest, ///< when it is read again
    Interval, ///< read again every few minutes: changes are not announced, or not all
    Watched, ///< read again as soon as its directories tell of a change
};

/// A witness: what was asked, when, and how it went.
struct EstateSource {
    SourceKind kind = SourceKind::ImageStore;
    NativePath path;
    QString host;
    SourceHealth health = SourceHealth::Waiting;
    SourceFreshness freshness = SourceFreshness::OnRequest;
    qint64 readAtSeconds = 0; ///< when reading ended (or the partial result was taken), since 1970; while it is being
                              ///< read again, of the reading before
    qint64 entries = 0; ///< files or directories read
    std::vector<Error> problems;
};

/// Physical bytes of one host, bases counted once however many overlays share them.
struct HostUsage {
    QString host;
    int instances = 0;
    qint64 overlayBytes = 0; ///< the instances' own files
    qint64 baseBytes = 0; ///< everything in the base cache, and what disks stand on outside it
    qint64 virtualBytes = 0; ///< what the instances' disks claim

    qint64 physicalBytes() const { return overlayBytes + baseBytes; }
};

/// What is true, all witnesses taken together. An immutable snapshot: made by buildEstate(), then only read.
struct Estate {
    std::vector<EstateSource> sources;
    std::vector<EstateImage> images;
    std::vector<EstateInstance> instances;
    std::vector<EstateBase> bases;
    std::vector<EstateQuarantined> quarantined;
    std::vector<DirectoryNode> directories; ///< roots of the directory browser, one per source directory
    QHash<QByteArray, QString> hostOfTree; ///< root of an instance tree → host
    std::vector<HostUsage> hosts;
    ChainGraph chains;
    bool complete = false; ///< every source was read to its end

    const EstateImage *image(const QString &key) const;
    const EstateInstance *instance(const QString &key) const;
    const EstateBase *base(const QString &key) const;
    const EstateQuarantined *quarantinedThing(const QString &key) const;
    const EstateImage *imageByUuid(const QString &uuid) const;

    std::vector<QString> usersOf(const EstateImage &image) const; ///< keys of the instances, in their order, each once
    std::vector<QString> basesOf(const EstateImage &image) const; ///< keys of the base files made from it

    /// By buildEstate(), when all are there. Per image the numbers of the instances that stand on it.
    void setImageUsers(const std::vector<std::vector<quint32>> &users);
    void orderKeys(); ///< by buildEstate(), when all are there: things are found by their keys from then on

    std::vector<quint32> imageUsers; ///< numbers of instances, image after image
    KeyOrder imageOrder;
    KeyOrder instanceOrder;
    KeyOrder baseOrder;
};

using EstatePtr = std::shared_ptr<const Estate>;

QString imageKey(const NativePath &path);
QString instanceKey(const NativePath &path);
QString baseKey(const NativePath &path);
QString quarantineKey(const NativePath &entry);

} // namespace Fathom
