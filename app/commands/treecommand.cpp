// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/treecommand.h"

#include "app/commands/estatejson.h"
#include "app/commands/estateopening.h"
#include "app/commands/texttable.h"
#include "base/ownernames.h"

namespace Fathom {

namespace {

void addTreeRows(TextTable &table, const DirectoryNode &node, const QString &lead, const QString &childLead,
    const CommandRequest &request)
{
    const bool root = lead.isEmpty() && childLead.isEmpty();
    QString name = lead + plainText(root ? node.path : node.name);
    if (!node.linkTarget.isEmpty())
        name += QStringLiteral(" → ") + plainText(node.linkTarget);
    else if (node.facts && node.facts->kind == FileKind::Directory && !name.endsWith(QLatin1Char('/')))
        name += QLatin1Char('/');
    const auto &facts = node.facts;
    const auto info = node.info.get();
    const bool directory = facts && facts->kind == FileKind::Directory;
    table.addRow({name, entryTitle(node.meaning),
        info             ? QString::fromLatin1(formatTraits(info->format).id)
            : node.error ? errorKindId(node.error->kind)
                         : QString(),
        info ? sizeText(info->virtualSizeBytes, request) : QString(),
        facts ? sizeText(directory ? node.allocatedBytesBelow() : facts->allocatedBytes, request) : QString(),
        facts && !directory ? sizeText(facts->lengthBytes, request) : QString(),
        facts ? ownerName(facts->uid) : QString(), facts ? modeText(facts->mode) : QString()});
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const bool last = i + 1 == node.children.size();
        addTreeRows(table, node.children[i], childLead + (last ? QStringLiteral("└── ") : QStringLiteral("├── ")),
            childLead + (last ? QStringLiteral("    ") : QStringLiteral("│   ")), request);
    }
}

const DirectoryNode *nodeAt(const DirectoryNode &node, const NativePath &path)
{
    if (node.path == path)
        return &node;
    for (const DirectoryNode &child : node.children)
        if (isBelow(path, child.path))
            return nodeAt(child, path);
    return nullptr;
}

} // namespace

QString TreeCommand::summary() const
{
    return tr("show the directories as a tree, with what every entry is for");
}

void TreeCommand::run(const CommandRequest &request, Console &console) const
{
    const OpenedEstate opened = openEstate(request, console);
    std::vector<const DirectoryNode *> roots;
    for (const DirectoryNode &root : opened.estate->directories) {
        if (opened.wanted(root.path) || opened.only.empty())
            roots.push_back(&root);
        else
            for (const NativePath &path : opened.only)
                if (const DirectoryNode *node = isBelow(path, root.path) ? nodeAt(root, path) : nullptr)
                    roots.push_back(node);
    }
    if (request.json) {
        QJsonArray array;
        for (const DirectoryNode *root : roots)
            array.append(directoryObject(*root));
        console.printJson(array);
        return;
    }
    TextTable table(
        {{tr("NAME"), false, 0, 30}, {tr("MEANING"), false, 0, 14}, {tr("FORMAT"), false, 3}, {tr("VIRTUAL"), true, 2},
            {tr("DISK"), true, 0}, {tr("LENGTH"), true, 4}, {tr("OWNER"), false, 5}, {tr("MODE"), false, 6}});
    for (const DirectoryNode *root : roots)
        addTreeRows(table, *root, {}, {}, request);
    if (!table.empty())
        console.print(table.text(console.width()));
}

} // namespace Fathom
