// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/sourcewatch.h"

#include "base/abandonable.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <dirent.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace Fathom {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Changes come in flocks: a flock is told when it has passed, or when it takes too long.
constexpr milliseconds quietAfter(300);
constexpr milliseconds longestFlock(2000);

constexpr std::uint32_t wantedEvents = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_CLOSE_WRITE |
    IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

/// Nova's own locks come and go all the time and say nothing of the disks.
constexpr std::string_view lockDirectory = "locks";

/// File systems on which other machines' changes are announced to nobody (statfs(2), linux/magic.h).
bool isShared(const NativePath &directory)
{
    struct statfs status;
    if (::statfs(directory.constData(), &status) != 0)
        return false;
    constexpr std::array<std::uint32_t, 13> shared{
        0x6969, // NFS
        0x517b, 0xfe534d42, 0xff534d42, // SMB, SMB2, CIFS
        0x00c36400, // Ceph
        0x65735546, // FUSE
        0x01021997, // 9p
        0x01161970, // GFS2
        0x7461636f, // OCFS2
        0x0bd00bd0, // Lustre
        0x47504653, // GPFS
        0x5346414f, 0x73757245, // AFS, Coda
    };
    return std::ranges::contains(shared, static_cast<std::uint32_t>(status.f_type));
}

} // namespace

/// What the listening thread and the watch share.
struct SourceWatch::Ear {
    int events = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    int closing = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    Depth depth = Depth::Itself;
    std::vector<std::pair<int, NativePath>> roots; ///< watch descriptor and directory; filled before listening begins
    bool full = false; ///< the limit of watches was reached
    std::atomic<bool> lost = false;
    std::function<void()> changed;

    ~Ear()
    {
        if (events >= 0)
            ::close(events);
        if (closing >= 0)
            ::close(closing);
    }

    int add(const NativePath &directory)
    {
        const int watch = ::inotify_add_watch(events, directory.constData(), wantedEvents);
        full = full || (watch < 0 && errno == ENOSPC);
        return watch;
    }

    void addBelow(const NativePath &directory)
    {
        DIR *opened = ::opendir(directory.constData());
        if (!opened)
            return;
        while (!full) {
            const struct dirent *entry = ::readdir(opened);
            if (!entry)
                break;
            const std::string_view name(entry->d_name);
            // Some file systems do not tell what an entry is; inotify refuses what is no directory (IN_ONLYDIR).
            if ((entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN) && name != "." && name != ".." &&
                name != lockDirectory)
                add(joinPath(directory, NativePath(entry->d_name)));
        }
        ::closedir(opened);
    }

    bool isRoot(int watch) const
    {
        return std::ranges::any_of(roots, [watch](const auto &root) { return root.first == watch; });
    }

    /// Takes the events in; true when one of them matters.
    bool take()
    {
        alignas(struct inotify_event) std::array<char, 16384> buffer;
        bool matters = false;
        for (;;) {
            const ssize_t length = ::read(events, buffer.data(), buffer.size());
            if (length <= 0)
                return matters;
            for (const char *at = buffer.data(); at < buffer.data() + length;) {
                const auto *event = reinterpret_cast<const struct inotify_event *>(at);
                at += sizeof *event + event->len;
                if (event->mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) && isRoot(event->wd))
                    lost = true;
                if (event->mask & IN_IGNORED)
                    continue;
                matters = true;
                if (depth == Depth::AndBelow && event->len > 0 && (event->mask & IN_ISDIR) &&
                    (event->mask & (IN_CREATE | IN_MOVED_TO)) && std::string_view(event->name) != lockDirectory)
                    for (const auto &[watch, root] : roots)
                        if (watch == event->wd)
                            add(joinPath(root, NativePath(event->name)));
            }
        }
    }

    /// Waits for events; false: the watch was closed.
    bool wait(int timeoutMilliseconds)
    {
        std::array<struct pollfd, 2> ready{{{events, POLLIN, 0}, {closing, POLLIN, 0}}};
        while (::poll(ready.data(), ready.size(), timeoutMilliseconds) < 0 && errno == EINTR) { }
        return ready[1].revents == 0;
    }

    void listen()
    {
        while (wait(-1)) {
            if (!take())
                continue;
            const Clock::time_point first = Clock::now();
            Clock::time_point last = first;
            while (Clock::now() - last < quietAfter && Clock::now() - first < longestFlock) {
                if (!wait(int(quietAfter.count() / 4)))
                    return;
                if (take())
                    last = Clock::now();
            }
            changed();
        }
    }
};

std::unique_ptr<SourceWatch> SourceWatch::begin(
    const std::vector<NativePath> &directories, Depth depth, std::function<void()> changed)
{
    auto ear = std::make_shared<Ear>();
    if (ear->events < 0 || ear->closing < 0)
        return nullptr;
    ear->depth = depth;
    ear->changed = std::move(changed);
    bool shared = false;
    for (const NativePath &directory : directories) {
        const int watch = ear->add(directory);
        if (watch < 0)
            continue;
        ear->roots.emplace_back(watch, directory);
        shared = shared || isShared(directory);
        if (depth == Depth::AndBelow)
            ear->addBelow(directory);
    }
    if (ear->roots.empty())
        return nullptr;
    const bool hearsAll = !shared && !ear->full && ear->roots.size() == directories.size();
    runAbandonable([ear] { ear->listen(); });
    return std::unique_ptr<SourceWatch>(new SourceWatch(std::move(ear), hearsAll));
}

SourceWatch::SourceWatch(std::shared_ptr<Ear> ear, bool hearsAll)
    : m_ear(std::move(ear))
    , m_hearsAll(hearsAll)
{
}

bool SourceWatch::lost() const
{
    return m_ear->lost;
}

SourceWatch::~SourceWatch()
{
    ::eventfd_write(m_ear->closing, 1);
}

} // namespace Fathom
