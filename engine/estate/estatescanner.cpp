// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estatescanner.h"

#include "base/abandonable.h"
#include "estate/sourceboard.h"

namespace Fathom {

EstateScanner::EstateScanner(const EstateSources &sources, Hearers hearers)
    : m_board(std::make_shared<SourceBoard>(sources))
{
    runAbandonable([board = m_board, hearers = std::move(hearers)] {
        while (board->waitForReading()) {
            hearers.reading();
            followReading(*board, hearers.progress, hearers.snapshot);
            const auto [records, requests] = board->answer();
            hearers.snapshot(std::make_shared<const Estate>(buildEstate(records)));
            hearers.idle(requests);
        }
    });
}

EstateScanner::~EstateScanner()
{
    m_board->close();
}

void EstateScanner::read()
{
    m_board->read();
}

void EstateScanner::cancel()
{
    m_board->cancel();
}

void EstateScanner::setLive(bool live)
{
    m_board->setLive(live);
}

} // namespace Fathom
