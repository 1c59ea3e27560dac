// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/samplefiles.h"

#include "engine/image/imagefiles.h"
#include "engine/image/oracle.h"
#include "engine/image/raredisks.h"

#include <QDir>

namespace Fathom {

namespace {

using namespace Qt::StringLiterals;

class SampleMaker {
public:
    explicit SampleMaker(const QString &directory)
        : m_directory(directory)
    {
    }

    /// A tool that makes a new file. "@" in the arguments is its path.
    void tool(const QString &name, const QString &program, QStringList arguments)
    {
        arguments.replaceInStrings(u"@"_s, path(name));
        note(name, Oracle::make(program, arguments, m_directory));
    }

    void qemu(const QString &name, const QString &format, const QString &options = {}, const QString &backing = {})
    {
        QStringList arguments{u"create"_s, u"-q"_s, u"-f"_s, format};
        if (!options.isEmpty())
            arguments += {u"-o"_s, options};
        if (!backing.isEmpty())
            arguments += {u"-u"_s, u"-b"_s, backing, u"-F"_s, u"raw"_s};
        tool(name, u"qemu-img"_s, arguments + QStringList{u"@"_s, u"1M"_s});
    }

    /// A tool that fills a file of that length.
    void filled(const QString &name, qint64 length, const QString &program, const QStringList &arguments)
    {
        if (!ImageFiles::sparse(path(name), length))
            note(name, u"cannot be written"_s);
        tool(name, program, arguments);
    }

    void partitioned(const QString &name, const QByteArray &script)
    {
        if (!ImageFiles::sparse(path(name), 4 * 1024 * 1024))
            note(name, u"cannot be written"_s);
        const Oracle::Run run = Oracle::run(u"sfdisk"_s, {u"-q"_s, path(name)}, {}, script);
        note(name, run.succeeded ? QString() : QString::fromLocal8Bit(run.complaint));
    }

    void composed(const QString &name, const QByteArray &bytes)
    {
        note(name, ImageFiles::write(path(name), bytes) ? QString() : u"cannot be written"_s);
    }

    /// Changes the file that was made last, or makes another beside it that is of no interest.
    void also(const QString &program, QStringList arguments, const QByteArray &input = {})
    {
        arguments.replaceInStrings(u"@"_s, files.back().path);
        const Oracle::Run run = Oracle::run(program, arguments, m_directory, input);
        if (!run.succeeded && complaint.isEmpty())
            complaint = program + u": "_s + QString::fromLocal8Bit(run.complaint);
    }

    std::vector<SampleFile> files;
    QString complaint;

private:
    QString path(const QString &name) const { return QDir(m_directory).filePath(name); }

    void note(const QString &name, const QString &trouble)
    {
        if (!trouble.isEmpty() && complaint.isEmpty())
            complaint = name + u": "_s + trouble;
        if (files.empty() || files.back().name != name)
            files.push_back({name, path(name)});
    }

