# SPDX-License-Identifier: GPL-3.0-or-later
#
# Go to: every keystroke of many searches among 100,000 things. Sourced by run.
bench_goto() { "$tree/tests/bench/bench_goto"; }
