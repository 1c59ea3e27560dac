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
    return tr("%n entries", nullptr, m_model->allRows());
}

TablePage::EmptyText DirectoriesPage::emptyText() const
{
    return {tr("No directory could be read"),
        tr("The message above and the status bar tell why. Fathom needs to be allowed to read the directories; on a "
           "controller or compute node that usually takes root or the group of the service."),
        {OpenChoice::ImageDirectory, OpenChoice::InstanceDirectory}};
}

} // namespace Fathom
