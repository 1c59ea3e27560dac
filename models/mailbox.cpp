// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailbox.h"

#include <QMetaObject>

namespace Fathom {

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
    QMetaObject::invokeMethod(
        address->owner,
        [slot = *this, letter = std::move(letter)] {
            {
                const std::lock_guard again(slot.address->mutex);
                if (!slot.address->owner || slot.address->number != slot.number)
                    return;
            }
            letter();
        },
        Qt::QueuedConnection);
}

} // namespace Fathom