    QString m_directory;
};

void makePacked(SampleMaker &maker)
{
    maker.qemu(u"qcow"_s, u"qcow"_s);
    maker.qemu(u"qcow2"_s, u"qcow2"_s);
    maker.also(u"qemu-img"_s, {u"snapshot"_s, u"-c"_s, u"one"_s, u"@"_s});
    maker.also(u"qemu-img"_s, {u"bitmap"_s, u"--add"_s, u"@"_s, u"bits"_s});
    maker.qemu(u"qcow2-backed"_s, u"qcow2"_s, {}, u"/instances/_base/base"_s);
    maker.qemu(u"qcow2-old"_s, u"qcow2"_s, u"compat=0.10,cluster_size=512"_s);
    maker.qemu(u"qcow2-outside"_s, u"qcow2"_s, u"data_file=data,data_file_raw=on,extended_l2=on"_s);
    maker.tool(u"qcow2-sealed"_s, u"qemu-img"_s,
        {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, u"--object"_s, u"secret,id=s,data=abc"_s, u"-o"_s,
            u"encrypt.format=luks,encrypt.key-secret=s,encrypt.iter-time=10"_s, u"@"_s, u"1M"_s});
    maker.qemu(u"qed"_s, u"qed"_s);
    for (const QString &kind : {u"monolithicSparse"_s, u"monolithicFlat"_s, u"twoGbMaxExtentSparse"_s})
        maker.qemu(u"vmdk-"_s + kind, u"vmdk"_s, u"subformat="_s + kind);
    maker.tool(u"vmdk-streamOptimized"_s, u"qemu-img"_s,
        {u"convert"_s, u"-O"_s, u"vmdk"_s, u"-o"_s, u"subformat=streamOptimized"_s, u"qcow2"_s, u"@"_s});
    maker.qemu(u"vdi"_s, u"vdi"_s);
    maker.qemu(u"vhd"_s, u"vpc"_s);
    maker.qemu(u"vhd-fixed"_s, u"vpc"_s, u"subformat=fixed"_s);
    maker.qemu(u"vhdx"_s, u"vhdx"_s);
    maker.qemu(u"ploop"_s, u"parallels"_s);
    maker.composed(u"bochs"_s, RareDisks::bochsDisk(2));
    maker.composed(u"cloop"_s, RareDisks::cloopDisk(65536, 16));
    maker.composed(u"dmg"_s, RareDisks::dmgDisk());
}

void makeContents(SampleMaker &maker)
{
    maker.tool(u"luks1"_s, u"qemu-img"_s,
        {u"create"_s, u"-q"_s, u"-f"_s, u"luks"_s, u"--object"_s, u"secret,id=s,data=abc"_s, u"-o"_s,
            u"key-secret=s,iter-time=10"_s, u"@"_s, u"1M"_s});
    maker.composed(u"luks2"_s, {});
    maker.also(u"truncate"_s, {u"-s"_s, u"20M"_s, u"@"_s});
    maker.also(u"cryptsetup"_s,
        {u"luksFormat"_s, u"-q"_s, u"--type"_s, u"luks2"_s, u"--pbkdf"_s, u"pbkdf2"_s, u"--pbkdf-force-iterations"_s,
            u"1000"_s, u"@"_s, u"-"_s},
        "key");
    maker.partitioned(u"gpt"_s, "label: gpt\n,1M\n,\n");
    maker.partitioned(u"mbr"_s, "label: dos\n,1M\n,1M,E\n");
    maker.tool(u"iso"_s, u"genisoimage"_s, {u"-quiet"_s, u"-r"_s, u"-J"_s, u"-o"_s, u"@"_s, u"qcow"_s});
    maker.tool(u"udf"_s, u"genisoimage"_s, {u"-quiet"_s, u"-r"_s, u"-udf"_s, u"-o"_s, u"@"_s, u"qcow"_s});
    maker.filled(u"ext4"_s, 1 << 20, u"mkfs.ext4"_s, {u"-q"_s, u"@"_s});
    maker.filled(u"vfat"_s, 1 << 20, u"mkfs.vfat"_s, {u"@"_s});
    maker.filled(u"btrfs"_s, 128 << 20, u"mkfs.btrfs"_s, {u"-q"_s, u"@"_s});
    maker.tool(u"squashfs"_s, u"mksquashfs"_s, {u"qcow"_s, u"@"_s, u"-quiet"_s, u"-no-progress"_s});
    maker.filled(u"swap"_s, 1 << 20, u"mkswap"_s, {u"-q"_s, u"@"_s});
    maker.tool(u"tar"_s, u"tar"_s, {u"-cf"_s, u"@"_s, u"qcow"_s});
    maker.tool(u"gzip"_s, u"sh"_s, {u"-c"_s, u"echo qcow | cpio -oH newc --quiet | gzip > @"_s});
    maker.tool(u"cpio"_s, u"sh"_s, {u"-c"_s, u"echo qcow | cpio -oH newc --quiet > @"_s});
    maker.composed(u"raw"_s, QByteArray(1 << 20, 'x'));
}

} // namespace

std::vector<SampleFile> makeSampleFiles(const QString &directory, QString &complaint)
{
    SampleMaker maker(directory);
    makePacked(maker);
    makeContents(maker);
    complaint = maker.complaint;
    if (!complaint.isEmpty())
        return {};
    return maker.files;
}

} // namespace Fathom
