// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interrupt.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Fathom {

namespace {

// A signal handler can reach nothing else than a global.
volatile std::sig_atomic_t interruptPipe = -1;

extern "C" void onInterrupt(int)
{
    const int error = errno;
    const char byte = 'i';
    [[maybe_unused]] const ssize_t written = ::write(interruptPipe, &byte, 1);
    errno = error;
}

} // namespace

Interrupt::Interrupt()
{
    if (::pipe2(m_pipe, O_CLOEXEC) != 0)
        return;
    interruptPipe = m_pipe[1];
    m_listener = std::thread([this] {
        char byte = 0;
        while (::read(m_pipe[0], &byte, 1) < 0 && errno == EINTR) { }
        if (byte == 'i')
            m_source.request_stop();
    });
    struct sigaction action{};
    action.sa_handler = onInterrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

Interrupt::~Interrupt()
{
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    if (!m_listener.joinable())
        return;
    const char byte = 'q';
    [[maybe_unused]] const ssize_t written = ::write(m_pipe[1], &byte, 1);
    m_listener.join();
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace Fathom
