// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gotoindex.h"

namespace Fathom {

/// How well a thing goes with what was typed, the best first.
enum class GotoRank : quint8 {
    Exact, ///< a name or id, whole
    Prefix, ///< the beginning of one
    WordStart, ///< the beginning of a word in one
    Inside,
    Subsequence, ///< the letters in their order
    Context, ///< by where it is alone: never enough by itself
    None,
};

/// What was typed, as words that a thing must have: lower case, UTF-8.
std::vector<QByteArray> gotoWords(const QString &typed);

/// How one word goes with one name, both in lower case.
GotoRank rankOfName(QByteArrayView name, QByteArrayView word);

/// A word that is looked for.
struct GotoWord {
    QByteArray text;
    QByteArray dashed; ///< the same as a UUID, where it is one
    quint64 letters = 0;
    bool isPath = false; ///< without a slash no path is looked into: it would find all that lies in a thing as well
    std::vector<GotoRank> ids; ///< per thing, where all were looked through at once
};

GotoWord gotoWord(const QByteArray &text);

/// Looks through everybody's ids at once, where many things are in question.
void lookThroughAll(const GotoIndex &index, GotoWord &word);
GotoRank rankOfThingsIds(const GotoIndex &index, const GotoWord &word, quint32 thing);
/// Among a thing's names and its context (GotoIndex::names()).
GotoRank rankInNames(QByteArrayView names, QByteArrayView word);
/// The id that holds the word; empty: none does.
QString gotoFieldWith(QByteArrayView ids, QByteArrayView word);

/// Where in a shown text the typed words stand, first and length, in order; empty: not in this text. scattered: letters
/// apart from each other count, too.
std::vector<std::pair<qsizetype, qsizetype>> gotoEmphasis(const QString &text, const QString &typed, bool scattered);

} // namespace Fathom
