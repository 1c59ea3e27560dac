# SPDX-License-Identifier: GPL-3.0-or-later
#
# Conversions against qemu-img by hand, in one directory, interleaved. Ours are told from beginning to end, fsync
# included, with and without the comparison that is on by default; qemu-img's flags are its best ones. Sourced by run.

# An image of JOBS_MIB (1024) of data as disks hold it: text that packs well, bytes that do not, and holes.
jobs_content() {
  local mib=${JOBS_MIB:-1024} place=$1
  head -c $((mib / 2 << 20)) < <(while :; do tar -cf - -C / usr/lib usr/share 2>/dev/null; done) >"$place"
  head -c $((mib / 8 << 20)) /dev/urandom >>"$place"
  truncate -s $((mib << 20)) "$place"
}

# seconds NAME COMMAND…: runs it after what others wrote has reached the disk.
jobs_seconds() {
  local name=$1 began ended; shift
  sync; began=$(date +%s%N); "$@" >/dev/null 2>&1; ended=$(date +%s%N)
  echo "$name $(((ended - began) / 1000000))" | measured
}

bench_jobs() {
  local place ctl=$tree/app/fathomctl unit=ms round
  place=$(mktemp -d)
  jobs_content "$place/raw"
  qemu-img convert -f raw -O qcow2 "$place/raw" "$place/qcow2"
  for round in 1 2 3 4 5; do
    for way in "raw qcow2" "qcow2 raw"; do
      set -- $way
      rm -f "$place"/out*; jobs_seconds "$1-best" bash -c "qemu-img convert -f $1 -O $2 -W -m 16 $place/$1 $place/out && sync $place/out"
      rm -f "$place"/out*; jobs_seconds "$1-ours" env XDG_STATE_HOME="$place" "$ctl" convert --no-verify -f $1 -O $2 "$place/$1" "$place/out"
      rm -f "$place"/out*; jobs_seconds "$1-verified" env XDG_STATE_HOME="$place" "$ctl" convert -f $1 -O $2 "$place/$1" "$place/out"
    done
    ((round > 2)) && continue # the default way takes long
    rm -f "$place"/out*; jobs_seconds packed-default bash -c "qemu-img convert -f raw -O qcow2 -c $place/raw $place/default && sync $place/default"
    stat -c 'size-default %s' "$place/default" | measured
    rm -f "$place"/out* "$place/default"; jobs_seconds packed-ours env XDG_STATE_HOME="$place" "$ctl" convert --no-verify -c -f raw -O qcow2 "$place/raw" "$place/out"
    stat -c 'size-ours %s' "$place/out" | measured
  done
  echo "jobs      ${JOBS_MIB:-1024} MiB, medians"
  told raw-best "raw → qcow2: qemu-img's best, fsync"
  told raw-ours "  fathomctl --no-verify" raw-ours/raw-best "× qemu-img" "<=" 1.1
  told raw-verified "  fathomctl, compared" raw-verified/raw-best "× qemu-img"
  told qcow2-best "qcow2 → raw: qemu-img's best, fsync"
  told qcow2-ours "  fathomctl --no-verify" qcow2-ours/qcow2-best "× qemu-img" "<=" 1.1
  told qcow2-verified "  fathomctl, compared" qcow2-verified/qcow2-best "× qemu-img"
  told packed-default "compressed: qemu-img convert -c"
  told packed-ours "  fathomctl convert -c --no-verify" packed-default/packed-ours "× faster" ">=" 6
  unit=bytes
  told size-default "  size by default"
  told size-ours "  size of ours" size-ours/size-default "× default" "<=" 1
  rm -rf "$place"
}
