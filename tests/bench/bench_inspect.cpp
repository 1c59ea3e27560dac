// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/directorylisting.h"
#include "host/imagestore.h"
#include "image/imageprobe.h"

#include "rounds.h"

#include <cstring>
#include <fcntl.h>
#include <span>
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

/// Forgets the files' pages. With FATHOM_DROP_CACHES set (root's business) also all that the kernel keeps of them.
void chill(const OpenDirectory &directory, const std::vector<DirectoryEntry> &entries)
{
    for (const DirectoryEntry &entry : entries) {
        const int descriptor = ::openat(directory.descriptor(), entry.name.constData(), O_RDONLY | O_CLOEXEC);
        ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
        ::close(descriptor);
    }
    if (!qEnvironmentVariableIsSet("FATHOM_DROP_CACHES"))
        return;
    const int caches = ::open("/proc/sys/vm/drop_caches", O_WRONLY | O_CLOEXEC);
    if (::write(caches, "3", 1) != 1)
        std::perror("drop_caches");
    ::close(caches);
}

void readStore(const NativePath &directory, std::size_t readsInFlight)
{
    const Result<ImageStore> store = readImageStore(directory, {}, {}, {}, readsInFlight);
    if (!store || !store->complete || !store->problems.empty())
        std::fprintf(stderr, "the store could not be read\n");
}

} // namespace

/// bench_inspect [--cold] DIRECTORY: Fathom's inspection against the floor, warm, one thread; cold: one file at a time
/// against reads in flight together.
int main(int argc, char **argv)
{
    const bool cold = argc == 3 && qstrcmp(argv[1], "--cold") == 0;
    if (argc != (cold ? 3 : 2))
        return 2;
    const NativePath directory(argv[argc - 1]);
    const Result<std::vector<DirectoryEntry>> entries = listDirectory(directory);
    const Result<OpenDirectory> opened = OpenDirectory::open(directory);
    if (!entries || entries->empty() || !opened)
        return 3;
    if (cold) {
        ::sync();
        compare({{"cold_single", [&](int) { readStore(directory, 1); }, [&] { chill(*opened, *entries); }},
                    {"cold_together", [&](int) { readStore(directory, usualReadsInFlight); },
                        [&] { chill(*opened, *entries); }}},
            entries->size(), 1);
        return 0;
    }
    // Each round takes a tenth of the files, so that both meet alike what else the machine does.
    constexpr std::size_t parts = 10;
    const std::size_t size = entries->size() / parts;
    const auto part = [&](int round) { return std::span(*entries).subspan(std::size_t(round) % parts * size, size); };
    compare({{"floor",
                 [&](int round) {
                     for (const DirectoryEntry &entry : part(round))
                         touchFile(opened->descriptor(), entry.name.constData());
                 }},
                {"inspect",
                    [&](int round) {
                        for (const DirectoryEntry &entry : part(round))
                            if (const Result<ImageInfo> info = inspectImage(*opened, entry.name); !info)
                                std::fprintf(stderr, "%s\n", qPrintable(sentence(info.error())));
                    }}},
        size, 3 * parts);
    compare({{"store", [&](int) { readStore(directory, 1); }}}, entries->size(), 3);
    return 0;
}
