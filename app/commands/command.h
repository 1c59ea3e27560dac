// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/console.h"
#include "app/startup/estateoptions.h"

#include <memory>
#include <stop_token>

class QCommandLineParser;

namespace Fathom {

/// What a command was asked for.
struct CommandRequest {
    const QCommandLineParser &parser;
    EstateOptions estate;
    std::vector<NativePath> paths; ///< as typed
    bool json = false;
    bool exact = false; ///< sizes in bytes
    std::stop_token stop;
};

/// A subcommand of fathomctl. It prints what it finds to the console and complains there; the console knows the exit
/// code.
class Command {
public:
    virtual ~Command() = default;

    virtual QString name() const = 0;
    virtual QString arguments() const = 0; ///< for the usage line: "[PATH…]"
    virtual QString summary() const = 0; ///< one line
    virtual void addOptions(QCommandLineParser &parser) const; ///< its own, besides those that every command has
    virtual void run(const CommandRequest &request, Console &console) const = 0;
};

/// All commands, in the order of the help.
std::vector<std::unique_ptr<Command>> commands();

/// A size as the request wants it told.
QString sizeText(const std::optional<qint64> &bytes, const CommandRequest &request);

} // namespace Fathom
