// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace Fathom {

/// A way to look at a table that somebody gave a name.
struct SavedView {
    QString name;
    QString filter;
    QString sortColumn; ///< id; empty: as the rows come
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    QStringList columns; ///< ids of those shown, from left to right

    bool operator==(const SavedView &) const = default;
};

/// A table's saved views, by name, in the settings. Another copy of the program may save some too: every change is made
/// to what the settings hold then.
class SavedViews {
public:
    explicit SavedViews(const QString &settingsGroup);

    const std::vector<SavedView> &all() const { return m_views; } ///< by name
    const SavedView *find(const QString &name) const;
    const QString &defaultName() const { return m_defaultName; } ///< of the view to begin with; empty: the usual one

    void put(const SavedView &view); ///< one of that name is replaced
    void rename(const QString &from, const QString &to);
    void remove(const QString &name);
    void setDefault(const QString &name);

private:
    void load();
    void save() const;

    QString m_group;
    std::vector<SavedView> m_views;
    QString m_defaultName;
};

} // namespace Fathom
