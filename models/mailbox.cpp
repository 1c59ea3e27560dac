// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailbox.h"

#include <QMetaObject>

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace Fathom {

namespace {

/// The event queue orders what one thread sends before what the other opens, unseen by the thread sanitizer.
void sent([[maybe_unused]] const void *letter)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_release(const_cast<void *>(letter));
#endif
}

void received([[maybe_unused]] const void *letter)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(const_cast<void *>(letter));
#endif
}

using Letter = std::function<void()>;

/// What the event queue carries. Its own pointer is all that is read before the sanitizer hears that it was received.
struct Delivery {
    std::shared_ptr<const Letter> letter;
    const Letter *address = letter.get();

#if defined(__SANITIZE_THREAD__)
    __attribute__((no_sanitize("thread")))
#endif
    void
    operator()() const
    {
        received(address);
        (*address)();
    }
};

} // namespace

Mailbox::Mailbox(QObject *owner)
    : m_address(std::make_shared<Slot::Address>())
{
    m_address->owner = owner;
}

Mailbox::~Mailbox()
{
    const std::lock_guard lock(m_address->mutex);
    m_address->owner = nullptr;
}

Mailbox::Slot Mailbox::renew()
{
    const std::lock_guard lock(m_address->mutex);
    Slot slot;
    slot.address = m_address;
    slot.number = ++m_address->number;
    return slot;
}

void Mailbox::Slot::operator()(std::function<void()> letter) const
{
    // With the lock held the owner cannot go; queued, so that it is opened on the owner's thread.
    const std::lock_guard lock(address->mutex);
    if (!address->owner || address->number != number)
        return;
    const auto sealed = std::make_shared<const Letter>([slot = *this, letter = std::move(letter)] {
        {
            const std::lock_guard again(slot.address->mutex);
            if (!slot.address->owner || slot.address->number != slot.number)
                return;
        }
        letter();
    });
    sent(sealed.get());
    QMetaObject::invokeMethod(address->owner, Delivery{sealed}, Qt::QueuedConnection);
}

} // namespace Fathom
