// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"

#include <functional>
#include <memory>
#include <vector>

namespace Fathom {

/// Hears when something in a directory is made, taken away, renamed, written to its end, or gets another owner or mode
/// (inotify). What a running program still writes is not told: disks of running instances grow unheard.
class SourceWatch {
public:
    enum class Depth { Itself, AndBelow }; ///< AndBelow: also the directories in it, as Nova keeps one per instance

    /// Begins to listen. Blocking as any look at a directory, so not for the thread of a window. changed is called from
    /// another thread, once for changes that follow each other closely. Null where nothing can be heard.
    static std::unique_ptr<SourceWatch> begin(
        const std::vector<NativePath> &directories, Depth depth, std::function<void()> changed);
    ~SourceWatch(); ///< waits for nobody; changed may still be running

    /// Every change is heard: the file system is no network's, and the system's limit of watches was not reached.
    bool hearsAll() const { return m_hearsAll; }
    /// A directory was taken away or renamed; what stands in its place now is not heard.
    bool lost() const;

private:
    struct Ear;

    SourceWatch(std::shared_ptr<Ear> ear, bool hearsAll);

    std::shared_ptr<Ear> m_ear;
    bool m_hearsAll;
};

} // namespace Fathom
