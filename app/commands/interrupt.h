// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace Fathom {

/// Turns Ctrl+C (SIGINT) and SIGTERM into a stop request, so that a scan ends cleanly and tells what it has. The second
/// one ends the program at once. At most one at a time.
class Interrupt {
public:
    Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;
    ~Interrupt();

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    int m_pipe[2]{-1, -1};
    std::thread m_listener;
};

} // namespace Fathom
