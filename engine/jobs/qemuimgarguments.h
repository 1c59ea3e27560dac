// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "image/imageformat.h"
#include "jobs/commandrunner.h"

#include <span>
#include <vector>

namespace Fathom {

// The only place where command lines of qemu-img are made.

/// A file as qemu-img is told of it: always with its format, so that it never guesses from bytes that a guest wrote.
struct QemuImgFile {
    NativePath path; ///< absolute, for a name like "nbd:x" would be a protocol
    ImageFormat format = ImageFormat::Raw;
};

/// A file and all that it stands on, the overlay first; nothing is opened below the last.
using QemuImgChain = std::vector<QemuImgFile>;

/// A chain in one word, as qemu-img understands it in place of a file name and -f: every layer's driver is told.
QString chainWord(const QemuImgChain &chain);

/// What can be written.
struct WritableFormat {
    ImageFormat format;
    bool compresses; ///< whether -c is understood
    const char *options; ///< -o when it is not compressed; empty: none
    const char *compressedOptions; ///< -o when it is
    bool parallelWrites; ///< compressed clusters may come in any order
    bool measurable; ///< `qemu-img measure -O` knows it
};
std::span<const WritableFormat> writableFormats();
const WritableFormat *writableFormat(ImageFormat format); ///< null: it cannot be written

/// `convert`: progress on standard output. target.format must be a writable one, and compress one that it knows.
/// snapshotId: what is read is one of the source's internal snapshots.
CommandLine convertCommand(
    const QemuImgChain &source, const QemuImgFile &target, bool compress, const QString &snapshotId = {});

/// `convert` of a part of what a guest sees into a new raw file; both in bytes, whole sectors.
CommandLine windowCommand(const QemuImgChain &source, qint64 offset, qint64 sizeBytes, const NativePath &target);

/// `measure`: how many bytes the target will take, as JSON. A format that qemu-img cannot measure is measured as raw: a
/// lower bound.
CommandLine measureCommand(
    const QemuImgChain &source, ImageFormat targetFormat, bool compress, const QString &snapshotId = {});

/// `compare`: exit code 0 when a guest would see the same, 1 when not; progress on standard output.
CommandLine compareCommand(const QemuImgChain &one, const QemuImgFile &other);
CommandLine compareCommand(const QemuImgChain &one, const QemuImgChain &other);

/// `commit` of all that lies above base into it, for which the first layer need hold nothing: only it and base are
/// opened for writing. qemu-img finds base in the chain by its name only when it opens what base itself names below it.
CommandLine commitCommand(const QemuImgChain &above, const QemuImgFile &base, bool baseStandsOnOther);

/// `rebase` of an image's own file onto base, whose name is written into it: what is read does not change, for what the
/// bases hold differently is copied; progress on standard output.
CommandLine rebaseCommand(const QemuImgChain &image, const QemuImgFile &base);

/// `rebase -u`: only the name is written, and nothing that it stands on is opened.
CommandLine unsafeRebaseCommand(const QemuImgFile &image, const QemuImgFile &base);

enum class CheckRepairs { Nothing, Leaks, All };

/// `check`: what it found as JSON, and its exit code as in checkreport.cpp. Whatever the image stands on is not opened;
/// the image is written to only when it is to be repaired.
CommandLine checkCommand(const QemuImgFile &image, bool standsOnOther, CheckRepairs repairs = CheckRepairs::Nothing);

/// `map`: what lies from an offset on and in which layer, as JSON with an extent on each line.
CommandLine mapCommand(const QemuImgChain &image, qint64 startBytes);

/// `resize`. The whole chain is told, for what a base holds behind the old end must not come to light. shrinks: to a
/// smaller size, which qemu-img does only when it is told so.
CommandLine resizeCommand(const QemuImgChain &image, qint64 sizeBytes, bool shrinks = false);

/// `snapshot -d`: by name. Whatever the image stands on is not opened.
CommandLine deleteSnapshotCommand(const QemuImgFile &image, const QString &name);

/// `create` of an empty qcow2 over base. The size is told and base is not opened: nothing that it names is followed.
CommandLine overlayCommand(const QemuImgFile &base, const NativePath &target, qint64 sizeBytes);

/// What a qcow2 file is like, whatever it holds.
struct Qcow2Shape {
    NativePath backingFile = {}; ///< as it stands in the file; empty: it stands on nothing
    QString backingFormat = {}; ///< as it stands there
    qint64 clusterSizeBytes = 65536;
    qint64 refcountBits = 16;
    bool oldVersion = false; ///< compat 0.10, which knows nothing of the next three
    bool extendedL2 = false;
    bool lazyRefcounts = false;
    bool zstd = false; ///< what is compressed in it

    bool operator==(const Qcow2Shape &) const = default;
};

/// `create` of an empty qcow2. What it stands on is not opened.
CommandLine createCommand(const NativePath &target, qint64 sizeBytes, const Qcow2Shape &shape);

/// `convert -n` into the first layer of target, an empty qcow2 of that shape, of what source's first layer holds
/// itself; of both what lies below is told, and not looked for by its names. Progress on standard output.
CommandLine refillCommand(
    const QemuImgChain &source, const QemuImgChain &target, const Qcow2Shape &shape, bool compress);

/// Whether the name can be given to a program through Qt: valid UTF-8.
bool canBeNamed(const NativePath &path);

} // namespace Fathom
