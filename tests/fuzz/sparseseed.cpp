// SPDX-License-Identifier: GPL-3.0-or-later
//
// sparseseed FILE: writes FILE as an input of fuzz_sparseimage to standard output, without its runs of zeros.
#include "sparsefile.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

constexpr std::size_t blockBytes = 64;
constexpr std::size_t seedLimitBytes = 256 * 1024;

void put(std::string &out, std::uint64_t number, std::size_t bytes)
{
    for (std::size_t i = 0; i < bytes; ++i)
        out += static_cast<char>(number >> (8 * i) & 0xff);
}

bool blank(const std::string &file, std::size_t offset)
{
    const std::size_t end = std::min(offset + blockBytes, file.size());
    return std::all_of(file.begin() + static_cast<std::ptrdiff_t>(offset),
        file.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c == 0; });
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    std::ifstream in(argv[1], std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(in), {}};
    std::string out;
    put(out, file.size(), SparseFile::lengthBytes);
    for (std::size_t offset = 0; offset < file.size() && out.size() < seedLimitBytes;) {
        if (blank(file, offset)) {
            offset += blockBytes;
            continue;
        }
        std::size_t end = offset;
        while (end < file.size() && end - offset + blockBytes <= SparseFile::pieceLimitBytes && !blank(file, end))
            end += blockBytes;
        end = std::min(end, file.size());
        put(out, offset, 8);
        put(out, end - offset, 2);
        out.append(file, offset, end - offset);
        offset = end;
    }
    return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
