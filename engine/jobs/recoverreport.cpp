// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recoverreport.h"

#include "base/bytes.h"

#include <QCoreApplication>
#include <QDateTime>

namespace Fathom {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(RecoveryReport)
};

/// libvirt takes no slash and no line end in a domain's name.
QString domainName(const DomainFacts &facts)
{
    QString name = facts.novaName.isEmpty() ? facts.name : facts.novaName;
    for (QChar &character : name)
        if (character == u'/' || character.category() == QChar::Other_Control)
            character = u'-';
    return name.trimmed();
}

void addDisks(QStringList &lines, const RecoverySources &sources, ImageFormat format)
{
    lines.append({QString(), ReportText::tr("Disks")});
    for (const DiskToRecover &disk : sources.disks) {
        lines.append(QStringLiteral("  ") +
            ReportText::tr("%1: %2, a virtual size of %3; it was %4", "the new file; what it is; size; the old file")
                .arg(plainText(recoveredName(disk, format)), entryTitle(disk.meaning),
                    formatBytes(disk.file.virtualSizeBytes), plainText(disk.path)));
        for (const std::size_t number : disk.bases) {
            const RecoveredBase &base = sources.bases[number];
            lines.append(QStringLiteral("    ") +
                ReportText::tr("it stood on %1, found as %2").arg(plainText(base.recorded), plainText(base.file.path)));
            lines.append(QStringLiteral("    ") +
                (base.proven ? ReportText::tr("proven: %1") : ReportText::tr("NOT PROVEN: %1")).arg(base.evidence));
            if (base.made)
                lines.append(QStringLiteral("    ") +
                    ReportText::tr("made raw of an image of the format %1, as Nova does")
                        .arg(QLatin1StringView(formatTraits(base.file.format).title)));
        }
    }
}

void addDomain(QStringList &lines, const RecoverySources &sources)
{
    lines.append({QString(), ReportText::tr("Domain")});
    const auto add = [&lines](const QString &text) { lines.append(QStringLiteral("  ") + text); };
    if (!sources.domain) {
        add(ReportText::tr("No XML of it was found: memory and processors are guessed, and it has no network card."));
        return;
    }
    add(ReportText::tr("Its facts come from %1.").arg(sources.domainSource));
    if (const QString machine = machineOf(sources.domainXml); !machine.isEmpty())
        add(ReportText::tr("Its machine was %1; it is the present one of that family now.")
                .arg(plainText(machine.toUtf8())));
    add(ReportText::tr("Its network cards keep their addresses and are put into libvirt's network “default”."));
}

} // namespace

NativePath recoveredName(const DiskToRecover &disk, ImageFormat format)
{
    return disk.plain ? disk.target : disk.target + '.' + formatTraits(format).id;
}

RecoveredDomain recoveredDomain(const RecoverySources &sources, ImageFormat format, const NativePath &directory)
{
    RecoveredDomain domain{.name = {},
        .facts = sources.domain.value_or(DomainFacts{}),
        .machine = machineOf(sources.domainXml),
        .nvram = {},
        .disks = {}};
    domain.name = domainName(domain.facts);
    domain.facts.uuid = sources.uuid;
    for (const NativePath &other : sources.others)
        if (meaningOf(EntryMeaning::InstanceDirectory, fileName(other), FileKind::Regular) == EntryMeaning::Nvram)
            domain.nvram = joinPath(directory, fileName(other));
    for (const DiskToRecover &disk : sources.disks) {
        RecoveredDisk made{.file = joinPath(directory, recoveredName(disk, format)),
            .format = disk.plain ? ImageFormat::Raw : format,
            .target = {},
            .bus = {},
            .device = disk.plain ? QStringLiteral("cdrom") : QString()};
        for (const DomainDisk &old : domain.facts.disks)
            if (fileName(old.source) == fileName(disk.path)) {
                made.target = old.target;
                made.bus = old.bus;
                made.device = old.device;
            }
        domain.disks.push_back(made);
    }
    return domain;
}

QByteArray recoveryReport(const RecoverySources &sources, ImageFormat format, const NativePath &directory)
{
    QStringList lines{ReportText::tr("Recovery of %1").arg(plainText(sources.directory)),
        ReportText::tr("Made %1").arg(QDateTime::currentDateTime().toString(Qt::ISODate))};
    if (!sources.uuid.isEmpty())
        lines.append(ReportText::tr("Instance %1").arg(plainText(sources.uuid.toUtf8())));
    if (sources.domain && !sources.domain->novaName.isEmpty())
        lines.append(ReportText::tr("Name %1").arg(plainText(sources.domain->novaName.toUtf8())));
    addDisks(lines, sources, format);
    addDomain(lines, sources);
    if (!sources.left.isEmpty()) {
        lines.append({QString(), ReportText::tr("Left out")});
        for (const QString &text : sources.left)
            lines.append(QStringLiteral("  ") + text);
    }
    lines.append({QString(), ReportText::tr("How to go on")});
    lines.append(QStringLiteral("  virsh define %1").arg(plainText(joinPath(directory, "domain.xml"))));
    lines.append(QStringLiteral("  ") +
        ReportText::tr("The files in “bases” are copies of what the disks stood on. Nothing needs them; once the guest "
                       "has started they can go."));
    return (lines.join(u'\n') + u'\n').toUtf8();
}

} // namespace Fathom
