// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/factvalue.h"
#include "image/imageformat.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace Fathom {

/// One detail of a format, in the file's order. The key is qemu's own where qemu tells it ("compat",
/// "lazy-refcounts", "create-type"), so that the same list feeds JSON, tables and the details pane.
struct ImageFact {
    QString key;
    FactValue value;
    bool toldByQemu = true; ///< part of qemu-img's "format-specific" data; false: Fathom's own addition
};

/// A rule that an image breaks, and how: reason is a translated sentence without full stop.
struct SafetyViolation {
    QString rule; ///< stable id: "backing-file", "data-file", "unknown-feature", "vmdk-create-type", …
    QString reason;

    bool operator==(const SafetyViolation &) const = default;
};

/// An internal snapshot of a qcow2 file.
struct ImageSnapshot {
    QString id;
    QString name;
    qint64 vmStateSizeBytes = 0;
    qint64 dateSeconds = 0; ///< since 1970, UTC
    qint64 dateNanoseconds = 0;
    qint64 vmClockNanoseconds = 0;
    std::optional<qint64> instructionCount;
    std::optional<qint64> diskSizeBytes;
};

/// What a file is, by its own bytes. Text out of the file is kept as the bytes it was; show it through plainText().
struct ImageInfo {
    ImageFormat format = ImageFormat::Raw;

    /// What a raw file (or an unpacked format) holds: "gpt", "mbr", "iso9660", "udf", "luks1", "luks2", "ext4", "xfs",
    /// "bzImage", "cpio", "gzip", … several joined by "+" ("iso9660+mbr"); empty: nothing recognized.
    QString content;

    qint64 virtualSizeBytes = 0; ///< what a guest would see
    qint64 fileLengthBytes = 0;
    qint64 allocatedBytes = 0;
    std::optional<qint64> clusterSizeBytes;
    bool encrypted = false;
    bool dirty = false; ///< qemu's "dirty-flag"
    bool corrupt = false;

    QByteArray backingFile; ///< as it stands in the file; empty: none
    QString backingFormat; ///< empty: the file does not say
    QByteArray dataFile; ///< external data file, as it stands in the file

    std::vector<ImageFact> facts;
    std::vector<ImageSnapshot> snapshots;
    std::vector<SafetyViolation> violations; ///< empty: safe to give to other programs

    bool safe() const { return violations.empty(); }
    const FactValue *fact(QStringView key) const;
    void addFact(QString key, FactValue value, bool toldByQemu = true);
};

} // namespace Fathom
