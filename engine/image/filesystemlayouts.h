// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byteview.h"
#include "image/factvalue.h"

#include <QString>

#include <optional>

namespace Fathom {

/// What a superblock says of its file system. name is finer than the mark where the superblock tells ("ext4").
struct FilesystemFacts {
    QString name;
    QString label;
    QString uuid;
    std::optional<qint64> blockBytes;
    std::optional<qint64> sizeBytes; ///< nothing as well where the claim does not fit into 63 bits
    std::optional<qint64> usedBytes; ///< where the superblock tells
    FactValue::Members more;
};

/// Readers of one superblock each: superblock begins at the start of the structure, fields at the offsets that the
/// file system's own documentation or headers give. Whatever the bytes are, they are only read.
void describeExt(ByteView superblock, FilesystemFacts &facts);
void describeXfs(ByteView superblock, FilesystemFacts &facts);
void describeBtrfs(ByteView superblock, FilesystemFacts &facts);
void describeF2fs(ByteView superblock, FilesystemFacts &facts);
void describeSquashfs(ByteView superblock, FilesystemFacts &facts);
void describeErofs(ByteView superblock, FilesystemFacts &facts);
void describeCramfs(ByteView superblock, FilesystemFacts &facts);
void describeRomfs(ByteView superblock, FilesystemFacts &facts);
void describeFat(ByteView superblock, FilesystemFacts &facts);
void describeExfat(ByteView superblock, FilesystemFacts &facts);
void describeNtfs(ByteView superblock, FilesystemFacts &facts);
void describeHfsPlus(ByteView superblock, FilesystemFacts &facts);
void describeApfs(ByteView superblock, FilesystemFacts &facts);
void describeJfs(ByteView superblock, FilesystemFacts &facts);
void describeReiserfs(ByteView superblock, FilesystemFacts &facts);
void describeNilfs(ByteView superblock, FilesystemFacts &facts);
void describeOcfs2(ByteView superblock, FilesystemFacts &facts);
void describeGfs2(ByteView superblock, FilesystemFacts &facts);
void describeMinix(ByteView superblock, FilesystemFacts &facts);
void describeSwap(ByteView header, FilesystemFacts &facts);
void describeLvm(ByteView label, FilesystemFacts &facts);
void describeMdraid(ByteView superblock, FilesystemFacts &facts);
void describeBcache(ByteView superblock, FilesystemFacts &facts);
void describeBcachefs(ByteView superblock, FilesystemFacts &facts);
void describeZfs(ByteView nameValueList, FilesystemFacts &facts);

/// Whether a mark of few bytes is backed by what stands around it.
bool soundExt(ByteView superblock);
bool soundFat(ByteView superblock);
bool soundMinix(ByteView superblock);
bool soundNilfs(ByteView superblock);
bool soundHfsPlus(ByteView superblock);
bool soundZfs(ByteView nameValueList);

} // namespace Fathom
