// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/chaincommand.h"

#include "app/commands/estatejson.h"
#include "app/commands/estateopening.h"
#include "app/commands/glancenames.h"
#include "estate/estatescan.h"
#include "host/instancetree.h"
#include "jobs/declaredformat.h"

#include <QCommandLineParser>

namespace Fathom {

namespace {

/// Directories of the instances that stand on a file of an image cache; the tree around it is read for that.
std::vector<NativePath> usersOfBase(const NativePath &path, const NativePath &root, const CommandRequest &request)
{
    std::vector<NativePath> users;
    if (root.isEmpty() || parentPath(parentPath(path)) != root || !uuidInName(fileName(parentPath(path))).isEmpty())
        return users;
    EstateSources tree;
    tree.instanceDirectories = {root};
    const EstatePtr estate = scanEstate(tree, request.stop);
    if (const EstateBase *base = estate->base(baseKey(path)))
        for (const QString &key : base->usedBy)
            if (const EstateInstance *instance = estate->instance(key))
                users.push_back(instance->path);
    return users;
}

} // namespace

QString ChainCommand::summary() const
{
    return tr("show what a disk stands on, down to the image it came from");
}

void ChainCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption(formatOption());
}

void ChainCommand::run(const CommandRequest &request, Console &console) const
{
    if (request.paths.size() != 1) {
        console.complain({.kind = ErrorKind::Usage,
            .action = tr("show a chain"),
            .reason = tr("exactly one disk must be named"),
            .hint = tr("See “fathomctl chain --help”")});
        return;
    }
    const Result<std::optional<ImageFormat>> declared = declaredFormat(request.parser);
    if (!declared) {
        console.complain(declared.error());
        return;
    }
    const NativePath path = absolutePath(request.paths.front());
    if (const Result<FileFacts> facts = fileFacts(path); !facts) {
        console.complain(facts.error());
        return;
    }
    DiskSurroundings surroundings = surroundingsOf(path);
    if (*declared)
        surroundings.declaredFormat = QString::fromLatin1(formatTraits(**declared).id);
    LayerReader reader;
    const BackingChain chain =
        resolveChain(path, surroundings.declaredFormat, reader, surroundings.policy, request.stop);
    const GlanceNames names = glanceNames(request, path, surroundings.instancesRoot, chain, console);
    const auto imageOf = [&names](const ChainLayer &layer) { return names.imageOf(layer.path); };

    const std::vector<NativePath> users = usersOfBase(path, surroundings.instancesRoot, request);

    if (request.json) {
        QJsonArray layers = chainArray(chain, request.paths.front(), imageOf);
        if (!users.empty() && !layers.isEmpty()) {
            QJsonObject base = layers.first().toObject();
            QJsonArray usedBy;
            for (const NativePath &user : users)
                usedBy.append(plainText(user));
            base.insert(QStringLiteral("used-by"), usedBy);
            layers[0] = base;
        }
        console.printJson(layers);
    } else {
        QString text = chainText(chain, request.exact ? SizeWords::Exact : SizeWords::Rounded);
        while (text.endsWith(QLatin1Char('\n')))
            text.chop(1);
        console.print(text);
        for (const ChainLayer &layer : chain.layers)
            if (const QString uuid = imageOf(layer); !uuid.isEmpty())
                console.print((uuid == plainText(fileName(layer.path)) ? tr("%1 is Glance image %2")
                                                                       : tr("%1 is made from Glance image %2"))
                        .arg(plainText(fileName(layer.path)), uuid));
    }
    if (!request.json)
        for (const NativePath &user : users)
            console.print(tr("Instance %1 stands on it").arg(plainText(fileName(user))));
    // The disk itself failing is a failure of its own class; a link below it makes the chain broken.
    if (const ChainLayer *top = chain.top(); top && top->state != LinkState::Whole && top->error)
        console.complain(*top->error);
    else if (!chain.whole())
        console.found(ExitCode::Broken);
}

} // namespace Fathom
