// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QFrame>

#include <array>
#include <vector>

class QVBoxLayout;

namespace Fathom {

class MessageRow;

/// Says above a page what went wrong and what to do, without standing in the way. "Details" unfolds all of it. Each
/// speaker has a line of his own, so that nobody's message goes because another has something to say.
class MessageBar final : public QWidget {
    Q_OBJECT

public:
    enum class Speaker { Anybody, Sources };

    explicit MessageBar(QWidget *parent = nullptr);

    /// In place of what this speaker said before. Closed by the user, it stays closed until he says something else.
    void say(Severity severity, const QString &sentence, const QString &hint, const QString &details,
        Speaker speaker = Speaker::Anybody);
    void clear(Speaker speaker);
    void clear(); ///< everybody's

    /// All that is to be seen, a line each.
    QString sentenceShown() const;
    bool detailsShown() const;

private:
    MessageRow &rowOf(Speaker speaker); ///< made when there is something to say
    std::vector<MessageRow *> madeRows() const; ///< from top to bottom
    void showOrHide();

    std::array<MessageRow *, 2> m_rows{}; ///< by speaker; nullptr: has not said anything yet
};

} // namespace Fathom
