// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "app/commands/chaincommand.h"
#include "app/commands/imagescommand.h"
#include "app/commands/inspectcommand.h"
#include "app/commands/instancescommand.h"
#include "app/commands/jobcommand.h"
#include "app/commands/jobscommand.h"
#include "app/commands/quarantinedcommand.h"
#include "app/commands/treecommand.h"
#include "base/bytes.h"

namespace Fathom {

void Command::addOptions(QCommandLineParser &) const { }

std::vector<std::unique_ptr<Command>> commands()
{
    std::vector<std::unique_ptr<Command>> all;
    all.push_back(std::make_unique<ImagesCommand>());
    all.push_back(std::make_unique<InstancesCommand>());
    all.push_back(std::make_unique<TreeCommand>());
    all.push_back(std::make_unique<ChainCommand>());
    all.push_back(std::make_unique<InspectCommand>());
    for (const JobKind *kind : jobKinds())
        all.push_back(std::make_unique<JobCommand>(*kind));
    all.push_back(std::make_unique<QuarantinedCommand>());
    all.push_back(std::make_unique<JobsCommand>());
    return all;
}

QString sizeText(const std::optional<qint64> &bytes, const CommandRequest &request)
{
    return bytes && request.exact ? exactBytes(*bytes) : formatBytes(bytes);
}

} // namespace Fathom
