// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gotoindex.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Fathom {

namespace {

struct GotoKindNames {
    Q_DECLARE_TR_FUNCTIONS(GotoKind)
};

void addField(QByteArray &arena, const QString &field)
{
    if (field.isEmpty())
        return;
    arena += field.toLower().toUtf8();
    arena += GotoIndex::fieldEnd;
}

/// Letters in their order are in nearly every UUID: such a name is found by a piece of it alone.
bool isHexadecimal(const QString &name)
{
    constexpr qsizetype shortestHash = 32;
    return name.size() >= shortestHash && std::ranges::all_of(name, [](QChar c) {
        return c == u'-' || (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
}

quint32 hashOfKey(QByteArrayView key)
{
    return quint32(qHash(key, 0));
}

} // namespace

void GotoIndex::add(const GotoThing &thing)
{
    Entry entry{.texts = quint32(m_texts.size()),
        .names = quint32(m_names.size()),
        .ids = quint32(m_ids.size()),
        .path = quint32(m_paths.size()),
        .titleLength = quint16(std::min<qsizetype>(thing.title.size(), std::numeric_limits<quint16>::max())),
        .kind = thing.kind};
    for (const QString &text : {thing.key, thing.title, thing.secondary}) {
        m_texts += text.toUtf8();
        m_texts += '\0'; // plain text never holds one
    }
    for (const QString &name : thing.names)
        addField(isHexadecimal(name) ? m_ids : m_names, name);
    m_names += contextStart;
    for (const QString &place : thing.context)
        addField(m_names, place);
    for (const QString &id : thing.ids)
        addField(m_ids, id);
    addField(m_paths, thing.path);
    entry.letters = lettersOf(QByteArrayView(m_names).sliced(entry.names));
    m_entries.push_back(entry);
}

void GotoIndex::finish()
{
    m_byKey.reserve(m_entries.size());
    for (std::size_t thing = 0; thing < m_entries.size(); ++thing)
        m_byKey.emplace_back(hashOfKey(m_texts.constData() + m_entries[thing].texts), quint32(thing));
    std::ranges::sort(m_byKey);
    m_texts.squeeze();
    m_names.squeeze();
    m_ids.squeeze();
    m_paths.squeeze();
    m_entries.shrink_to_fit();
}

std::optional<std::size_t> GotoIndex::find(const QString &key) const
{
    const QByteArray wanted = key.toUtf8();
    const quint32 hash = hashOfKey(wanted);
    const auto equal = std::ranges::equal_range(m_byKey, hash, {}, &std::pair<quint32, quint32>::first);
    for (const auto &[same, thing] : equal)
        if (wanted == QByteArrayView(m_texts.constData() + m_entries[thing].texts))
            return thing;
    return {};
}

GotoIndex::Texts GotoIndex::texts(std::size_t thing) const
{
    const char *at = m_texts.constData() + m_entries[thing].texts;
    const auto next = [&at] {
        const QByteArrayView view(at);
        at += view.size() + 1;
        return QString::fromUtf8(view);
    };
    Texts texts;
    texts.key = next();
    texts.title = next();
    texts.secondary = next();
    return texts;
}

QByteArrayView GotoIndex::slice(const QByteArray &arena, quint32 Entry::*start, std::size_t thing) const
{
    const qsizetype from = m_entries[thing].*start;
    const qsizetype to = thing + 1 < m_entries.size() ? qsizetype(m_entries[thing + 1].*start) : arena.size();
    return QByteArrayView(arena).sliced(from, to - from);
}

std::size_t GotoIndex::bytes() const
{
    return std::size_t(m_texts.capacity() + m_names.capacity() + m_ids.capacity() + m_paths.capacity()) +
        m_entries.capacity() * sizeof(Entry) + m_byKey.capacity() * sizeof(m_byKey.front());
}

quint64 lettersOf(QByteArrayView text)
{
    quint64 letters = 0;
    for (const char c : text)
        letters |= quint64(1) << (uchar(c) & 63);
    return letters;
}

QString gotoKindWord(GotoKind kind)
{
    switch (kind) {
    case GotoKind::Host: return QStringLiteral("host");
    case GotoKind::Project: return QStringLiteral("project");
    case GotoKind::Image: return QStringLiteral("image");
    case GotoKind::Instance: return QStringLiteral("instance");
    case GotoKind::Base: return QStringLiteral("base");
    case GotoKind::Disk: return QStringLiteral("disk");
    case GotoKind::Directory: return QStringLiteral("directory");
    case GotoKind::File: break;
    }
    return QStringLiteral("file");
}

QString gotoKindText(GotoKind kind)
{
    switch (kind) {
    case GotoKind::Host: return GotoKindNames::tr("Host");
    case GotoKind::Project: return GotoKindNames::tr("Project");
    case GotoKind::Image: return GotoKindNames::tr("Image");
    case GotoKind::Instance: return GotoKindNames::tr("Instance");
    case GotoKind::Base: return GotoKindNames::tr("Base file");
    case GotoKind::Disk: return GotoKindNames::tr("Disk");
    case GotoKind::Directory: return GotoKindNames::tr("Directory");
    case GotoKind::File: break;
    }
    return GotoKindNames::tr("File");
}

} // namespace Fathom
