// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/directories/directoriespage.h"

namespace Fathom {

DirectoriesPage::DirectoriesPage(QWidget *parent)
    : TablePage(parent)
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
    return {tr("No directory could be read"),
        tr("The message above and the status bar tell why. Fathom needs to be allowed to read the directories; on a "
           "controller or compute node that usually takes root or the group of the service."),
        {OpenChoice::ImageDirectory, OpenChoice::InstanceDirectory}};
}

} // namespace Fathom
