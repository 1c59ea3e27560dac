// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estatescan.h"

#include <QTemporaryDir>

namespace Fathom {

/// A small cloud's directories, made by qemu-img in a temporary directory: three images, two hosts, four instances,
/// one of them on a base that is gone, a base that nobody stands on, and a file in quarantine.
class SampleEstate {
public:
    static inline const QString imageA = QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f"); ///< qcow2, used
    static inline const QString imageB = QStringLiteral("0b1c2d3e-0000-4000-8000-00000000000b"); ///< raw, unused
    static inline const QString imageC = QStringLiteral("0b1c2d3e-0000-4000-8000-00000000000c"); ///< unsafe
    static inline const QString alpha = QStringLiteral("aaaaaaaa-1111-4111-8111-111111111111"); ///< compute1, on imageA
    static inline const QString beta = QStringLiteral("bbbbbbbb-2222-4222-8222-222222222222"); ///< compute1, on imageA
    static inline const QString gamma = QStringLiteral("cccccccc-3333-4333-8333-333333333333"); ///< compute1, broken
    static inline const QString delta = QStringLiteral("dddddddd-4444-4444-8444-444444444444"); ///< compute2, on imageA

    SampleEstate(); ///< fails the test that makes it when a tool is missing

    bool good() const { return m_good; }
    const EstateSources &sources() const { return m_sources; }
    EstatePtr scan() const { return scanEstate(m_sources); }

    QByteArray root() const { return m_root; }
    QString imageKeyOf(const QString &uuid) const { return imageKey(joinPath(m_root + "/images", uuid.toLatin1())); }
    NativePath instancePath(const QString &uuid) const;
    QString instanceKeyOf(const QString &uuid) const { return instanceKey(instancePath(uuid)); }
    NativePath basePath() const { return m_root + "/compute1/_base/" + baseNameOfImage(imageA); }

    NativePath quarantineEntry() const; ///< of a file that was moved out of the way

    void addInstance(const QByteArray &host, const QString &uuid, const QString &name, const QByteArray &base);
    void removeInstance(const QString &uuid);

private:
    void qemuImg(const QStringList &arguments);
    void write(const QByteArray &path, const QByteArray &content);

    QTemporaryDir m_directory;
    QByteArray m_root;
    EstateSources m_sources;
    QHash<QString, QByteArray> m_hostOf;
    bool m_good = true;
};

} // namespace Fathom
