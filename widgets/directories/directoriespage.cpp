// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/directories/directoriespage.h"

#include "widgets/common/failedsources.h"

namespace Fathom {

DirectoriesPage::DirectoriesPage(QWidget *parent)
    : TablePage(pageLabel(), parent)
    , m_model(new DirectoryModel(this))
{
    setUp();
}

QString DirectoriesPage::countText() const
{
    const int all = m_model->allRows();
    const int shown = m_model->passingRows();
    return shown == all ? tr("%n entries", nullptr, all) : tr("%1 of %n entries", nullptr, all).arg(shown);
}

TablePage::EmptyText DirectoriesPage::emptyText() const
{
    constexpr SourceKind kinds[] = {SourceKind::ImageStore, SourceKind::InstanceTree};
    const std::vector<OpenChoice> choices{
        OpenChoice::ReadAgain, OpenChoice::ImageDirectory, OpenChoice::InstanceDirectory};
    if (const auto failed = failedSources(*estate(), kinds))
        return {failed->title, failed->text, choices, failed->icon};
    return {tr("There is no directory to show"),
        tr("Neither an image store nor an instances directory is among what is open."), choices};
}

} // namespace Fathom
