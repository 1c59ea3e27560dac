// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/accesshint.h"

#include "base/filefacts.h"
#include "base/ownernames.h"

#include <QCoreApplication>

#include <cstdlib>
#include <memory>
#include <unistd.h>

namespace Fathom {

namespace {

struct AccessHintText {
    Q_DECLARE_TR_FUNCTIONS(AccessHint)
};

} // namespace

Error withAccessHint(Error error, const NativePath &path)
{
    if (error.kind != ErrorKind::NoPermission)
        return error;
    // What cannot be looked at lies in a directory that is closed: the nearest that can be seen says whose it is.
    NativePath visible = canonicalPath(path);
    Result<FileFacts> facts = fileFacts(visible);
    while (!facts && visible != "/" && visible != ".") {
        visible = parentPath(visible);
        facts = fileFacts(visible);
    }
    if (!facts)
        return error;
    error.hint = accessHint({.path = visible,
                                .isDirectory = facts->kind == FileKind::Directory,
                                .mode = facts->mode,
                                .owner = ownerName(facts->uid),
                                .group = groupName(facts->gid)},
        ::geteuid() == 0);
    return error;
}

QString accessHint(const PathAccess &access, bool asRoot)
{
    const QString path = plainText(access.path);
    const QString mode = modeText(access.mode);
    if (asRoot)
        return AccessHintText::tr("%1 (%2) refuses even root, as NFS with root_squash does: run as its owner (sudo -u "
                                  "%3 …), or where the storage is")
            .arg(path, mode, access.owner);
    // A directory must be entered as well as listed.
    const quint32 needed = access.isDirectory ? 0050 : 0040;
    if ((access.mode & needed) == needed)
        return AccessHintText::tr(
            "%1 (%2) lets the group %3 read: become a member (sudo usermod -aG %3 $USER, then log "
            "in anew), or run as root or as its owner (sudo -u %4 …)")
            .arg(path, mode, access.group, access.owner);
    return AccessHintText::tr("%1 (%2) lets only its owner %3 read: run as root or as that user (sudo -u %3 …), or let "
                              "the group %4 in (sudo chmod g+rX %1)")
        .arg(path, mode, access.owner, access.group);
}

NativePath canonicalPath(const NativePath &path)
{
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.constData(), nullptr), std::free);
    return resolved ? NativePath(resolved.get()) : path;
}

NativePath canonicalPlace(const NativePath &path)
{
    const NativePath absolute = absolutePath(path);
    return joinPath(canonicalPath(parentPath(absolute)), fileName(absolute));
}

} // namespace Fathom
