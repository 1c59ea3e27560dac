// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estatescanner.h"
#include "models/mailbox.h"

#include <QObject>

namespace Fathom {

/// The estate that is open in a window: its sources are read in the background, again when they change, and one
/// snapshot after the other is told, always on the thread that the session lives on. Never waits for a disk.
class EstateSession : public QObject {
    Q_OBJECT

public:
    explicit EstateSession(QObject *parent = nullptr);
    ~EstateSession() override;

    /// Forgets the old estate and reads the new one.
    void open(const EstateSources &sources, const QString &title);
    void refresh(); ///< reads the same sources again; what is known stays until a new reading has ended
    void cancel();

    /// Whether changed directories are read again by themselves; not at first.
    void setLive(bool live);
    bool live() const { return m_live; }

    const EstatePtr &estate() const { return m_estate; } ///< never null; empty before the first result
    const QString &title() const { return m_title; } ///< "This machine", "Demo", a directory
    const EstateSources &sources() const { return m_sources; }
    bool scanning() const { return m_scanning; }
    const ProgressStep &progress() const { return m_progress; }

signals:
    void titleChanged(const QString &title);
    void estateChanged(const Fathom::EstatePtr &estate); ///< partial snapshots too: see Estate::complete
    void scanningChanged(bool scanning);
    void progressChanged(const Fathom::ProgressStep &step);

private:
    void setScanning(bool scanning);
    EstateScanner::Hearers hearers();

    EstateSources m_sources;
    QString m_title;
    EstatePtr m_estate;
    bool m_live = false;
    bool m_scanning = false;
    ProgressStep m_progress;
    quint64 m_requests = 0; ///< readings asked of the present scanner
    Mailbox m_mailbox;
    std::unique_ptr<EstateScanner> m_scanner; ///< null: nothing is open
};

} // namespace Fathom
