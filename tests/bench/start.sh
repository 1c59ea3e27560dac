#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Start to first paint against an empty QMainWindow program. Sourced by run.

bench_start() {
  local home; home=$(mktemp -d) # nobody's settings
  HOME=$home XDG_CONFIG_HOME=$home XDG_CACHE_HOME=$home "$tree/tests/bench/bench_start" \
    "$tree/tests/bench/bench_emptywindow" "$tree/app/fathom" "$tree/tests/bench/plugins"
  rm -rf "$home"
}
