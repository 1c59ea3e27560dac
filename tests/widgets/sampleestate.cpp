// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sampleestate.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace Fathom {

SampleEstate::SampleEstate()
    : m_root(cleanPath(QFile::encodeName(m_directory.path())))
{
    const QDir root(m_directory.path());
    for (const char *directory : {"images", "compute1/_base", "compute1/locks", "compute2/_base"})
        root.mkpath(QString::fromLatin1(directory));
    const auto path = [this](const QByteArray &name) { return QFile::decodeName(m_root + '/' + name); };
    const QString qcow2 = QStringLiteral("qcow2");
    const QString raw = QStringLiteral("raw");
    qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), qcow2,
        path("images/" + imageA.toLatin1()), QStringLiteral("2G")});
    qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), raw,
        path("images/" + imageB.toLatin1()), QStringLiteral("64M")});
    qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), qcow2, QStringLiteral("-b"),
        path("images/" + imageB.toLatin1()), QStringLiteral("-F"), raw, path("images/" + imageC.toLatin1())});
    for (const QByteArray host : {"compute1", "compute2"}) {
        write(host + "/compute_nodes", "{\"" + host + "\": 1700000000.0}");
        const QByteArray base = host + "/_base/" + baseNameOfImage(imageA);
        qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), raw, path(base),
            QStringLiteral("2G")});
        QFile file(path(base));
        if (file.open(QIODevice::ReadWrite))
            file.write(QByteArray(3 << 20, 'b'));
    }
    write("compute1/_base/" + baseNameOfImage(QStringLiteral("ffffffff-0000-4000-8000-00000000000f")),
        QByteArray(1 << 20, 'o'));
    write("compute1/locks/nova-iscsi", {});
    const QByteArray base = baseNameOfImage(imageA);
    addInstance("compute1", alpha, QStringLiteral("web-alpha"), base);
    addInstance("compute1", beta, QStringLiteral("web-beta"), base);
    addInstance("compute1", gamma, QStringLiteral("db-gamma"), "0123456789abcdef0123456789abcdef01234567");
    addInstance("compute2", delta, QStringLiteral("mail-delta"), base);
    const QByteArray entry = fileName(quarantineEntry());
    QDir(m_directory.path()).mkpath(QStringLiteral("images/.fathom-quarantine/") + QString::fromLatin1(entry));
    write("images/.fathom-quarantine/" + entry + "/old.raw", QByteArray(1 << 20, 'o'));
    write("images/.fathom-quarantine/" + entry + "/.fathom-manifest.json",
        manifestText({.original = "old.raw",
            .movedAt = 1'764'279'356'930,
            .movedBy = QStringLiteral("root"),
            .allocatedBytes = 1 << 20,
            .asked = {QStringLiteral("everybody")},
            .silent = {QStringLiteral("nobody")}}));
    m_sources.imageDirectories = {m_root + "/images"};
    m_sources.instanceDirectories = {m_root + "/compute1", m_root + "/compute2"};
}

NativePath SampleEstate::quarantineEntry() const
{
    return m_root + "/images/.fathom-quarantine/20251127T213556Z-0c6dac";
}

NativePath SampleEstate::instancePath(const QString &uuid) const
{
    return m_root + '/' + m_hostOf.value(uuid) + '/' + uuid.toLatin1();
}

void SampleEstate::addInstance(const QByteArray &host, const QString &uuid, const QString &name, const QByteArray &base)
{
    m_hostOf.insert(uuid, host);
    const QByteArray directory = host + '/' + uuid.toLatin1();
    QDir(m_directory.path()).mkpath(QString::fromLatin1(directory));
    const QByteArray disk = m_root + '/' + directory + "/disk";
    const QByteArray backing = m_root + '/' + host + "/_base/" + base;
    qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-u"), QStringLiteral("-f"),
        QStringLiteral("qcow2"), QStringLiteral("-b"), QFile::decodeName(backing), QStringLiteral("-F"),
        QStringLiteral("raw"), QFile::decodeName(disk), QStringLiteral("20G")});
    write(directory + "/disk.info", "{\"" + disk + "\": \"qcow2\"}");
    write(directory + "/console.log", "Linux version 6.12\n");
    write(directory + "/libvirt.xml",
        "<domain type='kvm'>\n  <uuid>" + uuid.toLatin1() + "</uuid>\n  <name>instance-" + uuid.left(8).toLatin1() +
            "</name>\n  <memory>2097152</memory>\n  <metadata>\n"
            "    <nova:instance xmlns:nova='http://openstack.org/xmlns/libvirt/nova/1.0'>\n"
            "      <nova:package version='2014.1.3'/>\n      <nova:name>" +
            name.toUtf8() +
            "</nova:name>\n      <nova:flavor name='m1.small'><nova:memory>2048</nova:memory><nova:disk>20</nova:disk>"
            "<nova:vcpus>1</nova:vcpus></nova:flavor>\n"
            "      <nova:owner><nova:user uuid='u1'>admin</nova:user><nova:project uuid='" +
            name.section(u'-', 0, 0).toUtf8() + "-id'>" + name.section(u'-', 0, 0).toUtf8() +
            "</nova:project></nova:owner>\n      <nova:root type='image' uuid='" + imageA.toLatin1() +
            "'/>\n    </nova:instance>\n  </metadata>\n  <devices>\n    <disk type='file' device='disk'>"
            "<driver name='qemu' type='qcow2'/><source file='" +
            disk + "'/><target dev='vda' bus='virtio'/></disk>\n  </devices>\n</domain>\n");
}

void SampleEstate::removeInstance(const QString &uuid)
{
    QDir(QFile::decodeName(instancePath(uuid))).removeRecursively();
}

void SampleEstate::qemuImg(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("qemu-img"), arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0) {
        m_good = false;
        qWarning("qemu-img %s: %s (package qemu-utils)", qPrintable(arguments.join(u' ')),
            process.readAllStandardError().constData());
    }
}

void SampleEstate::write(const QByteArray &path, const QByteArray &content)
{
    QFile file(QFile::decodeName(m_root + '/' + path));
    m_good = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && m_good;
}

} // namespace Fathom
