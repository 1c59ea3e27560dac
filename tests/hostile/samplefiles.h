// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Fathom {

/// A sound file of one kind, made by the kind's own tool.
struct SampleFile {
    QString name; ///< also its name in the directory: "vmdk-streamOptimized"
    QString path;
};

/// One of every kind of image, container and content that is told from others. Empty and a complaint when a tool
/// failed or is not installed.
std::vector<SampleFile> makeSampleFiles(const QString &directory, QString &complaint);

} // namespace Fathom
