// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>

namespace Fathom {

/// Letters from other threads to an object that may be gone by then: delivered on its thread, or to nobody.
class Mailbox {
public:
    explicit Mailbox(QObject *owner);
    ~Mailbox(); ///< on the owner's thread; nothing is delivered any more
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// For the thread that writes; outlives the box.
    class Slot {
    public:
        void operator()(std::function<void()> letter) const;

    private:
        friend class Mailbox;
        struct Address {
            std::mutex mutex;
            QObject *owner = nullptr;
            quint64 number = 0;
        };
        std::shared_ptr<Address> address;
        quint64 number = 0;
    };

    /// A new slot; letters that still come through older ones are dropped.
    Slot renew();

private:
    std::shared_ptr<Slot::Address> m_address;
};

} // namespace Fathom
