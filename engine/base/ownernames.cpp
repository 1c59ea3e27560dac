// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ownernames.h"

#include "base/nativepath.h"

#include <QHash>
#include <QMutex>

#include <grp.h>
#include <optional>
#include <pwd.h>
#include <vector>

namespace Fathom {

namespace {

struct NameTable {
    QMutex mutex;
    QHash<quint32, QString> names;

    std::optional<QString> known(quint32 id)
    {
        const QMutexLocker lock(&mutex);
        const auto found = names.constFind(id);
        return found == names.constEnd() ? std::nullopt : std::optional(*found);
    }

    /// The lock is not held while a directory service thinks about it.
    template<class LookUp> QString name(quint32 id, LookUp lookUp)
    {
        if (const std::optional<QString> name = known(id))
            return *name;
        QString name = lookUp();
        if (name.isEmpty())
            name = QString::number(id);
        const QMutexLocker lock(&mutex);
        names.insert(id, name);
        return name;
    }
};

// Never destroyed: threads that nobody waits for use them.
NameTable &owners()
{
    static auto *table = new NameTable;
    return *table;
}

NameTable &groups()
{
    static auto *table = new NameTable;
    return *table;
}

constexpr std::size_t entryBytes = 16384;

} // namespace

QString ownerName(quint32 uid)
{
    return owners().name(uid, [uid] {
        std::vector<char> buffer(entryBytes);
        struct passwd entry;
        struct passwd *found = nullptr;
        ::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found);
        return found ? plainText(found->pw_name) : QString();
    });
}

QString groupName(quint32 gid)
{
    return groups().name(gid, [gid] {
        std::vector<char> buffer(entryBytes);
        struct group entry;
        struct group *found = nullptr;
        ::getgrgid_r(gid, &entry, buffer.data(), buffer.size(), &found);
        return found ? plainText(found->gr_name) : QString();
    });
}

QString knownOwnerName(quint32 uid)
{
    return owners().known(uid).value_or(QString::number(uid));
}

QString knownGroupName(quint32 gid)
{
    return groups().known(gid).value_or(QString::number(gid));
}

} // namespace Fathom
