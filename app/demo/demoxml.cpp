// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoxml.h"

namespace Fathom {

namespace {

QByteArray xmlText(const char *text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

QByteArray novaMetadata(const DemoInstance &instance)
{
    if (!instance.name)
        return {};
    const auto element = [](const char *name, const QByteArray &value) -> QByteArray {
        return QByteArray("        <nova:") + name + ">" + value + "</nova:" + name + ">\n";
    };
    QByteArray created = QByteArray(instance.modified).replace('T', ' ') + ":00";
    return "  <metadata>\n    <nova:instance xmlns:nova=\"http://openstack.org/xmlns/libvirt/nova/1.0\">\n"
           "      <nova:package version=\"" +
        QByteArray(instance.novaVersion) + "\"/>\n      <nova:name>" + xmlText(instance.name) +
        "</nova:name>\n      <nova:creationTime>" + created + "</nova:creationTime>\n      <nova:flavor name=\"" +
        xmlText(instance.flavor) + "\">\n" + element("memory", QByteArray::number(instance.memoryMiB)) +
        element("disk", QByteArray::number(instance.rootGiB)) + element("swap", QByteArray::number(instance.swapMiB)) +
        element("ephemeral", QByteArray::number(instance.ephemeralGiB)) +
        element("vcpus", QByteArray::number(instance.vcpus)) +
        "      </nova:flavor>\n      <nova:owner>\n        <nova:user uuid=\"" +
        QByteArray(instance.projectId).sliced(4) + "0000\">" + xmlText(instance.user) +
        "</nova:user>\n        <nova:project uuid=\"" + instance.projectId + "\">" + xmlText(instance.projectName) +
        "</nova:project>\n      </nova:owner>\n      <nova:root type=\"image\" uuid=\"" + instance.imageUuid +
        "\"/>\n    </nova:instance>\n  </metadata>\n";
}

QByteArray diskElements(const DemoInstance &instance, const NativePath &directory)
{
    QByteArray xml;
    char letter = 'a';
    for (const DemoDisk &disk : instance.disks) {
        if (!disk.name)
            break;
        const bool overlay = disk.baseOfImage || disk.baseName;
        const bool configDrive = !overlay && QByteArray(disk.name) == "disk.config";
        xml += QByteArray("    <disk type=\"file\" device=\"") + (configDrive ? "cdrom" : "disk") +
            "\">\n      <driver name=\"qemu\" type=\"" + (overlay ? "qcow2" : "raw") +
            "\" cache=\"none\"/>\n      <source file=\"" + xmlText(joinPath(directory, disk.name).constData()) +
            "\"/>\n      <target bus=\"" + (configDrive ? "ide\" dev=\"hd" : "virtio\" dev=\"vd") +
            QByteArray(1, configDrive ? 'd' : letter++) + "\"/>\n    </disk>\n";
    }
    return xml;
}

} // namespace

QByteArray demoDomainXml(const DemoInstance &instance, const NativePath &directory)
{
    const QByteArray tap = QByteArray(instance.mac).replace(":", "").last(8);
    return QByteArray("<domain type=\"kvm\">\n  <uuid>") + instance.uuid + "</uuid>\n  <name>" + instance.libvirtName +
        "</name>\n  <memory>" + QByteArray::number(instance.memoryMiB * 1024) + "</memory>\n  <vcpu>" +
        QByteArray::number(instance.vcpus) + "</vcpu>\n" + novaMetadata(instance) +
        "  <sysinfo type=\"smbios\">\n    <system>\n      <entry name=\"manufacturer\">OpenStack Foundation</entry>\n"
        "      <entry name=\"product\">OpenStack Nova</entry>\n      <entry name=\"version\">" +
        instance.novaVersion +
        "</entry>\n      <entry name=\"serial\">00efeb7b-3fb8-dc11-aef8-bcee7be344ef</entry>\n"
        "      <entry name=\"uuid\">" +
        instance.uuid +
        "</entry>\n    </system>\n  </sysinfo>\n  <os>\n    <type>hvm</type>\n    <boot dev=\"hd\"/>\n"
        "    <smbios mode=\"sysinfo\"/>\n  </os>\n  <features>\n    <acpi/>\n    <apic/>\n  </features>\n"
        "  <clock offset=\"utc\">\n    <timer name=\"pit\" tickpolicy=\"delay\"/>\n"
        "    <timer name=\"rtc\" tickpolicy=\"catchup\"/>\n    <timer name=\"hpet\" present=\"no\"/>\n  </clock>\n"
        "  <cpu mode=\"host-model\" match=\"exact\"/>\n  <devices>\n" +
        diskElements(instance, directory) + "    <interface type=\"bridge\">\n      <mac address=\"" + instance.mac +
        "\"/>\n      <model type=\"virtio\"/>\n      <source bridge=\"qbr" + tap + "-ef\"/>\n      <target dev=\"tap" +
        tap + "-ef\"/>\n    </interface>\n    <serial type=\"file\">\n      <source path=\"" +
        xmlText(joinPath(directory, "console.log").constData()) +
        "\"/>\n    </serial>\n    <serial type=\"pty\"/>\n    <input type=\"tablet\" bus=\"usb\"/>\n"
        "    <graphics type=\"spice\" autoport=\"yes\" keymap=\"en-us\" listen=\"0.0.0.0\"/>\n    <video>\n"
        "      <model type=\"qxl\"/>\n    </video>\n  </devices>\n</domain>\n";
}

} // namespace Fathom
