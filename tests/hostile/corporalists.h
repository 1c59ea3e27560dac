// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QHash>

#include <vector>

namespace Fathom {

/// The images that other people's tools made, and what is known of each: FATHOM_CORPORA names the directory,
/// FATHOM_CORPORA_LISTS the one where MANIFEST.tsv and EVIL.tsv lie (when they do not lie beside the images).
inline QString corporaRoot()
{
    return qEnvironmentVariable("FATHOM_CORPORA");
}

using ListRow = QHash<QString, QString>;

/// A table with tabs, its first line naming the columns; empty when it is not there.
inline std::vector<ListRow> corporaList(const QString &name)
{
    std::vector<ListRow> rows;
    for (const QString &directory : {qEnvironmentVariable("FATHOM_CORPORA_LISTS"), corporaRoot(),
             QDir(corporaRoot()).filePath(QStringLiteral(".."))}) {
        QFile file(QDir(directory).filePath(name));
        if (directory.isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        const QStringList columns = lines.value(0).split(u'\t');
        for (const QString &line : lines.mid(1)) {
            ListRow row;
            const QStringList cells = line.split(u'\t');
            for (qsizetype i = 0; i < qMin(columns.size(), cells.size()); ++i)
                row.insert(columns[i].trimmed(), cells[i].trimmed());
            rows.push_back(row);
        }
        return rows;
    }
    return rows;
}

} // namespace Fathom
