// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/commandrunner.h"
#include "jobs/jobhost.h"
#include "jobs/sourceimage.h"

#include <QJsonObject>

namespace Fathom {

/// What `qemu-img check` told, by its exit code and its JSON.
struct CheckReport {
    enum class End {
        Clean,
        Leaking, ///< space is lost, and nothing else
        Corrupt, ///< a guest would see, or do, damage
        Incomplete, ///< not everything could be read
        NotSupported, ///< the format knows no check
        Failed, ///< it told nothing
    };

    End end = End::Failed;
    QJsonObject facts; ///< in the words of docs/json.md

    int corruptions() const;
    int leaks() const;
    int unread() const; ///< parts that could not be read
    int repairedCorruptions() const; ///< of a check that repairs
    int repairedLeaks() const;
};

CheckReport checkReport(const CommandOutcome &outcome);

/// "2 errors and 3 leaked clusters".
QString foundText(int corruptions, int leaks);

/// Each complaint is a line on standard error, which says where; not more than a few are told.
void logComplaints(const QByteArray &errors, const JobHost &host);

/// Rules that an image may break that is checked or repaired: damage is what that is for, and what it stands on is not
/// opened.
inline constexpr ToleratedRules damageRules{QLatin1StringView("backing-file"), QLatin1StringView("corrupt"),
    QLatin1StringView("truncated"), QLatin1StringView("overlap"), QLatin1StringView("feature-not-accepted"),
    QLatin1StringView("qed")};

} // namespace Fathom
