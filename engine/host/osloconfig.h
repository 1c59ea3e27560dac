// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <vector>

namespace Fathom {

/// The options of an oslo.config file that the caller asked for. Everything else – passwords above all – is dropped
/// while reading and never held.
struct OsloConfig {
    QMap<QString, QMap<QString, QStringList>> sections; ///< section → key → values, in the file's order
    QStringList sectionNames;

    QString value(const QString &section, const QString &key, const QString &otherwise = {}) const; ///< last one wins
    QStringList values(const QString &section, const QString &key) const;
};

/// wanted(section, key) says which options to keep. Understands comments, continuation lines, repeated keys,
/// `key: value`, options before the first section (DEFAULT). Values are literal: $name is expanded by expandOption().
Result<OsloConfig> readOsloConfig(
    const NativePath &path, const std::function<bool(const QString &section, const QString &key)> &wanted);
Result<OsloConfig> parseOsloConfig(const QByteArray &text, const QString &subject,
    const std::function<bool(const QString &section, const QString &key)> &wanted);

/// "$state_path/instances" → with the options of DEFAULT and the defaults given; $$ is a dollar.
QString expandOption(const QString &value, const OsloConfig &config, const QMap<QString, QString> &defaults);

} // namespace Fathom
