// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/estatejson.h"

#include "base/ownernames.h"
#include "image/qemuimgjson.h"

#include <QDateTime>
#include <QTimeZone>

namespace Fathom {

namespace {

bool isUtf8(QByteArrayView bytes)
{
    return bytes.isValidUtf8();
}

/// For scripts: not translated.
QString fileKindId(FileKind kind)
{
    switch (kind) {
    case FileKind::Regular: return QStringLiteral("file");
    case FileKind::Directory: return QStringLiteral("directory");
    case FileKind::SymbolicLink: return QStringLiteral("symbolic-link");
    case FileKind::Fifo: return QStringLiteral("fifo");
    case FileKind::Socket: return QStringLiteral("socket");
    case FileKind::CharacterDevice: return QStringLiteral("character-device");
    case FileKind::BlockDevice: return QStringLiteral("block-device");
    }
    return QStringLiteral("unknown");
}

template<class T> void insertKnown(QJsonObject &object, const QString &key, const std::optional<T> &value)
{
    if (value)
        object.insert(key, *value);
}

void insertText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void insertFacts(QJsonObject &object, const FileFacts &facts)
{
    object.insert(QStringLiteral("file-length"), facts.lengthBytes);
    object.insert(QStringLiteral("actual-size"), facts.allocatedBytes);
    object.insert(QStringLiteral("mode"), modeText(facts.mode));
    object.insert(QStringLiteral("owner"), ownerName(facts.uid));
    object.insert(QStringLiteral("group"), groupName(facts.gid));
    object.insert(QStringLiteral("modified"),
        QDateTime::fromSecsSinceEpoch(facts.modifiedSeconds, QTimeZone::UTC).toString(Qt::ISODate));
}

QJsonObject layerObject(const ChainLayer &layer, const NativePath &name)
{
    QJsonObject object;
    if (layer.info)
        object = inspectObject(*layer.info, name);
    else if (!name.isEmpty())
        insertPath(object, QStringLiteral("filename"), name);
    if (!layer.info && layer.facts)
        insertFacts(object, *layer.facts);
    if (!layer.reference.text.isEmpty())
        insertPath(object, QStringLiteral("backing-text"), layer.reference.text);
    if (object.value(QStringLiteral("filename")).isUndefined())
        object.insert(QStringLiteral("filename"), object.value(QStringLiteral("backing-text")));
    insertText(object, QStringLiteral("declared-format"), layer.declaredFormat);
    object.insert(QStringLiteral("state"), linkStateId(layer.state));
    object.insert(QStringLiteral("relocated"), layer.relocated);
    if (layer.error)
        object.insert(QStringLiteral("error"), errorObject(*layer.error));
    return object;
}

QJsonObject diskObject(const Estate &estate, const EstateDisk &disk)
{
    QJsonObject object;
    insertPath(object, QStringLiteral("filename"), disk.path);
    object.insert(QStringLiteral("meaning"), QLatin1StringView(entryTraits(disk.meaning).id));
    insertText(object, QStringLiteral("declared-format"), disk.declaredFormat);
    insertKnown(object, QStringLiteral("virtual-size"), disk.chain.virtualSizeBytes());
    object.insert(QStringLiteral("chain-size"), disk.chain.allocatedBytes());
    object.insert(QStringLiteral("whole"), disk.chain.whole());
    object.insert(QStringLiteral("chain"), chainArray(disk.chain, disk.path, imageOfLayer(estate)));
    return object;
}

void insertDomain(QJsonObject &object, const DomainFacts &domain)
{
    insertText(object, QStringLiteral("libvirt-name"), domain.name);
    insertText(object, QStringLiteral("nova-name"), domain.novaName);
    insertText(object, QStringLiteral("nova-version"), domain.novaVersion);
    insertText(object, QStringLiteral("created"), domain.createdAt);
    insertText(object, QStringLiteral("image-uuid"), domain.imageUuid);
    insertKnown(object, QStringLiteral("memory"), domain.memoryBytes);
    insertKnown(object, QStringLiteral("vcpus"), domain.vcpus);
    object.insert(QStringLiteral("mac-addresses"), QJsonArray::fromStringList(domain.macAddresses));
    object.insert(QStringLiteral("graphics"), QJsonArray::fromStringList(domain.graphics));
    const auto person = [&](const QString &key, const QString &id, const QString &name) {
        QJsonObject owner;
        insertText(owner, QStringLiteral("id"), id);
        insertText(owner, QStringLiteral("name"), name);
        if (!owner.isEmpty())
            object.insert(key, owner);
    };
    person(QStringLiteral("project"), domain.projectId, domain.projectName);
    person(QStringLiteral("user"), domain.userId, domain.userName);
    if (domain.flavor) {
        QJsonObject flavor{{QStringLiteral("name"), domain.flavor->name}};
        insertKnown(flavor, QStringLiteral("memory-mib"), domain.flavor->memoryMiB);
        insertKnown(flavor, QStringLiteral("disk-gib"), domain.flavor->diskGiB);
        insertKnown(flavor, QStringLiteral("swap-mib"), domain.flavor->swapMiB);
        insertKnown(flavor, QStringLiteral("ephemeral-gib"), domain.flavor->ephemeralGiB);
        insertKnown(flavor, QStringLiteral("vcpus"), domain.flavor->vcpus);
        object.insert(QStringLiteral("flavor"), flavor);
    }
}

/// The directories of instances, or the paths of bases, that keys stand for.
template<class Find> QJsonArray pathsOf(const std::vector<QString> &keys, const Find &find)
{
    QJsonArray paths;
    for (const QString &key : keys)
        if (const auto *thing = find(key))
            paths.append(plainText(thing->path));
    return paths;
}

} // namespace

void insertPath(QJsonObject &object, const QString &key, const NativePath &name)
{
    if (isUtf8(name)) {
        object.insert(key, QString::fromUtf8(name));
        return;
    }
    object.insert(key, plainText(name));
    object.insert(key + QStringLiteral("-bytes"), QString::fromLatin1(name.toBase64()));
}

QJsonObject errorObject(const Error &error)
{
    QJsonObject object{{QStringLiteral("kind"), errorKindId(error.kind)}, {QStringLiteral("message"), sentence(error)}};
    insertKnown(object, QStringLiteral("offset"), error.offset);
    return object;
}

QJsonObject inspectObject(const ImageInfo &info, const NativePath &filename)
{
    QJsonObject object = imageJson(info, filename);
    insertPath(object, QStringLiteral("filename"), filename);
    if (!isUtf8(info.backingFile)) {
        insertPath(object, QStringLiteral("backing-filename"), info.backingFile);
        object.remove(QStringLiteral("full-backing-filename"));
    } else if (!isUtf8(filename)) {
        object.remove(QStringLiteral("full-backing-filename"));
    }
    if (!isUtf8(info.dataFile))
        insertPath(object, QStringLiteral("data-file"), info.dataFile);
    return object;
}

ImageOfLayer imageOfLayer(const Estate &estate)
{
    return [&estate](const ChainLayer &layer) {
        if (const EstateBase *base = estate.base(baseKey(layer.path)))
            return base->imageUuid;
        if (const EstateImage *image = estate.image(imageKey(layer.path)))
            return image->uuid;
        const QByteArray hash = hashInBaseName(fileName(layer.path));
        if (!hash.isEmpty()) // a base that is missing still tells by its name what it was
            for (const EstateImage &image : estate.images)
                if (!image.uuid.isEmpty() && baseNameOfImage(image.uuid) == hash)
                    return image.uuid;
        return QString();
    };
}

QJsonArray chainArray(const BackingChain &chain, const NativePath &topName, const ImageOfLayer &imageOf)
{
    QJsonArray layers;
    for (const ChainLayer &layer : chain.layers) {
        QJsonObject object = layerObject(layer, layers.isEmpty() ? topName : layer.path);
        insertText(object, QStringLiteral("glance-image"), imageOf(layer));
        layers.append(object);
    }
    return layers;
}

QJsonObject imageObject(const Estate &estate, const EstateImage &image)
{
    QJsonObject object;
    if (image.info)
        object = inspectObject(*image.info, image.path);
    else
        insertPath(object, QStringLiteral("filename"), image.path);
    if (image.facts)
        insertFacts(object, *image.facts);
    insertText(object, QStringLiteral("uuid"), image.uuid);
    insertPath(object, QStringLiteral("store"), image.store());
    if (image.error)
        object.insert(QStringLiteral("error"), errorObject(*image.error));
    object.insert(QStringLiteral("used-by"),
        pathsOf(estate.usersOf(image), [&](const QString &key) { return estate.instance(key); }));
    object.insert(
        QStringLiteral("bases"), pathsOf(estate.basesOf(image), [&](const QString &key) { return estate.base(key); }));
    return object;
}

QJsonObject instanceObject(const Estate &estate, const EstateInstance &instance)
{
    QJsonObject object;
    if (instance.domain)
        insertDomain(object, *instance.domain);
    insertPath(object, QStringLiteral("directory"), instance.path);
    insertText(object, QStringLiteral("uuid"), instance.uuid);
    object.insert(QStringLiteral("name"), instance.displayName());
    object.insert(QStringLiteral("host"), instance.host);
    object.insert(QStringLiteral("state"), instanceStateId(instance.state));
    object.insert(QStringLiteral("problems"), QJsonArray::fromStringList(instance.problems));
    insertText(object, QStringLiteral("domain-source"), instance.domainSource);
    insertKnown(object, QStringLiteral("console-log-length"), instance.consoleLogBytes);
    insertKnown(object, QStringLiteral("virtual-size"), instance.virtualBytes());
    object.insert(QStringLiteral("own-size"), instance.ownBytes());
    object.insert(QStringLiteral("size-with-bases"), instance.withBaseBytes());
    object.insert(QStringLiteral("chain-depth"), instance.chainDepth());
    QJsonArray disks;
    for (const EstateDisk &disk : instance.disks)
        disks.append(diskObject(estate, disk));
    object.insert(QStringLiteral("disks"), disks);
    return object;
}

QJsonObject directoryObject(const DirectoryNode &node)
{
    QJsonObject object{{QStringLiteral("id"), QString(QStringLiteral("path:") + plainText(node.path))},
        {QStringLiteral("meaning"), QLatin1StringView(entryTraits(node.meaning).id)},
        {QStringLiteral("purpose"), entryPurpose(node.meaning)}};
    insertPath(object, QStringLiteral("name"), node.name);
    insertPath(object, QStringLiteral("path"), node.path);
    if (node.facts) {
        insertFacts(object, *node.facts);
        object.insert(QStringLiteral("kind"), fileKindId(node.facts->kind));
    }
    if (!node.linkTarget.isEmpty())
        insertPath(object, QStringLiteral("link-target"), node.linkTarget);
    if (node.info)
        object.insert(QStringLiteral("image"), inspectObject(*node.info, node.path));
    if (node.error)
        object.insert(QStringLiteral("error"), errorObject(*node.error));
    if (node.facts && node.facts->kind == FileKind::Directory) {
        QJsonArray children;
        for (const DirectoryNode &child : node.children)
            children.append(directoryObject(child));
        object.insert(QStringLiteral("children"), children);
        object.insert(QStringLiteral("actual-size-below"), node.allocatedBytesBelow());
    }
    return object;
}

} // namespace Fathom
