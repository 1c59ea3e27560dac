// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demotables.h"

namespace Fathom {

namespace {

constexpr qint64 demoMiB = 1024 * 1024;
constexpr qint64 demoGiB = 1024 * demoMiB;

// Images that instances stand on.
constexpr const char *dockerVmdk = "4ef781ee-d2b5-4922-8fd0-f12aa81f996f";
constexpr const char *win7 = "84691638-6247-402d-80d5-3429c1aa1554";
constexpr const char *cirros = "d5aab3ac-74b5-4d53-91ee-92a22b48bb61";
constexpr const char *ubuntuSnapshot = "32f643e8-a9f8-4d37-91ca-16d553a7aa6e";
constexpr const char *centos = "9a79c48f-d155-4daf-8335-b247d5750503";
constexpr const char *debian = "e026dc51-26a1-46d8-9dff-e81c17789aa0";
constexpr const char *amazonRoot = "c6978549-872d-4cfa-b8ae-8f577d99e8db";
constexpr const char *win2008 = "13134458-54de-4969-bc94-7fc3bb01f881";

using enum DemoFormat;

constexpr DemoImage imageTable[]{
    {"01fa9624-d339-486c-a18e-a3cd801ff663", 968560640, "2015-11-23T15:50", Raw, RawContent::Iso, 0,
        "UBUNTU_14_04_3_SERVER", 192},
    {win2008, 4557045760, "2015-11-20T14:39", Raw, RawContent::WindowsMbr, 0, "", 192},
    {"262d7988-9672-4fd1-a88b-42df293d078f", 5244256256, "2015-09-24T15:39", Vdi, RawContent::WindowsMbr, 60 * demoGiB,
        "", 5},
    {ubuntuSnapshot, 1623392256, "2015-12-07T16:16", Qcow2, RawContent::LinuxMbr, 20 * demoGiB, "ubuntu", 12},
    {"38470ce5-34bb-4ee3-a58d-2c136c8dc88b", 19464192, "2015-06-26T10:02", Raw, RawContent::Kernel, 0, "", 2816},
    {"41f0fd90-aa87-424e-b087-0d924467513d", 1705639936, "2015-12-07T15:35", Qcow2Lazy, RawContent::LinuxMbr,
        20 * demoGiB, "ubuntu", 14},
    {dockerVmdk, 4284418560, "2015-12-07T14:49", Vmdk, RawContent::LinuxMbr, 120 * demoGiB, "docker", 12},
    {win7, 8041725952, "2015-07-08T12:23", Qcow2, RawContent::WindowsMbr, 25 * demoGiB, "", 16},
    {"8c50877e-ef0a-4620-9516-33d7096a6bc1", 2135359488, "2015-10-16T16:29", VhdDynamic, RawContent::WindowsMbr,
        40 * demoGiB, "", 4},
    {centos, 8779983360, "2015-12-01T14:49", Raw, RawContent::LinuxMbr, 0, "centos", 256},
    {"b7c95d83-5c4a-419c-9669-2af1329f4eac", 295900672, "2015-09-24T09:26", Raw, RawContent::Ramdisk, 0, "", 0},
    {"bcdc62a7-3171-468c-b543-b483be843ed6", 990371840, "2015-11-20T14:31", Raw, RawContent::Iso, 0,
        "VIRTIO_WIN_0_1_112", 200},
    {amazonRoot, 482873856, "2015-11-21T13:24", Raw, RawContent::Ext4, 0, "ami-root", 256},
    {cirros, 13167616, "2015-12-21T17:36", Qcow2Old, RawContent::LinuxMbr, 41126400, "cirros", 26},
    {debian, 790448128, "2015-11-25T23:42", Qcow2, RawContent::LinuxMbr, 8 * demoGiB, "debian", 9},
    {"f8d4714b-2b02-40b9-9123-0eccf859b7f5", 4470931456, "2015-09-24T14:40", VhdFixed, RawContent::WindowsMbr, 0, "",
        0},
    {"f9c15896-3c15-4020-a4ed-c5439df8a767", 3529972224, "2015-12-18T14:22", Raw, RawContent::LinuxGpt, 0, "coreos",
        192},
};

constexpr DemoBase baseTable[]{
    {"compute1", dockerVmdk, nullptr, 120 * demoGiB, RawContent::LinuxMbr, "2015-12-07T16:01", 640},
    {"compute1", ubuntuSnapshot, nullptr, 20 * demoGiB, RawContent::LinuxMbr, "2015-12-07T16:20", 320},
    {"compute1", cirros, nullptr, 41126400, RawContent::LinuxMbr, "2015-12-02T18:05", 320},
    {"compute1", nullptr, "swap_2048", 2 * demoGiB, RawContent::Swap, "2015-12-07T16:02", 0},
    {"compute1", nullptr, "ephemeral_20_40d1d2c", 20 * demoGiB, RawContent::Ext4, "2015-12-07T16:21", 64},
    {"compute2", win7, nullptr, 25 * demoGiB, RawContent::WindowsMbr, "2015-12-18T10:58", 448},
    {"compute2", centos, nullptr, 8779983360, RawContent::LinuxMbr, "2015-12-31T13:59", 256},
    {"compute2", debian, nullptr, 8 * demoGiB, RawContent::LinuxMbr, "2015-11-26T09:12", 256}, // nobody stands on it
    {"compute2", nullptr, "swap_2048", 2 * demoGiB, RawContent::Swap, "2015-12-31T14:00", 0},
};

constexpr const char *adminId = "3c1f6a0b2c8e4f0e9d9a5be7c0f3a911";
constexpr const char *shopId = "7d52b1f0d9b84c1fb1c2d0f4e6a88e02";
constexpr const char *researchId = "a9be04c6c1d44fd7b0a1c5b7d2e3f640";

constexpr DemoInstance instanceTable[]{
    {"compute1", "0b095133-8c76-4a8c-acfd-a66948920089", "", "instance-00000115", "shop-web-01", shopId, "web-shop",
        "wei", "2015.1.2", "m1.small.eph", 2048, 1, 20, 20, 0, ubuntuSnapshot, "fa:16:3e:5a:01:15", "2015-12-07T16:21",
        18211, DemoXml::InDirectory,
        {{"disk", 20 * demoGiB, ubuntuSnapshot, nullptr, 412876800, 8},
            {"disk.eph0", 20 * demoGiB, nullptr, "ephemeral_20_40d1d2c", 0, 2},
            {"disk.config", 458752, nullptr, nullptr, 0, 0}}},
    {"compute1", "1260f4e1-01a4-4f9f-8398-ee8a7235927d", "", "instance-0000010b", "采集节点-01", researchId, "研发中心",
        "li.na", "2015.1.2", "m1.tiny", 512, 1, 1, 0, 0, cirros, "fa:16:3e:5a:01:0b", "2015-12-01T15:31", 9120,
        DemoXml::InDirectory, {{"disk", demoGiB, cirros, nullptr, 0, 5}}},
    {"compute1", "2e1978ab-b4e2-4771-ad55-b612e4d262d2", "", "instance-00000113", nullptr, nullptr, nullptr, nullptr,
        "2014.1.3", nullptr, 4096, 4, 120, 0, 2048, dockerVmdk, "fa:16:3e:30:ef:bf", "2015-12-07T16:02", 0,
        DemoXml::InDirectory,
        {{"disk", 120 * demoGiB, dockerVmdk, nullptr, 1116864512, 20},
            {"disk.swap", 2 * demoGiB, nullptr, "swap_2048", 197120, 0}}},
    {"compute1", "561dd9f4-56d3-4967-b2bc-1f1b390169d8", "", "instance-0000010e", "cirros-test", adminId, "admin",
        "admin", "2015.1.2", "m1.tiny", 512, 1, 1, 0, 0, cirros, "fa:16:3e:5a:01:0e", "2015-12-02T18:06", 12842,
        DemoXml::InDirectory, {{"disk", demoGiB, cirros, nullptr, 0, 7}}},
    {"compute2", "561dd9f4-56d3-4967-b2bc-1f1b390169d8", "_resize", "instance-0000010e", "cirros-test", adminId,
        "admin", "admin", "2015.1.2", "m1.nano", 64, 1, 0, 0, 0, cirros, "fa:16:3e:5a:01:0e", "2015-12-02T17:40", 0,
        DemoXml::None, {{"disk", 41126400, nullptr, nullptr, 0, 0}}},
    {"compute2", "582dddf4-5d33-4689-a946-d5958aa263d6", "", "instance-0000011f", "shop-db-01", shopId, "web-shop",
        "wei", "2015.1.2", "m1.medium", 4096, 2, 40, 0, 2048, centos, "fa:16:3e:5a:01:1f", "2015-12-31T14:01", 40960,
        DemoXml::InDirectory,
        {{"disk", 40 * demoGiB, centos, nullptr, 2684354560, 18},
            {"disk.swap", 2 * demoGiB, nullptr, "swap_2048", 0, 0}, {"disk.config", 458752, nullptr, nullptr, 0, 0}}},
    {"compute2", "667911ae-2ebb-44e2-b453-9d3a4ff634fb", "", "instance-0000011a", "win7-办公", researchId, "研发中心",
        "li.na", "2015.1.2", "m1.win", 4096, 2, 25, 0, 0, win7, "fa:16:3e:5a:01:1a", "2015-12-18T11:03", 0,
        DemoXml::InLibvirt, {{"disk", 25 * demoGiB, win7, nullptr, 3221225472, 12}}},
    {"compute2", "72a8b045-6e92-4ccb-9a32-bdd7d86bbf3d", "", "instance-00000109", "legacy-files", shopId, "web-shop",
        "chen", "2015.1.2", "m1.small", 2048, 1, 20, 0, 0, amazonRoot, "fa:16:3e:5a:01:09", "2015-12-01T10:52", 3072,
        DemoXml::InDirectory, {{"disk", 20 * demoGiB, amazonRoot, nullptr, 734003200, 6}}}, // its base is not there
};

} // namespace

std::span<const DemoImage> demoImages()
{
    return imageTable;
}

std::span<const DemoBase> demoBases()
{
    return baseTable;
}

std::span<const DemoInstance> demoInstances()
{
    return instanceTable;
}

} // namespace Fathom
