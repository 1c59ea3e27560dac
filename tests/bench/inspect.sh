# SPDX-License-Identifier: GPL-3.0-or-later
#
# Inspecting a directory of 10,000 mixed images: Fathom, the floor, and the peers. Sourced by run.

# A model of each kind, named by its share of every hundred files and by where a copy's number goes (bench_copies).
make_models() {
  local models=$1 secret=secret,id=s,data=s
  rm -rf "$models"; mkdir -p "$models"
  image() { local format=$1 name=$2; shift 2; qemu-img create -q -f "$format" "$@" "$models/$name" 64M; }
  image qcow2 36-qcow2@30
  image qcow2 4-qcow2-old@30 -o compat=0.10
  image qcow2 4-qcow2-overlay@30 -b /nowhere -F raw -u
  image qcow2 2-qcow2-zstd@30 -o compression_type=zstd
  image qcow2 1-qcow2-luks@30 --object "$secret" -o encrypt.format=luks,encrypt.key-secret=s,encrypt.iter-time=10
  image vmdk 7-vmdk-stream%535 -o subformat=streamOptimized
  image vmdk 3-vmdk-sparse%535 -o subformat=monolithicSparse
  image vpc 2-vhd-dynamic
  image vpc 2-vhd-fixed -o subformat=fixed
  image vhdx 1-vhdx@24
  image vdi 2-vdi@394
  image luks 1-luks --object "$secret" -o key-secret=s,iter-time=10
  image qed 1-qed@50
  image qcow 1-qcow@30
  image parallels 1-ploop
  truncate -s 64M "$models"/{8-raw-gpt@442,8-raw-mbr@442,2-raw-ext4@1144,4-raw-unknown@8000}
  echo 'label: gpt
    size=16M
    size=32M' | sfdisk -q "$models/8-raw-gpt@442"
  echo 'label: dos
    size=16M, bootable
    type=83' | sfdisk -q "$models/8-raw-mbr@442"
  mkfs.ext4 -q "$models/2-raw-ext4@1144"
  mkdir "$models/tree"; echo file >"$models/tree/file"
  genisoimage -quiet -J -r -V CONFIG-2 -o "$models/8-iso@33500" "$models/tree" 2>/dev/null
  (cd "$models/tree" && echo file | cpio -o -H newc --quiet | gzip) >"$models/1-ramdisk"
  rm -r "$models/tree"
  # What boot loaders look for in a Linux kernel: its boot sector, and a sound setup header.
  { head -c 497 /dev/zero; printf '\4'; head -c 12 /dev/zero; printf '\x55\xaa\xeb\x66HdrS\x0f\x02'; head -c 1M /dev/zero; } >"$models/1-kernel"
}

# libvirt's storage driver in a private, unprivileged daemon, over the same directory; prints the milliseconds of each
# refresh. Root would run the system's daemon, so nobody runs it then, and sees the directory through a mount.
libvirt_refresh() {
  local images=$1 rounds=$2 home daemon as=() refresh=
  home=$(mktemp -d); chmod 777 "$home"
  if ((EUID == 0)); then
    as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    mkdir "$home/images"; mount --bind "$images" "$home/images"; images=$home/images
  fi
  as+=(env -i "PATH=$PATH" "HOME=$home" "XDG_RUNTIME_DIR=$home/run" "XDG_CONFIG_HOME=$home/config" "XDG_CACHE_HOME=$home/cache")
  "${as[@]}" mkdir -m 700 "$home/run"
  "${as[@]}" libvirtd >"$home/log" 2>&1 &
  daemon=$!
  for _ in $(seq 100); do "${as[@]}" virsh -q -c storage:///session version >/dev/null 2>&1 && break; sleep 0.1; done
  while ((rounds--)); do refresh+='pool-refresh bench;'; done
  "${as[@]}" virsh -q -c storage:///session "pool-define-as bench dir --target $images" >&2
  "${as[@]}" virsh -t -c storage:///session "pool-start bench; $refresh" | sed -n 's/^(Time: \(.*\) ms)$/\1/p' | tail -n +2
  kill "$daemon"; wait "$daemon" || true
  ((EUID != 0)) || umount "$home/images"
  rm -rf "$home"
}

# oslo.utils' inspector as Glance and Nova use it, over a sample, in one process; prints microseconds a file.
oslo_inspect() {
  python3 - "$@" <<'PYTHON'
import logging, sys, time
from oslo_utils.imageutils import format_inspector
logging.disable(logging.CRITICAL)
start = time.perf_counter()
for name in sys.argv[1:]:
    try:
        format_inspector.detect_file_format(name).virtual_size
    except Exception:
        pass
print((time.perf_counter() - start) / len(sys.argv[1:]) * 1e6)
PYTHON
}

qemu_inspect() {
  local start name; start=$(date +%s%N)
  for name in "$@"; do qemu-img info --output=json "$name" >/dev/null 2>&1 || true; done
  echo $((($(date +%s%N) - start) / 1000 / $#))
}

bench_inspect() {
  local images=$tree/bench/images count=10000 rounds=5 sample i ms
  if [[ $(ls "$images" 2>/dev/null | wc -l) != "$count" ]]; then
    echo "inspect   making $count images of all formats"
    make_models "$tree/bench/models"
    rm -rf "$images"; mkdir -p "$images"
    "$tree/tests/bench/bench_copies" "$tree/bench/models" "$images" "$count"
  fi
  # The names are scattered, so a part of them in their order has every format in its share.
  mapfile -t sample < <(ls -d "$images"/* | head -n 100)
  echo "inspect   $count images of all formats, warm, one thread, medians of $rounds rounds"
  for ((i = 0; i < rounds; i++)); do
    "$tree/tests/bench/bench_inspect" "$images" | measured
    for ms in $(libvirt_refresh "$images" 2); do measured <<<"libvirt $(awk "BEGIN { print $ms * 1000 / $count }")"; done
    measured <<<"oslo $(oslo_inspect "${sample[@]}")"
    measured <<<"qemu $(qemu_inspect "${sample[@]}")"
  done
  told floor_cpu "openat, statx, pread 4 KiB, close (CPU)"
  told inspect_cpu "fathom, a file (CPU)" inspect_cpu/floor_cpu "× the floor" "<=" 2.0
  told store_cpu "fathom, the whole store, kept (CPU)" store_cpu/floor_cpu "× the floor"
  told inspect "fathom, a file"
  told libvirt "libvirt pool-refresh" libvirt/inspect "× fathom" ">=" 3
  told oslo "oslo.utils format_inspector (100 files)" oslo/inspect "× fathom" ">=" 50
  told qemu "qemu-img info, a process a file (100)" qemu/inspect "× fathom" ">=" 200

  echo "inspect   the same with the files' pages dropped from memory before every round"
  for ((i = 0; i < 3; i++)); do
    "$tree/tests/bench/bench_inspect" --cold "$images" | measured
  done
  told cold_single "one file at a time"
  told cold_together "reads in flight together" cold_single/cold_together "× faster" ">=" 5
  # However many reads are in flight: what the processors have to do for each remains.
  measured <<<"cold_least $(awk "BEGIN { print $(median cold_together_cpu) / $(nproc) }")"
  told cold_least "the CPU time of that alone, $(nproc) cores" cold_single/cold_least "× at most"
}
