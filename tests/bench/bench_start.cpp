// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict.h"

#include <cstdlib>
#include <ctime>
#include <string>

using namespace Fathom::Bench;

namespace {

/// Milliseconds from before the process is made to after its first paint, which the plugin tells as its last line.
double startMilliseconds(const std::string &command)
{
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const double before = static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
    FILE *program = popen(("exec " + command + " 2>/dev/null").c_str(), "r");
    if (!program)
        std::abort();
    char line[4096];
    double painted = 0;
    while (std::fgets(line, sizeof line, program))
        painted = std::atof(line);
    pclose(program);
    if (painted < before) {
        std::fprintf(stderr, "bench: no first paint of %s\n", command.c_str());
        std::exit(3);
    }
    return (painted - before) / 1e6;
}

} // namespace

/// bench_start EMPTY FATHOM PLUGINS: how long both programs take from nothing to their first paint.
int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    setenv("QT_PLUGIN_PATH", argv[3], 1);
    setenv("QT_QPA_GENERIC_PLUGINS", "firstpaint", 1);
    const std::string empty = argv[1];
    const std::string fathom = argv[2];
    std::vector<double> floors, plain, demo;
    for (int round = 0; round < 21; ++round) {
        floors.push_back(startMilliseconds(empty));
        plain.push_back(startMilliseconds(fathom));
        demo.push_back(startMilliseconds(fathom + " --demo"));
    }
    std::puts("start     from the process's beginning to the first paint, medians of 21");
    const double floor = median(floors);
    std::printf("          an empty QMainWindow program        %8.2f ms\n", floor);
    for (const auto &[what, times] : {std::pair("fathom", &plain), std::pair("fathom --demo", &demo)})
        std::printf("          %-34s  %8.2f ms   %6.2f × the empty program, bar ≤ 2: %s\n", what, median(*times),
            median(*times) / floor, verdict(median(*times) <= 2 * floor));
    return 0;
}
