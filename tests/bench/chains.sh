# SPDX-License-Identifier: GPL-3.0-or-later
#
# The chains of 100,000 instances on 200 bases. Sourced by run.

bench_chains() {
  local root=$tree/bench/instances model=$tree/bench/overlay count=100000
  if [[ ! -f $root.made ]]; then
    echo "chains    making $count instances on 200 bases"
    rm -rf "$root"
    qemu-img create -q -f qcow2 -u -F raw -b "$root/_base/$("$tree/tests/bench/bench_chains" hash)" "$model" 64M
    "$tree/tests/bench/bench_chains" make "$root" "$model" "$count"
    touch "$root.made"
  fi
  echo "chains    $count instances on 200 bases, warm, one thread, medians of 3 rounds"
  "$tree/tests/bench/bench_chains" measure "$root" | measured
  local unit="µs an instance"
  told floor_cpu "its directories and files, not kept (CPU)"
  told scan_cpu "fathom, the tree with all chains (CPU)" scan_cpu/floor_cpu "× the floor" "<=" 2.5
  told estate_cpu "fathom, the estate made of it (CPU)" estate_cpu/floor_cpu "× the floor"
}
