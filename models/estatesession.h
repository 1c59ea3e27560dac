// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estatescan.h"

#include <QObject>

#include <thread>

namespace Fathom {

/// The estate that is open in a window: scans its sources in the background and hands out one snapshot after the
/// other, always on the thread that the session lives on. One scan at a time; a new one cancels the old.
class EstateSession : public QObject {
    Q_OBJECT

public:
    explicit EstateSession(QObject *parent = nullptr);
    ~EstateSession() override;

    /// Forgets the old estate and reads the new one.
    void open(const EstateSources &sources, const QString &title);
    void refresh(); ///< reads the same sources again; the present snapshot stays until a new one is there
    void cancel();

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
    void start();

    EstateSources m_sources;
    QString m_title;
    EstatePtr m_estate;
    bool m_scanning = false;
    ProgressStep m_progress;
    quint64 m_generation = 0; ///< results of an older scan are dropped
    std::jthread m_thread;
};

} // namespace Fathom
