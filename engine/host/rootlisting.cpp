// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/rootlisting.h"

#include "host/accesshint.h"
#include "host/instancereader.h"

#include <QCoreApplication>

namespace Fathom {

Result<DirectoryNode> lookAtRoot(const NativePath &root, EntryMeaning meaning)
{
    const QString action = QCoreApplication::translate("RootListing", "list the directory");
    DirectoryNode node{.path = root, .name = fileName(root), .meaning = meaning};
    if (root.contains('\0'))
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
            .action = action,
            .subject = plainText(root),
            .reason = QCoreApplication::translate("RootListing", "no file name contains a zero byte")});
    const Result<FileFacts> facts = fileFacts(canonicalPath(root));
    if (!facts) {
        Error error = withAccessHint(facts.error(), root);
        error.action = action;
        return std::unexpected(error);
    }
    if (facts->kind != FileKind::Directory)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = action,
            .subject = plainText(root),
            .reason = QCoreApplication::translate("RootListing", "it is a %1, not a directory")
                .arg(fileKindText(facts->kind)),
            .hint = QCoreApplication::translate("RootListing", "Name the directory that it lies in")});
    node.facts = *facts;
    node.linkTarget = linkTarget(root);
    return node;
}

Result<DirectoryNode> listRoot(
    const NativePath &root, EntryMeaning meaning, const QByteArray &cacheName, const std::stop_token &stop)
{
    Result<DirectoryNode> node = lookAtRoot(root, meaning);
    if (!node)
        return node;
    Result<std::vector<DirectoryNode>> entries = readEntries(root, meaning, cacheName, stop);
    if (!entries)
        return std::unexpected(withAccessHint(entries.error(), root));
    node->children = std::move(*entries);
    return node;
}

} // namespace Fathom
