// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace Fathom::Oracle {

/// What a tool printed and how it ended.
struct Run {
    bool succeeded = false;
    QByteArray output;
    QByteArray complaint; ///< standard error, or why the tool could not be started
};

/// Runs a tool with a time limit. A tool that is not installed gives a complaint that says so.
Run run(
    const QString &program, const QStringList &arguments, const QString &directory = {}, const QByteArray &input = {});

/// As run(), for making test files: empty when it worked, otherwise the reason, fit for QCOMPARE(make(…), QString()).
QString make(const QString &program, const QStringList &arguments, const QString &directory = {});

/// `qemu-img info --output=json [-f format] path`, without "children"; empty when qemu-img refuses the file.
QJsonObject qemuInfo(const QString &path, const QString &format = {});

/// Every key, at any depth, in which qemuImgJson(inspectImage(path)) differs from qemu-img, as
/// "format-specific.data.compat: Fathom "1.1", qemu-img "0.10"". format is given to both as the declared one. except
/// names keys (with their whole path) that are not compared; each needs a reason beside its use. Both refusing the
/// file is a difference too: a comparison must compare something.
QStringList differences(const QString &path, const QString &format = {}, const QStringList &except = {});

/// The same for two objects that are at hand.
QStringList differences(const QJsonObject &ours, const QJsonObject &theirs, const QStringList &except = {});

/// Overwrites bytes in place, lengthening the file where needed. Whether it worked.
bool patch(const QString &path, qint64 offset, const QByteArray &bytes);

} // namespace Fathom::Oracle
