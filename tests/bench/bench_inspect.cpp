// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/directorylisting.h"
#include "image/imageprobe.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace Fathom;

namespace {

/// The least that any reader must do for a file: open, look, read one page, close.
void touchFile(const NativePath &path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    struct stat status;
    char page[4096];
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0 || ::pread(descriptor, page, sizeof page, 0) < 0)
        std::perror(path.constData());
    ::close(descriptor);
}

template<class Work> double microsecondsPerFile(const std::vector<NativePath> &files, Work work)
{
    std::vector<double> rounds;
    for (int round = 0; round < 7; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (const NativePath &file : files)
            work(file);
        rounds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000.0 / static_cast<double>(files.size()));
    }
    std::ranges::sort(rounds);
    return rounds[rounds.size() / 2];
}

} // namespace

/// bench_inspect DIRECTORY: Fathom's inspection against the floor, warm, one thread, medians of seven rounds.
int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const Result<std::vector<DirectoryEntry>> entries = listDirectory(argv[1]);
    if (!entries || entries->empty())
        return 3;
    std::vector<NativePath> files;
    for (const DirectoryEntry &entry : *entries)
        files.push_back(joinPath(argv[1], entry.name));

    std::size_t unreadable = 0;
    const double floor = microsecondsPerFile(files, touchFile);
    const double fathom = microsecondsPerFile(files, [&](const NativePath &file) {
        if (!inspectImage(file))
            ++unreadable;
    });
    std::printf("files %zu unreadable %zu floor_us %.2f fathom_us %.2f\n", files.size(), unreadable / 7, floor, fathom);
    return 0;
}
