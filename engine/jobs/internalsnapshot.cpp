// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/internalsnapshot.h"

#include "base/bytes.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace Fathom {

namespace {

struct SnapshotText {
    Q_DECLARE_TR_FUNCTIONS(InternalSnapshot)
};

constexpr std::size_t toldSnapshots = 20;

QString shown(const QString &text)
{
    return plainText(text.toUtf8());
}

QString idList(const std::vector<ImageSnapshot> &snapshots)
{
    QStringList ids;
    for (std::size_t i = 0; i < std::min(snapshots.size(), toldSnapshots); ++i)
        ids.append(SnapshotText::tr("%1 “%2”", "a snapshot's ID and name")
                .arg(shown(snapshots[i].id), shown(snapshots[i].name)));
    if (snapshots.size() > toldSnapshots)
        ids.append(SnapshotText::tr("…"));
    return ids.join(SnapshotText::tr(", "));
}

} // namespace

Result<ImageSnapshot> findSnapshot(
    const QString &action, const NativePath &image, const ImageInfo &info, const QString &word)
{
    const auto refuse = [&](ErrorKind kind, const QString &reason, const QString &hint) {
        return std::unexpected(
            Error{.kind = kind, .action = action, .subject = plainText(image), .reason = reason, .hint = hint});
    };
    const auto allWith = [&](QString ImageSnapshot::*member) {
        std::vector<ImageSnapshot> found;
        std::ranges::copy_if(info.snapshots, std::back_inserter(found),
            [&](const ImageSnapshot &snapshot) { return snapshot.*member == word; });
        return found;
    };
    std::vector<ImageSnapshot> found = allWith(&ImageSnapshot::id);
    if (found.empty())
        found = allWith(&ImageSnapshot::name);
    if (found.size() == 1)
        return found.front();
    if (!found.empty())
        return refuse(ErrorKind::Conflict,
            SnapshotText::tr("several of its snapshots are called “%1”").arg(shown(word)),
            SnapshotText::tr("Say the ID of one: %1").arg(idList(found)));
    return refuse(ErrorKind::NotFound, SnapshotText::tr("it has no snapshot “%1”").arg(shown(word)),
        info.snapshots.empty() ? SnapshotText::tr("There are no snapshots in it")
                               : SnapshotText::tr("There are %1").arg(idList(info.snapshots)));
}

QString snapshotText(const ImageSnapshot &snapshot)
{
    QString text =
        SnapshotText::tr("%1 “%2”, %3", "a snapshot's ID, name and time")
            .arg(shown(snapshot.id), shown(snapshot.name),
                QDateTime::fromSecsSinceEpoch(snapshot.dateSeconds).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    if (snapshot.diskSizeBytes)
        text = SnapshotText::tr("%1, %2", "a snapshot, its size").arg(text, formatBytes(*snapshot.diskSizeBytes));
    if (snapshot.vmStateSizeBytes > 0)
        text = SnapshotText::tr("%1, with a machine's state of %2").arg(text, formatBytes(snapshot.vmStateSizeBytes));
    return text;
}

} // namespace Fathom
