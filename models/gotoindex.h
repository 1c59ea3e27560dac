// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

#include <memory>
#include <stop_token>

namespace Fathom {

/// What sort of thing one can go to; where two match equally well, the earlier sort comes first: the few before the
/// many.
enum class GotoKind : quint8 { Host, Project, Image, Instance, Base, Disk, Directory, File };

/// A thing that one can go to, as values.
struct GotoThing {
    QString key; ///< for MainWindow::goTo()
    GotoKind kind = GotoKind::File;
    QString title;
    QString secondary; ///< where it is: host, project, path
    std::vector<QString> names; ///< found by any letters in their order
    std::vector<QString> ids; ///< UUIDs, hashes, MAC addresses: found by a piece of them
    QString path; ///< found by a piece of it with a slash in it
    std::vector<QString> context; ///< narrows down by a further word: "web compute1"
};

/// Everything of an estate by all its names, in a few pieces of memory: made once per snapshot (off the GUI thread),
/// then only read.
class GotoIndex {
public:
    struct Texts {
        QString key;
        QString title;
        QString secondary;
    };

    void add(const GotoThing &thing);
    void finish(); ///< after the last one

    std::size_t size() const { return m_entries.size(); }
    GotoKind kind(std::size_t thing) const { return m_entries[thing].kind; }
    int titleLength(std::size_t thing) const { return m_entries[thing].titleLength; }
    Texts texts(std::size_t thing) const;
    std::optional<std::size_t> find(const QString &key) const;

    // Lower case, UTF-8. Fields end with fieldEnd; context stands behind a contextStart.
    static constexpr char fieldEnd = '\x1f';
    static constexpr char contextStart = '\x1e';
    QByteArrayView names(std::size_t thing) const { return slice(m_names, &Entry::names, thing); }
    QByteArrayView ids(std::size_t thing) const { return slice(m_ids, &Entry::ids, thing); }
    QByteArrayView path(std::size_t thing) const { return slice(m_paths, &Entry::path, thing); }
    /// One bit per sort of byte in the names and the context: letters that are not there need no search.
    quint64 nameLetters(std::size_t thing) const { return m_entries[thing].letters; }

    QByteArrayView allIds() const { return m_ids; }
    qsizetype idsStart(std::size_t thing) const { return m_entries[thing].ids; }
    QByteArrayView allPaths() const { return m_paths; }
    qsizetype pathStart(std::size_t thing) const { return m_entries[thing].path; }
    std::size_t bytes() const; ///< of memory

private:
    struct Entry {
        quint32 texts = 0;
        quint32 names = 0;
        quint32 ids = 0;
        quint32 path = 0;
        quint16 titleLength = 0;
        GotoKind kind = GotoKind::File;
        quint64 letters = 0;
    };

    QByteArrayView slice(const QByteArray &arena, quint32 Entry::*start, std::size_t thing) const;

    QByteArray m_texts;
    QByteArray m_names;
    QByteArray m_ids;
    QByteArray m_paths;
    std::vector<Entry> m_entries;
    std::vector<std::pair<quint32, quint32>> m_byKey; ///< hash of the key, thing; sorted
};

using GotoIndexPtr = std::shared_ptr<const GotoIndex>;

/// Bits for nameLetters().
quint64 lettersOf(QByteArrayView text);

/// Images, instances, hosts, projects, bases, and every entry of the directories that is none of these. Null when it
/// was stopped.
GotoIndexPtr gotoIndexOf(const Estate &estate, const std::stop_token &stop = {});

/// As KindRole.
QString gotoKindWord(GotoKind kind);
/// "Instance": for people.
QString gotoKindText(GotoKind kind);

} // namespace Fathom
