// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "estate/estate.h"
#include "models/roles.h"

#include <QVariant>

namespace Fathom {

// How facts look in a cell, wherever it stands. What is unknown is an em dash as text and invalid as a value.

QString unknownText();
QVariant known(const std::optional<qint64> &number);
/// "26,843,545,600 bytes", empty when unknown.
QString exactText(const std::optional<qint64> &bytes);
QString countText(qint64 count);
QString percentText(double ratio); ///< 0.17 → "17 %"
QString timeText(qint64 seconds); ///< local time, in a form that sorts: "2014-05-12 10:33"
QString ownerText(const FileFacts &facts); ///< "glance:glance"

std::optional<qint64> allocatedBytes(const std::optional<FileFacts> &facts);
std::optional<qint64> lengthBytes(const std::optional<FileFacts> &facts);
std::optional<qint64> virtualBytes(const ImageInfoPtr &info);

/// "qcow2", "raw (gpt)"; an em dash when nobody could look.
QString formatText(const ImageInfoPtr &info);
/// "safe", "2 rules broken"; an em dash when nobody could look.
QString safetyText(const ImageInfoPtr &info);
/// The reasons, one a line; empty: none.
QString safetyReasons(const ImageInfoPtr &info);
Severity safetySeverity(const ImageInfoPtr &info);

Severity severityOf(InstanceState state);
/// What was not opened is no damage, but nobody knows what it holds.
Severity severityOf(LinkState state);
QVariant severityValue(Severity severity); ///< for SeverityRole

} // namespace Fathom
