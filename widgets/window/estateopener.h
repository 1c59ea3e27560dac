// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/background.h"
#include "models/estatesession.h"
#include "widgets/common/openchoice.h"

class QMenu;
class QWidget;

namespace Fathom {

/// Asks where an estate lies, or what to add to the one that is open. Asking never stops the window.
class EstateOpener final : public QObject {
    Q_OBJECT

public:
    EstateOpener(EstateSession &session, QWidget &window);

    void open(OpenChoice choice);
    void add(OpenChoice choice); ///< beside what is open

    void fillOpenMenu(QMenu &menu);
    void fillAddMenu(QMenu &menu);

signals:
    void openRequested(const Fathom::EstateSources &sources, const QString &title);
    void demoRequested();
    void nothingToOpen(const QString &sentence, const QString &hint);

private:
    void openThisMachine();
    void askPath(OpenChoice choice, bool add);
    void take(OpenChoice choice, const QString &path, bool add);

    EstateSession &m_session;
    QWidget &m_window;
    Background m_look; ///< whether anything is in the usual places
};

/// sources and the path of that sort; a path that is there already is not put twice.
EstateSources withPath(EstateSources sources, OpenChoice choice, const NativePath &path);

} // namespace Fathom
