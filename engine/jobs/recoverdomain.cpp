// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recoverdomain.h"

#include "image/imageformat.h"

#include <QSet>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

namespace Fathom {

namespace {

constexpr qint64 kib = 1024;
constexpr qint64 usualMemoryBytes = qint64(2) << 30;
constexpr int usualVcpus = 2;

const QString virtio = QStringLiteral("virtio");

/// Writes an element that has attributes alone.
void element(QXmlStreamWriter &xml, const QString &name, std::initializer_list<std::pair<QString, QString>> attributes)
{
    xml.writeEmptyElement(name);
    for (const auto &[key, value] : attributes)
        xml.writeAttribute(key, value);
}

/// "vd" of virtio, "sd" of scsi, sata and usb, "hd" of ide.
QString targetPrefix(const QString &bus)
{
    return bus == virtio ? QStringLiteral("vd") : bus == u"ide" ? QStringLiteral("hd") : QStringLiteral("sd");
}

QString freeTarget(const QString &bus, const QSet<QString> &taken)
{
    for (char16_t letter = u'a'; letter <= u'z'; ++letter)
        if (const QString target = targetPrefix(bus) + QChar(letter); !taken.contains(target))
            return target;
    return targetPrefix(bus) + QStringLiteral("aa");
}

/// What UEFI's variables are for, too.
bool isQ35(const RecoveredDomain &domain)
{
    return domain.machine.contains(QLatin1StringView("q35")) || !domain.nvram.isEmpty();
}

void writeDisks(QXmlStreamWriter &xml, const RecoveredDomain &domain)
{
    QSet<QString> taken;
    for (const RecoveredDisk &disk : domain.disks)
        taken.insert(disk.target);
    int order = 0;
    for (const RecoveredDisk &disk : domain.disks) {
        const QString device = disk.device.isEmpty() ? QStringLiteral("disk") : disk.device;
        QString bus = !disk.bus.isEmpty() ? disk.bus : device == u"cdrom" ? QStringLiteral("sata") : virtio;
        if (bus == u"ide" && isQ35(domain))
            bus = QStringLiteral("sata"); // it has no IDE
        const bool fits = disk.target.startsWith(targetPrefix(bus));
        const QString target = fits ? disk.target : freeTarget(bus, taken);
        taken.insert(target);
        xml.writeStartElement(QStringLiteral("disk"));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("file"));
        xml.writeAttribute(QStringLiteral("device"), device);
        element(xml, QStringLiteral("driver"),
            {{QStringLiteral("name"), QStringLiteral("qemu")},
                {QStringLiteral("type"), QString::fromLatin1(formatTraits(disk.format).qemuName)}});
        element(xml, QStringLiteral("source"), {{QStringLiteral("file"), QString::fromUtf8(disk.file)}});
        element(xml, QStringLiteral("target"), {{QStringLiteral("dev"), target}, {QStringLiteral("bus"), bus}});
        if (device == u"cdrom")
            xml.writeEmptyElement(QStringLiteral("readonly"));
        element(xml, QStringLiteral("boot"), {{QStringLiteral("order"), QString::number(++order)}});
        xml.writeEndElement();
    }
}

void writeDevices(QXmlStreamWriter &xml, const RecoveredDomain &domain)
{
    xml.writeStartElement(QStringLiteral("devices"));
    writeDisks(xml, domain);
    // Without one libvirt takes a controller of LSI, for which many a guest has no driver.
    if (std::ranges::any_of(domain.disks, [](const RecoveredDisk &disk) { return disk.bus == u"scsi"; }))
        element(xml, QStringLiteral("controller"),
            {{QStringLiteral("type"), QStringLiteral("scsi")},
                {QStringLiteral("model"), QStringLiteral("virtio-scsi")}});
    for (const QString &mac : domain.facts.macAddresses) {
        xml.writeStartElement(QStringLiteral("interface"));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("network"));
        element(xml, QStringLiteral("mac"), {{QStringLiteral("address"), mac}});
        element(xml, QStringLiteral("source"), {{QStringLiteral("network"), QStringLiteral("default")}});
        element(xml, QStringLiteral("model"), {{QStringLiteral("type"), virtio}});
        xml.writeEndElement();
    }
    element(xml, QStringLiteral("serial"), {{QStringLiteral("type"), QStringLiteral("pty")}});
    element(xml, QStringLiteral("console"), {{QStringLiteral("type"), QStringLiteral("pty")}});
    element(xml, QStringLiteral("graphics"),
        {{QStringLiteral("type"), QStringLiteral("vnc")}, {QStringLiteral("autoport"), QStringLiteral("yes")},
            {QStringLiteral("listen"), QStringLiteral("127.0.0.1")}});
    xml.writeEndElement();
}

void writeOs(QXmlStreamWriter &xml, const RecoveredDomain &domain)
{
    const bool q35 = isQ35(domain);
    xml.writeStartElement(QStringLiteral("os"));
    if (!domain.nvram.isEmpty())
        xml.writeAttribute(QStringLiteral("firmware"), QStringLiteral("efi"));
    xml.writeStartElement(QStringLiteral("type"));
    xml.writeAttribute(QStringLiteral("arch"), QStringLiteral("x86_64"));
    xml.writeAttribute(QStringLiteral("machine"), q35 ? QStringLiteral("q35") : QStringLiteral("pc"));
    xml.writeCharacters(QStringLiteral("hvm"));
    xml.writeEndElement();
    if (!domain.nvram.isEmpty())
        xml.writeTextElement(QStringLiteral("nvram"), QString::fromUtf8(domain.nvram));
    xml.writeEndElement();
}

} // namespace

QString machineOf(const QByteArray &text)
{
    QXmlStreamReader xml(text);
    bool inOs = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"os")
            inOs = true;
        else if (xml.isEndElement() && xml.name() == u"os")
            return {};
        else if (inOs && xml.isStartElement() && xml.name() == u"type")
            return xml.attributes().value(QLatin1StringView("machine")).toString();
    }
    return {};
}

QByteArray recoveredDomainXml(const RecoveredDomain &domain)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    const DomainFacts &facts = domain.facts;
    xml.writeStartElement(QStringLiteral("domain"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("kvm"));
    xml.writeTextElement(QStringLiteral("name"), domain.name.isEmpty() ? QStringLiteral("recovered") : domain.name);
    if (!facts.uuid.isEmpty())
        xml.writeTextElement(QStringLiteral("uuid"), facts.uuid);
    xml.writeStartElement(QStringLiteral("memory"));
    xml.writeAttribute(QStringLiteral("unit"), QStringLiteral("KiB"));
    xml.writeCharacters(QString::number(facts.memoryBytes.value_or(usualMemoryBytes) / kib));
    xml.writeEndElement();
    xml.writeTextElement(QStringLiteral("vcpu"), QString::number(facts.vcpus.value_or(usualVcpus)));
    writeOs(xml, domain);
    xml.writeStartElement(QStringLiteral("features"));
    xml.writeEmptyElement(QStringLiteral("acpi"));
    xml.writeEmptyElement(QStringLiteral("apic"));
    xml.writeEndElement();
    writeDevices(xml, domain);
    xml.writeEndElement();
    text.append('\n');
    return text;
}

} // namespace Fathom
