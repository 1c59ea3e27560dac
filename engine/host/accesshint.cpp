// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/accesshint.h"

#include "base/filefacts.h"
#include "base/ownernames.h"

#include <QCoreApplication>

#include <cstdlib>
#include <memory>

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
    error.hint =
        AccessHintText::tr("%1 belongs to the user %2 and the group %3: run as root or as that user (sudo -u %2 "
                           "…), or become a member of the group where the mode lets it read")
            .arg(plainText(visible), ownerName(facts->uid), groupName(facts->gid));
    return error;
}

NativePath canonicalPath(const NativePath &path)
{
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.constData(), nullptr), std::free);
    return resolved ? NativePath(resolved.get()) : path;
}

} // namespace Fathom
