// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/directorylisting.h"
#include "estate/estatebuilder.h"
#include "host/instancetree.h"

#include "rounds.h"

#include <QDir>
#include <QFile>

#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Fathom;

namespace {

constexpr int baseCount = 200;
constexpr qsizetype hashDigits = 40;

QByteArray hashOf(int base)
{
    return baseNameOfImage(QStringLiteral("base-%1").arg(base));
}

bool write(const QString &path, const QByteArray &bytes, qint64 length)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size() &&
        file.resize(length);
}

/// The tree: 200 raw bases, and instances with an overlay on one of them, disk.info and a console. model is an overlay
/// on a base whose name has the first base's hash; the others' go into the same place.
bool makeTree(const QString &root, const QString &modelPath, int count)
{
    QFile model(modelPath);
    if (!model.open(QIODevice::ReadOnly) || !QDir().mkpath(root + QStringLiteral("/_base")))
        return false;
    QByteArray header = model.read(4096);
    const qsizetype hashAt = header.indexOf(hashOf(0));
    bool made = hashAt > 0;
    for (int base = 0; made && base < baseCount; ++base)
        made = write(root + QStringLiteral("/_base/") + QString::fromLatin1(hashOf(base)), {}, 64 << 20);
    for (int i = 0; made && i < count; ++i) {
        header.replace(hashAt, hashDigits, hashOf(i % baseCount));
        const QString directory = root +
            QStringLiteral("/%1-0000-4000-8000-%2")
                .arg(quint32(i) * 2654435761U, 8, 16, QLatin1Char('0'))
                .arg(i, 12, 16, QLatin1Char('0'));
        const QByteArray info = "{\"" + QFile::encodeName(directory) + "/disk\": \"qcow2\"}";
        made = QDir().mkdir(directory) && write(directory + QStringLiteral("/disk"), header, model.size()) &&
            write(directory + QStringLiteral("/disk.info"), info, info.size()) &&
            write(directory + QStringLiteral("/console.log"), {}, 0);
    }
    return made;
}

/// What any scan of the tree must do, without keeping any of it: every directory listed, every entry looked at, disk
/// and disk.info opened and read; every base once.
class Floor {
public:
    void run(const char *root)
    {
        const int descriptor = ::open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        DIR *stream = ::fdopendir(descriptor);
        while (const dirent *entry = ::readdir(stream)) {
            if (entry->d_name[0] == '.')
                continue;
            look(descriptor, entry->d_name);
            readDirectory(descriptor, entry->d_name);
        }
        ::closedir(stream);
    }

    int directories = 0;
    int filesRead = 0;
    int filesLookedAt = 0;

private:
    void look(int directory, const char *name)
    {
        struct statx status;
        if (::statx(directory, name, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &status) != 0)
            std::perror(name);
    }

    void readDirectory(int parent, const char *name)
    {
        const int descriptor = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        DIR *stream = ::fdopendir(descriptor);
        ++directories;
        while (const dirent *entry = ::readdir(stream)) {
            if (entry->d_name[0] == '.')
                continue;
            if (std::strcmp(entry->d_name, "console.log") != 0) {
                readFile(descriptor, entry->d_name);
                continue;
            }
            look(descriptor, entry->d_name);
            ++filesLookedAt;
        }
        ::closedir(stream);
    }

    void readFile(int directory, const char *name)
    {
        const int descriptor = ::openat(directory, name, O_RDONLY | O_CLOEXEC);
        struct statx status;
        char page[4096];
        if (descriptor < 0 || ::statx(descriptor, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &status) != 0 ||
            ::pread(descriptor, page, sizeof page, 0) < 0)
            std::perror(name);
        ::close(descriptor);
        ++filesRead;
    }
};

} // namespace

/// bench_chains make ROOT MODEL COUNT: makes the tree. bench_chains hash: the first base's name.
/// bench_chains measure ROOT: the scan of the tree, and the estate made of it, against the floor.
int main(int argc, char **argv)
{
    const QByteArray verb(argc > 1 ? argv[1] : "");
    if (verb == "hash")
        return std::puts(hashOf(0).constData()) < 0;
    if (verb == "make" && argc == 5)
        return makeTree(QFile::decodeName(argv[2]), QFile::decodeName(argv[3]), std::atoi(argv[4])) ? 0 : 1;
    if (verb != "measure" || argc != 3)
        return 2;
    Floor floor;
    EstateRecords records;
    std::size_t instances = 0;
    Estate estate;
    floor.run(argv[2]);
    const std::size_t count = static_cast<std::size_t>(floor.directories) - 1;
    std::fprintf(stderr,
        "          counted by the floor: %d directories listed, %d files opened and read, %d looked at\n",
        floor.directories, floor.filesRead, floor.filesLookedAt);
    compare({{"floor", [&](int) { floor.run(argv[2]); }},
                {"scan",
                    [&](int) {
                        Result<InstanceTree> tree = readInstanceTree(argv[2], {});
                        instances = tree ? tree->instances.size() : 0;
                        records.instanceTrees.clear();
                        if (tree)
                            records.instanceTrees.push_back(std::make_shared<const InstanceTree>(std::move(*tree)));
                    }},
                {"estate", [&](int) { estate = buildEstate(records); }}},
        count, 3);
    if (instances != count || estate.instances.size() != count)
        std::fprintf(stderr, "%zu instances were read instead of %zu\n", instances, count);
    return instances == count ? 0 : 1;
}
