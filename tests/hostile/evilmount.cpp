// SPDX-License-Identifier: GPL-3.0-or-later
//
// evilmount DIRECTORY: mounts a file system there that misbehaves, and serves it until it is unmounted. Every name says
// what its file does. "hang-*" answer nothing until a file ".release" is looked for.
#define FUSE_USE_VERSION 31
#include <fuse.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <string>
#include <string_view>

namespace {

constexpr off_t evilFileBytes = 65536;
constexpr int evilCrowd = 1'000'000;

std::mutex releaseMutex;
std::condition_variable releasedChanged;
bool released = false;

void hang()
{
    std::unique_lock lock(releaseMutex);
    releasedChanged.wait(lock, [] { return released; });
}

void release()
{
    const std::lock_guard lock(releaseMutex);
    released = true;
    releasedChanged.notify_all();
}

std::string_view baseName(const char *path)
{
    const std::string_view all(path);
    return all.substr(all.rfind('/') + 1);
}

constexpr std::string_view rootFiles[] = {"good", "error-stat", "error-open", "error-read", "error-late", "stale-read",
    "shrinks", "grows", "lies-long", "longest", "short-reads", "hang-read", "hang-open"};
constexpr std::string_view hangFiles[] = {"good", "hang-read"};

/// Directories: plain (no hangs), crowd, hang (hangs in its files), hang-list (hangs when listed).
bool isDirectory(std::string_view path)
{
    return path == "/" || path == "/plain" || path == "/crowd" || path == "/hang" || path == "/hang-list" ||
        path == "/error-list";
}

int getattr(const char *path, struct stat *status, fuse_file_info *)
{
    static std::atomic<int> looks = 0;
    const std::string_view name = baseName(path);
    if (name == ".release") {
        release();
        return -ENOENT;
    }
    std::memset(status, 0, sizeof *status);
    status->st_nlink = 1;
    status->st_mtime = 1'600'000'000;
    if (isDirectory(path)) {
        status->st_mode = S_IFDIR | 0755;
        return 0;
    }
    if (name == "error-stat")
        return -EIO;
    status->st_mode = S_IFREG | 0644;
    status->st_blocks = 8;
    status->st_size = name == "lies-long" ? off_t(1) << 40
        : name == "longest"               ? off_t(0x7fffffffffffffff)
        : name == "grows"                 ? evilFileBytes * ++looks
                                          : evilFileBytes;
    return 0;
}

int readdir(const char *path, void *buffer, fuse_fill_dir_t fill, off_t, fuse_file_info *, fuse_readdir_flags)
{
    const std::string_view directory(path);
    const auto add = [&](std::string_view name) {
        fill(buffer, std::string(name).c_str(), nullptr, 0, fuse_fill_dir_flags(0));
    };
    if (directory == "/hang-list")
        hang();
    if (directory == "/error-list")
        return -EIO;
    if (directory == "/crowd")
        for (int i = 0; i < evilCrowd; ++i)
            add(std::to_string(i));
    if (directory == "/plain")
        for (const std::string_view name : rootFiles)
            if (!name.starts_with("hang"))
                add(name);
    if (directory == "/hang")
        for (const std::string_view name : hangFiles)
            add(name);
    return 0;
}

int open(const char *path, fuse_file_info *file)
{
    file->direct_io = 1; // every read is asked for, whatever the length is said to be
    const std::string_view name = baseName(path);
    if (name == "hang-open")
        hang();
    return name == "error-open" ? -EIO : 0;
}

/// Bytes that look like nothing, and never like the file before.
int read(const char *path, char *buffer, size_t size, off_t offset, fuse_file_info *)
{
    const std::string_view name = baseName(path);
    if (name == "hang-read")
        hang();
    if (name == "error-read" || (name == "error-late" && offset + off_t(size) > 4096))
        return -EIO;
    if (name == "stale-read")
        return -ESTALE;
    if (name == "shrinks" && offset >= 4096)
        return 0;
    if (name == "short-reads")
        size = std::min<size_t>(size, 37);
    std::fill_n(buffer, size, 'x');
    return static_cast<int>(size);
}

} // namespace

int main(int argc, char **argv)
{
    fuse_operations operations{};
    operations.getattr = getattr;
    operations.readdir = readdir;
    operations.open = open;
    operations.read = read;
    char foreground[] = "-f";
    char options[] = "-oattr_timeout=0,entry_timeout=0,negative_timeout=0";
    if (argc != 2)
        return 2;
    char *arguments[] = {argv[0], foreground, options, argv[1], nullptr};
    return fuse_main(4, arguments, &operations, nullptr);
}
