#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The tables at 100,000 and 1,000,000 rows against QSortFilterProxyModel, and the memory of a row. Sourced by run.

bench_tables() {
  local home; home=$(mktemp -d)
  HOME=$home XDG_CONFIG_HOME=$home "$tree/tests/bench/bench_tables"
  rm -rf "$home"
}
