// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/oracle.h"

#include "image/imageprobe.h"
#include "image/qemuimgjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <fcntl.h>
#include <unistd.h>

namespace Fathom::Oracle {

namespace {

constexpr int timeLimitMs = 120'000;

QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("(nothing)");
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

void compareValues(
    const QString &key, const QJsonValue &ours, const QJsonValue &theirs, const QStringList &except, QStringList &found)
{
    if (except.contains(key) || ours == theirs)
        return;
    if (ours.isObject() && theirs.isObject()) {
        const QJsonObject mine = ours.toObject();
        const QJsonObject other = theirs.toObject();
        QStringList names = mine.keys();
        for (const QString &name : other.keys())
            if (!mine.contains(name))
                names.append(name);
        for (const QString &name : std::as_const(names))
            compareValues(key.isEmpty() ? name : QStringLiteral("%1.%2").arg(key, name), mine.value(name),
                other.value(name), except, found);
        return;
    }
    if (ours.isArray() && theirs.isArray() && ours.toArray().size() == theirs.toArray().size()) {
        for (qsizetype i = 0; i < ours.toArray().size(); ++i)
            compareValues(
                QStringLiteral("%1.%2").arg(key).arg(i), ours.toArray().at(i), theirs.toArray().at(i), except, found);
        return;
    }
    found.append(QStringLiteral("%1: Fathom %2, qemu-img %3").arg(key, shown(ours), shown(theirs)));
}

/// A file system may give a file its blocks long after they were written; what the file takes must not change between
/// one reader and the other.
void settle(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return; // both readers will say so
    ::fsync(descriptor);
    ::close(descriptor);
}

Run runInfo(const QString &path, const QString &format)
{
    settle(path);
    QStringList arguments{QStringLiteral("info"), QStringLiteral("--output=json")};
    if (!format.isEmpty())
        arguments << QStringLiteral("-f") << format;
    return run(QStringLiteral("qemu-img"), arguments << path);
}

QJsonObject withoutChildren(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.remove(QStringLiteral("children"));
    return object;
}

} // namespace

Run run(const QString &program, const QStringList &arguments, const QString &directory, const QByteArray &input)
{
    QProcess process;
    // Several makers of file systems live in /usr/sbin, which is not in everybody's path.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
        environment.value(QStringLiteral("PATH")) + QStringLiteral(":/usr/local/sbin:/usr/sbin:/sbin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    // A sanitizer cannot look for leaks while strace looks at the program.
    if (program == QLatin1String("strace"))
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    process.setProcessEnvironment(environment);
    if (!directory.isEmpty())
        process.setWorkingDirectory(directory);
    // QProcess looks the program up in our own path; env looks it up in the one above.
    process.start(QStringLiteral("env"), QStringList{program} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(timeLimitMs)) {
        const QByteArray reason = process.errorString().toUtf8();
        process.kill();
        process.waitForFinished();
        return {.succeeded = false, .output = {}, .complaint = program.toUtf8() + ": " + reason};
    }
    Run result{.succeeded = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
        .output = process.readAllStandardOutput(),
        .complaint = process.readAllStandardError()};
    if (process.exitCode() == 127)
        result.complaint += "\nThe tests need " + program.toUtf8() + "; `./dev test` installs it.";
    return result;
}

QString make(const QString &program, const QStringList &arguments, const QString &directory)
{
    const Run result = run(program, arguments, directory);
    if (result.succeeded)
        return {};
    return QStringLiteral("%1 %2: %3").arg(program, arguments.join(u' '), QString::fromUtf8(result.complaint));
}

QJsonObject qemuInfo(const QString &path, const QString &format)
{
    const Run result = runInfo(path, format);
    return result.succeeded ? withoutChildren(result.output) : QJsonObject();
}

QStringList differences(const QJsonObject &ours, const QJsonObject &theirs, const QStringList &except)
{
    QStringList found;
    compareValues({}, ours, theirs, except, found);
    return found;
}

QStringList differences(const QString &path, const QString &format, const QStringList &except)
{
    const Run theirs = runInfo(path, format);
    if (!theirs.succeeded)
        return {QStringLiteral("qemu-img refuses it: %1").arg(QString::fromUtf8(theirs.complaint))};
    std::optional<ImageFormat> declared;
    if (!format.isEmpty()) {
        declared = formatFromName(format);
        if (!declared)
            return {QStringLiteral("%1 is no format that Fathom knows").arg(format)};
    }
    const NativePath name = nativePath(path);
    const Result<ImageInfo> ours = inspectImage(name, BoundedFile::Links::Follow, declared);
    if (!ours)
        return {QStringLiteral("Fathom refuses it: %1").arg(sentence(ours.error()))};
    return differences(qemuImgJson(*ours, name), withoutChildren(theirs.output), except);
}

bool patch(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace Fathom::Oracle
