// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mailbox.h"

#include <stop_token>

namespace Fathom {

/// One piece of blocking work at a time for an object of the window's thread, on a thread that nobody waits for: a
/// newer piece, or the end of the owner, makes the older one's results unheard.
class Background {
public:
    explicit Background(QObject *owner);
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Calls work on another thread, then hear with its result on the owner's.
    template<class Work, class Hear> void run(Work work, Hear hear)
    {
        start([work = std::move(work), hear = std::move(hear)](const std::stop_token &stop, const Mailbox::Slot &post) {
            auto result = work(stop);
            post([hear, result = std::move(result)] { hear(result); });
        });
    }

    void forget(); ///< the work is asked to stop, and its result is not heard

private:
    void start(std::function<void(const std::stop_token &, const Mailbox::Slot &)> work);

    Mailbox m_mailbox;
    std::stop_source m_stop;
};

} // namespace Fathom
