// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/imagestore.h"

#include "base/boundedfile.h"
#include "base/directorylisting.h"
#include "host/accesshint.h"
#include "host/instancereader.h"
#include "host/partialreports.h"
#include "host/rootlisting.h"
#include "image/imageprobe.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct StoreText {
    Q_DECLARE_TR_FUNCTIONS(ImageStore)
};

/// What the reading threads share; each of them touches the nodes whose turn it has.
struct OpenStore {
    OpenDirectory directory;
    std::vector<DirectoryNode> nodes;
    std::vector<std::optional<FileKind>> kinds; ///< what the listing said already
};

/// Looks into one file, and at what is none.
void readNode(OpenStore &store, std::size_t number)
{
    DirectoryNode &node = store.nodes[number];
    if (store.kinds[number] != FileKind::Regular) {
        lookAt(node, store.directory, EntryMeaning::ImageStore, {});
        // Glance serves what a link leads to; what that is, is told when its own directory is opened.
        if (node.facts && node.facts->kind == FileKind::SymbolicLink)
            node.error = Error{.kind = ErrorKind::Unsafe,
                .action = StoreText::tr("read the image"),
                .subject = plainText(node.path),
                .reason = StoreText::tr("it is a symbolic link to %1, and links are not followed")
                    .arg(plainText(node.linkTarget)),
                .hint = StoreText::tr("Open the directory that it leads to as well")};
        if (!node.facts || node.facts->kind != FileKind::Regular)
            return;
    }
    Result<BoundedFile> file = BoundedFile::openIn(store.directory, node.name);
    if (file) {
        node.facts = file->facts();
        node.meaning = meaningOf(EntryMeaning::ImageStore, node.name, FileKind::Regular);
    } else if (!node.facts) {
        lookAt(node, store.directory, EntryMeaning::ImageStore, {});
    }
    Result<ImageInfo> info = file ? inspectImage(*file) : std::unexpected(file.error());
    if (info)
        node.info = std::make_shared<const ImageInfo>(std::move(*info));
    else
        node.error = withAccessHint(info.error(), node.path);
}

/// Takes what is known of the nodes that were read into the lists of images and problems, in the order of their names.
void listImages(ImageStore &store, const std::vector<bool> &wasRead)
{
    store.images.clear();
    store.problems.clear();
    for (std::size_t i = 0; i < wasRead.size(); ++i) {
        if (!wasRead[i])
            continue;
        const DirectoryNode &node = store.directory.children[i];
        // The disk's failures are the store's problem too; damaged bytes are the image's own.
        if (node.error &&
            (!node.facts || node.error->kind == ErrorKind::NoPermission || node.error->kind == ErrorKind::InputOutput))
            store.problems.push_back(*node.error);
        if (!node.facts || (node.facts->kind != FileKind::Regular && node.facts->kind != FileKind::SymbolicLink))
            continue;
        store.images.push_back({.path = node.path,
            .uuid = isUuid(node.name) ? QString::fromLatin1(node.name) : QString(),
            .facts = node.facts,
            .info = node.info,
            .error = node.error});
    }
}

} // namespace

Result<ImageStore> readImageStore(const NativePath &root, const std::function<void(const ImageStore &)> &onPartial,
    const std::stop_token &stop, const Progress &progress, std::size_t readsInFlight)
{
    ImageStore store{.root = absolutePath(root)};
    Result<DirectoryNode> directory = lookAtRoot(store.root, EntryMeaning::ImageStore);
    if (!directory)
        return std::unexpected(directory.error());
    store.directory = std::move(*directory);
    Result<OpenDirectory> opened = OpenDirectory::open(store.root);
    if (!opened)
        return std::unexpected(withAccessHint(opened.error(), store.root));
    const Result<std::vector<DirectoryName>> names = listNames(*opened, stop);
    if (!names)
        return std::unexpected(withAccessHint(names.error(), store.root));

    const auto reading = std::make_shared<OpenStore>(std::move(*opened));
    for (const DirectoryName &name : *names) {
        reading->nodes.push_back({.path = joinPath(store.root, name.name), .name = name.name});
        reading->kinds.push_back(name.kind);
    }
    store.directory.children = reading->nodes;
    std::vector<bool> wasRead(names->size());
    PartialReports<ImageStore> reports(onPartial, progress);
    reports.expect(static_cast<qint64>(names->size()));
    const auto takeOver = [&](const std::vector<std::size_t> &done) {
        for (const std::size_t number : done) {
            store.directory.children[number] = reading->nodes[number];
            wasRead[number] = true;
        }
        if (onPartial)
            listImages(store, wasRead);
        for (const std::size_t number : done) {
            if (stop.stop_requested())
                return;
            reports.step(store, store.directory.children[number].path);
        }
    };
    store.complete = readInFlight(
        names->size(), readsInFlight, [reading](std::size_t number) { readNode(*reading, number); }, takeOver, stop);
    listImages(store, wasRead);
    if (!stop.stop_requested())
        store.quarantined = readQuarantine(store.root, store.problems);
    return store;
}

} // namespace Fathom
