// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <bit>
#include <vector>

namespace Fathom {

/// A file that disks stand on.
struct LayerFile {
    quint64 device = 0;
    quint64 inode = 0;
    qint64 allocatedBytes = 0;
};

/// Files that were counted, by device and inode: a hundred thousand instances' in a few milliseconds.
class CountedFiles {
public:
    explicit CountedFiles(std::size_t most)
        : m_cells(std::bit_ceil(most * 2 + 1))
    {
    }

    /// False: it was counted before.
    bool insert(const LayerFile &file)
    {
        for (std::size_t at = file.inode * 0x9e3779b97f4a7c15u >> 20;; ++at) {
            Cell &cell = m_cells[at & (m_cells.size() - 1)];
            if (!cell.used) {
                cell = {file.device, file.inode, true};
                return true;
            }
            if (cell.device == file.device && cell.inode == file.inode)
                return false;
        }
    }

private:
    struct Cell {
        quint64 device = 0;
        quint64 inode = 0;
        bool used = false;
    };

    std::vector<Cell> m_cells;
};

} // namespace Fathom
