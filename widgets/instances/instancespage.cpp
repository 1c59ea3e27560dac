// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/instances/instancespage.h"

#include "widgets/common/failedsources.h"

#include <algorithm>

namespace Fathom {

InstancesPage::InstancesPage(QWidget *parent)
    : TablePage(pageLabel(), parent)
    , m_model(new InstanceTreeModel(this))
{
    setUp();
}

QString InstancesPage::countText() const
{
    const int all = m_model->allInstances();
    const int shown = m_model->shownInstances();
    return shown == all ? tr("%n instance(s)", nullptr, all) : tr("%1 of %n instance(s)", nullptr, all).arg(shown);
}

TablePage::EmptyText InstancesPage::emptyText() const
{
    const auto isTreeSource = [](const EstateSource &source) { return source.kind == SourceKind::InstanceTree; };
    constexpr SourceKind kinds[] = {SourceKind::InstanceTree};
    if (const auto failed = failedSources(*estate(), kinds))
        return {failed->title, failed->text, {OpenChoice::ReadAgain, OpenChoice::InstanceDirectory}, failed->icon};
    if (std::ranges::any_of(estate()->sources, isTreeSource)) {
        return {tr("There is no instance"), tr("The instances directory holds no directory of an instance."),
            {OpenChoice::ReadAgain, OpenChoice::InstanceDirectory}};
    }
    return {tr("No instances directory is open"),
        tr("Nova keeps instances' disks in a directory of the compute node, usually /var/lib/nova/instances, or names "
           "it in nova.conf."),
        {OpenChoice::InstanceDirectory, OpenChoice::NovaConfiguration}};
}

QStringList InstancesPage::columnOrder() const
{
    // How it stands and what it costs come before what made it.
    return {QStringLiteral("name"), QStringLiteral("state"), QStringLiteral("virtual-size"), QStringLiteral("own-size"),
        QStringLiteral("size-with-base"), QStringLiteral("depth"), QStringLiteral("disks"), QStringLiteral("uuid")};
}

} // namespace Fathom
