// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/stageddirectory.h"

#include "base/opendirectory.h"

#include <QCoreApplication>

#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <utility>

namespace Fathom {

namespace {

struct StagedDirectoryText {
    Q_DECLARE_TR_FUNCTIONS(StagedDirectory)
};

QString action()
{
    return StagedDirectoryText::tr("make a directory");
}

bool syncDirectory(const NativePath &path)
{
    const Result<OpenDirectory> directory = OpenDirectory::open(path);
    return directory && ::fsync(directory->descriptor()) == 0;
}

} // namespace

std::error_code removeStagedDirectory(const NativePath &path)
{
    std::error_code problem;
    if (isStagedName(fileName(path)))
        std::filesystem::remove_all(path.toStdString(), problem);
    return problem;
}

Result<StagedDirectory> StagedDirectory::create(const NativePath &target, const StagedFile::Announce &announce)
{
    const NativePath absolute = absolutePath(target);
    if (const Result<void> free = refuseTarget(action(), absolute); !free)
        return std::unexpected(free.error());
    const NativePath path = stagedPath(absolute);
    if (announce)
        if (const Result<void> heard = announce(path); !heard)
            return std::unexpected(heard.error());
    if (::mkdir(path.constData(), 0700) != 0)
        return std::unexpected(systemError(errno, action(), plainText(absolute)));
    return StagedDirectory(path, absolute);
}

StagedDirectory::StagedDirectory(NativePath path, NativePath target)
    : m_path(std::move(path))
    , m_target(std::move(target))
{
}

StagedDirectory::StagedDirectory(StagedDirectory &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_target(std::move(other.m_target))
{
}

StagedDirectory::~StagedDirectory()
{
    if (!m_path.isEmpty())
        removeStagedDirectory(m_path);
}

Result<void> StagedDirectory::commit()
{
    if (!syncDirectory(m_path))
        return std::unexpected(systemError(errno, action(), plainText(m_target)));
    const int failure = renameWithoutReplacing(m_path, m_target);
    if (failure == EEXIST)
        return std::unexpected(
            refuseTarget(action(), m_target).error_or(systemError(failure, action(), plainText(m_target))));
    if (failure != 0)
        return std::unexpected(systemError(failure, action(), plainText(m_target)));
    m_path.clear();
    if (!syncDirectory(parentPath(m_target)))
        return std::unexpected(systemError(errno, action(), plainText(parentPath(m_target))));
    return {};
}

} // namespace Fathom
