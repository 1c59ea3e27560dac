// SPDX-License-Identifier: GPL-3.0-or-later
#include "treemaker.h"

#include <QFile>
#include <QProcess>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom::TreeMaker {

namespace {

QString complaint(const NativePath &path)
{
    return QString::fromUtf8(path) + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno));
}

constexpr qint64 MiB = 1024 * 1024;

} // namespace

QString qemuImg(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("qemu-img"), arguments);
    if (!process.waitForStarted())
        return QStringLiteral("qemu-img cannot be started: install qemu-utils");
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return QStringLiteral("qemu-img: ") + QString::fromUtf8(process.readAllStandardError());
    return {};
}

QString makeDirectory(const NativePath &path)
{
    return ::mkdir(path.constData(), 0755) == 0 ? QString() : complaint(path);
}

// By the system's own calls, for QFile refuses names that are no text.
QString writeFile(const NativePath &path, const QByteArray &bytes)
{
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0)
        return complaint(path);
    const bool written = ::write(file, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size();
    const QString reason = written ? QString() : complaint(path);
    ::close(file);
    return reason;
}

QString makeSparse(const NativePath &path, qint64 lengthBytes)
{
    const QString made = writeFile(path, {});
    if (!made.isEmpty())
        return made;
    return ::truncate(path.constData(), lengthBytes) == 0 ? QString() : complaint(path);
}

QString makeOverlay(const NativePath &path, const NativePath &backing, const QByteArray &backingFormat)
{
    return qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("qcow2"),
        QStringLiteral("-b"), QFile::decodeName(backing), QStringLiteral("-F"), QString::fromLatin1(backingFormat),
        QFile::decodeName(path)});
}

QString makeInstances(const NativePath &root)
{
    const NativePath base = root + "/_base";
    const NativePath instance = root + '/' + instanceUuid;
    const QByteArray diskInfo = "{\"" + instance + "/disk\": \"qcow2\", \"" + instance + "/disk.eph0\": \"qcow2\", \"" +
        instance + "/disk.swap\": \"qcow2\"}";
    // The steps in order; the first that fails tells why.
    QString failure;
    const auto step = [&failure](auto make) {
        if (failure.isEmpty())
            failure = make();
    };
    for (const NativePath &directory :
        {root, base, instance, NativePath(root + "/locks"), NativePath(root + "/snapshots")})
        step([&] { return makeDirectory(directory); });
    step([&] { return makeSparse(base + '/' + baseName, 20 * MiB); });
    step([&] { return makeSparse(base + "/swap_64", 64 * MiB); });
    step([&] { return makeSparse(base + "/ephemeral_1_40d1d2c", 1024 * MiB); });
    step([&] { return makeOverlay(instance + "/disk", base + '/' + baseName, "raw"); });
    step([&] { return makeOverlay(instance + "/disk.eph0", base + "/ephemeral_1_40d1d2c", "raw"); });
    step([&] { return makeOverlay(instance + "/disk.swap", base + "/swap_64", "raw"); });
    step([&] { return makeSparse(instance + "/disk.config", 493568); });
    step([&] { return writeFile(instance + "/disk.info", diskInfo); });
    step([&] { return writeFile(instance + "/console.log", QByteArray(75, 'x')); });
    step([&] { return writeFile(root + "/locks/nova-" + baseName, {}); });
    step([&] { return writeFile(root + "/compute_nodes", R"({"labhost": 1795463387.3567164})"); });
    return failure;
}

} // namespace Fathom::TreeMaker
