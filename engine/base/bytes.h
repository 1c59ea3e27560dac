// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Fathom {

/// For tables: "25 GiB", "4.0 GiB", "192.5 KiB", "512 B". Binary units; one decimal below 100 unless the value is
/// exact.
QString formatBytes(qint64 bytes);

/// As formatBytes(); an unknown count is an em dash, never zero.
QString formatBytes(const std::optional<qint64> &bytes);

/// For tool tips: "26,843,545,600 bytes", digits grouped as the locale does.
QString exactBytes(qint64 bytes);

/// "25G", "25 GiB", "1.5T", "4096": binary units, case ignored. Nothing when it is not a size or does not fit.
std::optional<qint64> parseBytes(QStringView text);

} // namespace Fathom
