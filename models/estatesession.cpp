// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/estatesession.h"

#include <QMetaObject>

namespace Fathom {

EstateSession::EstateSession(QObject *parent)
    : QObject(parent)
    , m_estate(std::make_shared<const Estate>())
{
}

EstateSession::~EstateSession()
{
    m_thread.request_stop();
}

void EstateSession::open(const EstateSources &sources, const QString &title)
{
    m_sources = sources;
    m_title = title;
    m_estate = std::make_shared<const Estate>();
    emit titleChanged(m_title);
    emit estateChanged(m_estate);
    start();
}

void EstateSession::refresh()
{
    start();
}

void EstateSession::cancel()
{
    m_thread.request_stop();
}

void EstateSession::start()
{
    // Returns at once even if a thread of the old scan hangs: scanEstate() waits for nobody once it was stopped.
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    const quint64 generation = ++m_generation;
    m_progress = {};
    if (!m_scanning) {
        m_scanning = true;
        emit scanningChanged(true);
    }

    // The scanning thread never touches the session; it posts to it, and what comes too late is dropped.
    const auto post = [this, generation](auto deliver) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, deliver = std::move(deliver)] {
                if (generation == m_generation)
                    deliver();
            },
            Qt::QueuedConnection);
    };
    // While a refresh runs, partial snapshots would make rows vanish and come back; only a first scan shows them.
    const bool showPartial = !m_estate->complete;
    m_thread = std::jthread([this, post, showPartial, sources = m_sources](const std::stop_token &stop) {
        const auto deliver = [this, post](const EstatePtr &estate) {
            post([this, estate] {
                m_estate = estate;
                emit estateChanged(estate);
            });
        };
        const EstatePtr whole = scanEstate(
            sources, stop,
            [this, post](const ProgressStep &step) {
                post([this, step] {
                    m_progress = step;
                    emit progressChanged(step);
                });
            },
            showPartial ? EstatePartial(deliver) : EstatePartial());
        // A refresh that was cancelled must not take away what is known; half a first scan is better than nothing.
        if (showPartial || !stop.stop_requested())
            deliver(whole);
        post([this] {
            m_scanning = false;
            emit scanningChanged(false);
        });
    });
}

} // namespace Fathom
