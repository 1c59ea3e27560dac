// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/estatesession.h"

namespace Fathom {

EstateSession::EstateSession(QObject *parent)
    : QObject(parent)
    , m_estate(std::make_shared<const Estate>())
    , m_mailbox(this)
{
}

EstateSession::~EstateSession() = default;

void EstateSession::open(const EstateSources &sources, const QString &title)
{
    m_sources = sources;
    m_title = title;
    m_estate = std::make_shared<const Estate>();
    m_requests = 0;
    m_scanner = std::make_unique<EstateScanner>(sources, hearers());
    m_scanner->setLive(m_live);
    emit titleChanged(m_title);
    emit estateChanged(m_estate);
    refresh();
}

void EstateSession::refresh()
{
    if (!m_scanner)
        return;
    m_progress = {};
    ++m_requests;
    m_scanner->read();
    setScanning(true);
}

void EstateSession::cancel()
{
    if (m_scanner)
        m_scanner->cancel();
}

void EstateSession::setLive(bool live)
{
    m_live = live;
    if (m_scanner)
        m_scanner->setLive(live);
}

void EstateSession::setScanning(bool scanning)
{
    if (m_scanning == scanning)
        return;
    m_scanning = scanning;
    emit scanningChanged(scanning);
}

/// The scanning thread never touches the session; it writes to it, and what comes too late is dropped.
EstateScanner::Hearers EstateSession::hearers()
{
    const Mailbox::Slot post = m_mailbox.renew();
    return {
        .reading = [this, post] { post([this] { setScanning(true); }); },
        .progress =
            [this, post](const ProgressStep &step) {
                post([this, step] {
                    m_progress = step;
                    emit progressChanged(step);
                });
            },
        .snapshot =
            [this, post](const EstatePtr &estate) {
                post([this, estate] {
                    m_estate = estate;
                    emit estateChanged(estate);
                });
            },
        .idle =
            [this, post](quint64 requests) {
                post([this, requests] {
                    // A reading that was asked for meanwhile has yet to be told of.
                    if (requests >= m_requests)
                        setScanning(false);
                });
            },
    };
}

} // namespace Fathom
