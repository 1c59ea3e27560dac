// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/viewabletexts.h"

#include "models/directorymodel.h"

#include <algorithm>

namespace Fathom {

namespace {

bool isViewableText(const DirectoryNode &node)
{
    if (!node.facts || node.facts->kind != FileKind::Regular)
        return false;
    switch (node.meaning) {
    case EntryMeaning::LibvirtXml:
    case EntryMeaning::UnrescueXml:
    case EntryMeaning::DiskInfo:
    case EntryMeaning::ConsoleLog:
    case EntryMeaning::ComputeNodes: return true;
    default: return false;
    }
}

/// The entry with that key, looked for only where its path leads.
const DirectoryNode *entryOfKey(const DirectoryNode &node, const QString &key)
{
    const QString own = pathKey(node.path);
    if (own == key)
        return &node;
    if (!key.startsWith(own))
        return nullptr;
    for (const DirectoryNode &child : node.children) {
        if (const DirectoryNode *found = entryOfKey(child, key))
            return found;
    }
    return nullptr;
}

} // namespace

std::vector<ViewableText> viewableTexts(const Estate &estate, const QString &key)
{
    const EstateInstance *instance = estate.instance(key);
    const QString entryKey = instance ? pathKey(instance->path) : key;
    const DirectoryNode *entry = nullptr;
    for (const DirectoryNode &root : estate.directories) {
        if (!entry)
            entry = entryOfKey(root, entryKey);
    }
    std::vector<ViewableText> texts;
    if (!entry)
        return texts;
    if (isViewableText(*entry))
        texts.push_back({entry->path, entry->meaning});
    if (instance) {
        for (const DirectoryNode &child : entry->children) {
            if (isViewableText(child))
                texts.push_back({child.path, child.meaning});
        }
        // The domain first: it is what most come for.
        std::ranges::stable_partition(
            texts, [](const ViewableText &text) { return text.meaning == EntryMeaning::LibvirtXml; });
    }
    return texts;
}

} // namespace Fathom
