// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gotomodel.h"

#include "models/roles.h"

namespace Fathom {

void GotoModel::setIndex(const GotoIndexPtr &index)
{
    m_search.setIndex(index);
    search();
}

void GotoModel::setRecent(const QStringList &keys)
{
    m_search.setRecent(keys);
    search();
}

void GotoModel::setTyped(const QString &typed)
{
    m_typed = typed;
    search();
}

void GotoModel::search()
{
    beginResetModel();
    m_results = m_typed.trimmed().isEmpty() ? m_search.recent(mostShown) : m_search.find(m_typed, mostShown);
    endResetModel();
}

int GotoModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_results.best.size());
}

QVariant GotoModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GotoMatch &match = m_results.best[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return match.title;
    case SecondaryRole: return match.secondary;
    case KeyRole: return match.key;
    case KindRole: return gotoKindWord(match.kind);
    case Qt::AccessibleTextRole:
        //: For screen readers: name, sort of thing, where it is.
        return tr("%1, %2, %3").arg(match.title, gotoKindText(match.kind), match.secondary);
    case Qt::ToolTipRole: return QVariant(match.title + u'\n' + match.secondary);
    default: return {};
    }
}

} // namespace Fathom
