// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/directories/directoriespage.h"

namespace Fathom {

namespace {

qint64 entriesBelow(const DirectoryNode &node)
{
    auto entries = qint64(node.children.size());
    for (const DirectoryNode &child : node.children)
        entries += entriesBelow(child);
    return entries;
}

} // namespace

DirectoriesPage::DirectoriesPage(QWidget *parent)
    : TablePage(parent)
    , m_model(new DirectoryModel(this))
{
    setUp();
}

void DirectoriesPage::setModelEstate(const EstatePtr &estate)
{
    m_entries = 0;
    for (const DirectoryNode &root : estate->directories)
        m_entries += entriesBelow(root);
    m_model->setEstate(estate);
}

QString DirectoriesPage::countText() const
{
    return tr("%n entries", nullptr, int(m_entries));
}

TablePage::EmptyText DirectoriesPage::emptyText() const
{
    return { tr("No directory could be read"),
        tr("The message above and the status bar tell why. Fathom needs to be allowed to read the directories; on a "
           "controller or compute node that usually takes root or the group of the service."),
        { OpenChoice::ImageDirectory, OpenChoice::InstanceDirectory } };
}

} // namespace Fathom
