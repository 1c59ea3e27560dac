// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filterquery.h"

#include <QCompleter>

class QLineEdit;
class QStandardItemModel;

namespace Fathom {

/// Offers the words that may stand before a colon while one is typed in a filter line, and says what they compare.
class FilterCompletion final : public QCompleter {
    Q_OBJECT

public:
    explicit FilterCompletion(QLineEdit &line);
    void setFields(const std::vector<FilterField> &fields);

private:
    void offer();
    void insert(const QString &word);
    QString typedWord() const; ///< before the cursor, without its sign of negation

    QLineEdit &m_line;
    QStandardItemModel *m_words;
};

/// What can be typed into a filter, with examples, as text of several lines.
QString filterHelp(const std::vector<FilterField> &fields);

} // namespace Fathom
