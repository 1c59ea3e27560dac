// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/chaincommand.h"

#include "app/commands/declaredformat.h"
#include "app/commands/estatejson.h"
#include "app/commands/estateopening.h"
#include "app/commands/glancenames.h"
#include "host/instancetree.h"

#include <QCommandLineParser>

namespace Fathom {

QString ChainCommand::summary() const
{
    return tr("show what a disk stands on, down to the image it came from");
}

void ChainCommand::addOptions(QCommandLineParser &parser) const
{
    addFormatOption(parser);
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

    if (request.json) {
        console.printJson(chainArray(chain, request.paths.front(), imageOf));
    } else {
        QString text = chainText(chain);
        while (text.endsWith(QLatin1Char('\n')))
            text.chop(1);
        console.print(text);
        for (const ChainLayer &layer : chain.layers)
            if (const QString uuid = imageOf(layer); !uuid.isEmpty())
                console.print((uuid == plainText(fileName(layer.path)) ? tr("%1 is Glance image %2")
                                                                       : tr("%1 is made from Glance image %2"))
                        .arg(plainText(fileName(layer.path)), uuid));
    }
    // The disk itself failing is a failure of its own class; a link below it makes the chain broken.
    if (const ChainLayer *top = chain.top(); top && top->state != LinkState::Whole && top->error)
        console.complain(*top->error);
    else if (!chain.whole())
        console.found(ExitCode::Broken);
}

} // namespace Fathom
