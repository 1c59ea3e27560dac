// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/backingchain.h"
#include "jobs/jobkinds.h"

namespace Fathom {

/// A copy of an image in another format.
struct ConvertRequest {
    /// What of the source is copied.
    enum class Content {
        Alone, ///< it must stand on no other file
        WithBases, ///< it stands on others, and the copy holds what they hold, too: the job is called "flatten"
        Snapshot, ///< one of its internal snapshots, with the bases: "snapshot-extract"
    };

    NativePath source; ///< a symbolic link is followed
    std::optional<ImageFormat>
        sourceFormat; ///< what a trusted source says it is; needed for bytes that look like nothing
    NativePath target; ///< must not exist
    ImageFormat targetFormat = ImageFormat::Qcow2;
    bool compress = false;
    bool verify = true; ///< read both again and compare what a guest would see; false for a snapshot
    Content content = Content::Alone;
    QString snapshot = {}; ///< its ID, or its name
    ChainPolicy bases = {}; ///< where what it stands on may be found; not kept in the journal
};

/// "convert an image", as in Error.
QString convertAction(const ConvertRequest &request);

/// Unsupported: what of the request makes no sense whatever the files are.
Result<void> checkConvert(const ConvertRequest &request);

/// The journal's entry, with a command line that means the same from any directory.
JobStart convertStart(const ConvertRequest &request);

QList<QCommandLineOption> convertOptions();
QCommandLineOption noVerifyOption(); ///< --no-verify, for whatever makes a copy

/// But for Alone, -O may be left out: it is qcow2 then.
Result<ConvertRequest> convertRequest(
    const JobArguments &arguments, ConvertRequest::Content content = ConvertRequest::Content::Alone);

std::unique_ptr<Job> convertJob(const ConvertRequest &request);

extern const JobKind convertKind;

} // namespace Fathom
