// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/imagestore.h"

#include "host/accesshint.h"
#include "host/partialreports.h"
#include "host/rootlisting.h"
#include "image/imageprobe.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct StoreText {
    Q_DECLARE_TR_FUNCTIONS(ImageStore)
};

/// Looks into one file. The disk's failures are the store's problem too; damaged bytes are the image's own.
StoredImage readStoredImage(DirectoryNode &node, std::vector<Error> &problems)
{
    StoredImage image{.path = node.path, .facts = node.facts};
    if (isUuid(node.name))
        image.uuid = QString::fromLatin1(node.name);
    Result<ImageInfo> info = inspectImage(node.path);
    if (info) {
        node.info = std::make_shared<const ImageInfo>(std::move(*info));
    } else {
        node.error = withAccessHint(info.error(), node.path);
        if (node.error->kind == ErrorKind::NoPermission || node.error->kind == ErrorKind::InputOutput)
            problems.push_back(*node.error);
    }
    image.info = node.info;
    image.error = node.error;
    return image;
}

/// Glance serves what a link leads to; what that is, is told when its own directory is opened.
StoredImage linkedImage(DirectoryNode &node)
{
    node.error = Error{.kind = ErrorKind::Unsafe,
        .action = StoreText::tr("read the image"),
        .subject = plainText(node.path),
        .reason =
            StoreText::tr("it is a symbolic link to %1, and links are not followed").arg(plainText(node.linkTarget)),
        .hint = StoreText::tr("Open the directory that it leads to as well")};
    return {.path = node.path,
        .uuid = isUuid(node.name) ? QString::fromLatin1(node.name) : QString(),
        .facts = node.facts,
        .info = {},
        .error = node.error};
}

} // namespace

Result<ImageStore> readImageStore(const NativePath &root, const std::function<void(const ImageStore &)> &onPartial,
    const std::stop_token &stop, const Progress &progress)
{
    ImageStore store{.root = absolutePath(root)};
    Result<DirectoryNode> listed = listRoot(store.root, EntryMeaning::ImageStore, {}, stop);
    if (!listed)
        return std::unexpected(listed.error());
    store.directory = std::move(*listed);

    PartialReports<ImageStore> reports(onPartial, progress);
    reports.expect(static_cast<qint64>(store.directory.children.size()));
    for (DirectoryNode &node : store.directory.children) {
        if (stop.stop_requested())
            return store;
        if (node.error)
            store.problems.push_back(*node.error);
        else if (node.facts->kind == FileKind::Regular)
            store.images.push_back(readStoredImage(node, store.problems));
        else if (node.facts->kind == FileKind::SymbolicLink)
            store.images.push_back(linkedImage(node));
        reports.step(store, node.path);
    }
    store.complete = true;
    return store;
}

} // namespace Fathom
