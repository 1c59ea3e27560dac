// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/background.h"

#include "base/abandonable.h"

namespace Fathom {

Background::Background(QObject *owner)
    : m_mailbox(owner)
{
}

Background::~Background()
{
    m_stop.request_stop();
}

void Background::forget()
{
    m_stop.request_stop();
    m_mailbox.renew();
}

void Background::start(std::function<void(const std::stop_token &, const Mailbox::Slot &)> work)
{
    forget();
    m_stop = {};
    runAbandonable([work = std::move(work), stop = m_stop.get_token(), post = m_mailbox.renew()] { work(stop, post); });
}

} // namespace Fathom
