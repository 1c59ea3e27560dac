// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/directorylisting.h"
#include "host/imagestore.h"
#include "image/imageprobe.h"

#include "rounds.h"

#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Fathom;

namespace {

/// The least that any reader must do for a file: open, look, read one page, close.
void touchFile(int directory, const char *name)
{
    const int descriptor = ::openat(directory, name, O_RDONLY | O_CLOEXEC);
    struct statx status;
    char page[4096];
    if (descriptor < 0 || ::statx(descriptor, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &status) != 0 ||
        ::pread(descriptor, page, sizeof page, 0) < 0)
        std::perror(name);
    ::close(descriptor);
}

} // namespace

/// bench_inspect DIRECTORY: Fathom's inspection against the floor, warm, one thread.
int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const NativePath directory(argv[1]);
    const Result<std::vector<DirectoryEntry>> entries = listDirectory(directory);
    if (!entries || entries->empty())
        return 3;
    const int descriptor = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    compare({{"floor",
                 [&] {
                     for (const DirectoryEntry &entry : *entries)
                         touchFile(descriptor, entry.name.constData());
                 }},
                {"inspect",
                    [&] {
                        for (const DirectoryEntry &entry : *entries)
                            if (const Result<ImageInfo> info = inspectImage(joinPath(directory, entry.name)); !info)
                                std::fprintf(stderr, "%s\n", qPrintable(sentence(info.error())));
                    }},
                {"store", [&] { static_cast<void>(readImageStore(directory)); }}},
        entries->size(), 3);
    ::close(descriptor);
    return 0;
}
