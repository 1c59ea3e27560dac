// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/mapreader.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Fathom {

namespace {

constexpr qsizetype longestLine = qsizetype{1} << 20;

} // namespace

MapReader::MapReader(qint64 startBytes, Seen seen)
    : m_seen(std::move(seen))
    , m_reachedBytes(startBytes)
{
}

void MapReader::feed(QByteArrayView piece)
{
    m_open.append(piece);
    for (qsizetype end = m_open.indexOf('\n'); end >= 0; end = m_open.indexOf('\n')) {
        readLine(m_open.first(end).trimmed());
        m_open.remove(0, end + 1);
    }
    m_good = m_good && m_open.size() < longestLine;
}

bool MapReader::isWhole(qint64 endBytes) const
{
    return m_good && m_open.trimmed().isEmpty() && m_reachedBytes == endBytes;
}

void MapReader::readLine(QByteArray line)
{
    if (line.startsWith('['))
        line.remove(0, 1);
    if (line.endsWith(',') || line.endsWith(']'))
        line.chop(1);
    if (line.isEmpty())
        return;
    const QJsonObject told = QJsonDocument::fromJson(line).object();
    const QJsonValue zero = told[QStringLiteral("zero")];
    MapExtent extent{.startBytes = told[QStringLiteral("start")].toInteger(-1),
        .lengthBytes = told[QStringLiteral("length")].toInteger(-1),
        .depth = told[QStringLiteral("depth")].toInteger(-1),
        .zero = zero.toBool(),
        .offsetBytes = {}};
    m_good = m_good && extent.startBytes == m_reachedBytes && extent.lengthBytes > 0 && zero.isBool();
    if (!m_good)
        return;
    m_reachedBytes = extent.startBytes + extent.lengthBytes;
    if (const QJsonValue offset = told[QStringLiteral("offset")]; offset.isDouble())
        extent.offsetBytes = offset.toInteger();
    m_seen(extent);
}

} // namespace Fathom
