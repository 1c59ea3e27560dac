// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/savedviews.h"

#include <QSettings>

#include <algorithm>

namespace Fathom {

namespace {

constexpr auto viewsKey = "views";

} // namespace

SavedViews::SavedViews(const QString &settingsGroup)
    : m_group(settingsGroup)
{
    load();
}

void SavedViews::load()
{
    m_views.clear();
    QSettings settings;
    settings.beginGroup(m_group);
    const int count = settings.beginReadArray(QLatin1StringView(viewsKey));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        SavedView view{.name = settings.value(QStringLiteral("name")).toString(),
            .filter = settings.value(QStringLiteral("filter")).toString(),
            .sortColumn = settings.value(QStringLiteral("sort")).toString(),
            .sortOrder =
                settings.value(QStringLiteral("descending")).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder,
            .columns = settings.value(QStringLiteral("columns")).toStringList()};
        if (!view.name.isEmpty())
            m_views.push_back(std::move(view));
    }
    settings.endArray();
    m_defaultName = settings.value(QStringLiteral("view")).toString();
    if (!find(m_defaultName))
        m_defaultName.clear();
}

const SavedView *SavedViews::find(const QString &name) const
{
    const auto found = std::ranges::find(m_views, name, &SavedView::name);
    return found == m_views.end() ? nullptr : &*found;
}

void SavedViews::put(const SavedView &view)
{
    load();
    std::erase_if(m_views, [&](const SavedView &each) { return each.name == view.name; });
    m_views.push_back(view);
    std::ranges::sort(m_views,
        [](const SavedView &a, const SavedView &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    save();
}

void SavedViews::rename(const QString &from, const QString &to)
{
    load();
    const SavedView *const found = find(from);
    if (!found || to.isEmpty() || from == to)
        return;
    SavedView view = *found;
    view.name = to;
    const bool wasDefault = m_defaultName == from;
    remove(from);
    put(view);
    if (wasDefault)
        setDefault(to);
}

void SavedViews::remove(const QString &name)
{
    load();
    std::erase_if(m_views, [&](const SavedView &each) { return each.name == name; });
    if (m_defaultName == name)
        m_defaultName.clear();
    save();
}

void SavedViews::setDefault(const QString &name)
{
    load();
    m_defaultName = find(name) ? name : QString();
    save();
}

void SavedViews::save() const
{
    QSettings settings;
    settings.beginGroup(m_group);
    settings.remove(QLatin1StringView(viewsKey));
    settings.beginWriteArray(QLatin1StringView(viewsKey), static_cast<int>(m_views.size()));
    for (int i = 0; i < static_cast<int>(m_views.size()); ++i) {
        const SavedView &view = m_views[static_cast<std::size_t>(i)];
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("name"), view.name);
        settings.setValue(QStringLiteral("filter"), view.filter);
        settings.setValue(QStringLiteral("sort"), view.sortColumn);
        settings.setValue(QStringLiteral("descending"), view.sortOrder == Qt::DescendingOrder);
        settings.setValue(QStringLiteral("columns"), view.columns);
    }
    settings.endArray();
    settings.setValue(QStringLiteral("view"), m_defaultName);
}

} // namespace Fathom
