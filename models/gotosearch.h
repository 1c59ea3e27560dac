// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gotorank.h"

namespace Fathom {

struct GotoMatch {
    QString key;
    GotoKind kind = GotoKind::File;
    GotoRank rank = GotoRank::None;
    QString title;
    QString secondary;
};

struct GotoResults {
    std::vector<GotoMatch> best;
    std::size_t all = 0; ///< how many match
};

/// Finds things by what is typed, letter by letter: a longer text looks through what the shorter one had found.
class GotoSearch {
public:
    void setIndex(const GotoIndexPtr &index);
    const GotoIndexPtr &index() const { return m_index; }
    /// Keys of what was looked at, the latest first: among equals they come first.
    void setRecent(const QStringList &keys);

    GotoResults find(const QString &typed, std::size_t most);
    /// What was looked at and is still there.
    GotoResults recent(std::size_t most) const;

private:
    struct Candidate {
        quint64 order = 0; ///< the less, the better
        quint32 thing = 0;
    };

    void forget();
    std::vector<Candidate> search(const std::vector<QByteArray> &words);
    GotoMatch match(const Candidate &candidate, const std::vector<QByteArray> &words) const;

    GotoIndexPtr m_index;
    std::vector<std::pair<quint32, quint8>> m_recent; ///< thing, how long ago; sorted
    QStringList m_recentKeys;
    std::vector<QByteArray> m_words; ///< of the search before, and what it found
    std::vector<quint32> m_found;
};

} // namespace Fathom
