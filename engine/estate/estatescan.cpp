// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estatescan.h"

#include "estate/sourceboard.h"

namespace Fathom {

namespace {

using Clock = SourceBoard::Clock;

constexpr auto partialInterval = std::chrono::milliseconds(250);

} // namespace

void followReading(SourceBoard &board, const Progress &progress, const EstatePartial &onPartial)
{
    Clock::time_point next = Clock::now() + partialInterval;
    while (board.waitWhileReading(next)) {
        if (Clock::now() < next)
            continue;
        const Clock::time_point began = Clock::now();
        if (progress)
            progress(board.progress());
        if (onPartial && board.takeNews())
            onPartial(std::make_shared<const Estate>(buildEstate(board.records())));
        // A large estate takes a while to join; most of the time must remain for reading it.
        next = Clock::now() + std::max<Clock::duration>(partialInterval, 4 * (Clock::now() - began));
    }
}

EstatePtr scanEstate(
    const EstateSources &sources, const std::stop_token &stop, const Progress &progress, const EstatePartial &onPartial)
{
    const auto board = std::make_shared<SourceBoard>(sources);
    board->read();
    bool cancelled = false;
    {
        const std::stop_callback cancel(stop, [&board] { board->cancel(); });
        followReading(*board, progress, onPartial);
        cancelled = stop.stop_requested();
    }
    Estate estate = buildEstate(board->records());
    estate.complete = estate.complete && !cancelled;
    board->close();
    return std::make_shared<const Estate>(std::move(estate));
}

} // namespace Fathom
