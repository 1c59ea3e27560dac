// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/safetyverdict.h"

#include "base/maskedname.h"
#include "base/nativepath.h"

#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SafetyVerdict)
};

constexpr std::array rules{
    SafetyRule{"backing-file",
        QT_TRANSLATE_NOOP("SafetyRule",
            "An image that stands on another file shows its reader whatever that file holds: it can name any file of "
            "the host, or a server")},
    SafetyRule{"data-file",
        QT_TRANSLATE_NOOP(
            "SafetyRule", "An image that keeps its data in another file shows its reader whatever that file holds")},
    SafetyRule{"unknown-feature",
        QT_TRANSLATE_NOOP("SafetyRule",
            "An incompatible feature that is not known may change the meaning of everything else in the file")},
    SafetyRule{"feature-not-accepted",
        QT_TRANSLATE_NOOP("SafetyRule", "OpenStack refuses images with features that its inspection does not know")},
    SafetyRule{"old-version",
        QT_TRANSLATE_NOOP(
            "SafetyRule", "Version 1 of qcow is no longer maintained, and OpenStack refuses it; convert it to qcow2")},
    SafetyRule{"qed",
        QT_TRANSLATE_NOOP("SafetyRule", "QED is no longer maintained, and OpenStack refuses it; convert it to qcow2")},
    SafetyRule{"not-accepted",
        QT_TRANSLATE_NOOP("SafetyRule",
            "OpenStack knows no disk format of this kind and would hand the file out as it is; convert it to qcow2 or "
            "raw")},
    SafetyRule{"luks-version",
        QT_TRANSLATE_NOOP("SafetyRule",
            "OpenStack and QEMU read LUKS version 1 only; the header of version 2 is more than they can check")},
    SafetyRule{"corrupt",
        QT_TRANSLATE_NOOP("SafetyRule", "QEMU has marked the image as damaged; repair it before anybody uses it")},
    SafetyRule{"truncated",
        QT_TRANSLATE_NOOP("SafetyRule",
            "The file is shorter than its own header says: a copy or an upload may have ended too early")},
    SafetyRule{"overlap",
        QT_TRANSLATE_NOOP("SafetyRule",
            "Where parts of an image lie over each other, what is written to one harms "
            "another, and two programs may read two different disks")},
    SafetyRule{"vmdk-create-type",
        QT_TRANSLATE_NOOP("SafetyRule",
            "VMDK files of other kinds than streamOptimized and monolithicSparse keep their data in further files, "
            "which can be any file of the host")},
    SafetyRule{"vmdk-extent",
        QT_TRANSLATE_NOOP(
            "SafetyRule", "An extent can name any file of the host, whose content then becomes the disk")},
    SafetyRule{"partition-table",
        QT_TRANSLATE_NOOP(
            "SafetyRule", "A partition table that makes no sense was not written by a partitioning tool")},
    SafetyRule{"disguised",
        QT_TRANSLATE_NOOP("SafetyRule",
            "A raw disk whose first bytes look like another format deceives every program "
            "that guesses formats")},
    SafetyRule{"ambiguous",
        QT_TRANSLATE_NOOP("SafetyRule", "Bytes that are two formats at once are checked as one and used as the other")},
    SafetyRule{"luks-iterations",
        QT_TRANSLATE_NOOP(
            "SafetyRule", "A header can ask for so much key stretching that opening it keeps a host busy for hours")},
};

/// Each rule is told once; a probe that saw more than the finished facts show has told it better.
void addViolation(ImageInfo &info, const QString &rule, const QString &reason)
{
    for (const SafetyViolation &known : info.violations)
        if (known.rule == rule)
            return;
    info.violations.push_back({rule, reason});
}

void judgeVmdk(ImageInfo &info)
{
    const FactValue *createType = info.fact(u"create-type");
    const QString type = createType ? createType->toString() : QString();
    if (type != u"streamOptimized" && type != u"monolithicSparse")
        addViolation(info, QStringLiteral("vmdk-create-type"),
            type.isEmpty()
                ? Text::tr("It does not say what kind of VMDK it is; streamOptimized and monolithicSparse are accepted")
                : Text::tr("It is a VMDK of the kind “%1”; streamOptimized and monolithicSparse are accepted")
                      .arg(plainText(type.toUtf8())));
    const FactValue *extents = info.fact(u"extents");
    if (extents && extents->list().size() > 1)
        addViolation(info, QStringLiteral("vmdk-extent"),
            Text::tr("Its data lie in %n files", nullptr, static_cast<int>(extents->list().size())));
}

/// More rounds of key stretching than any sensible benchmark chooses: whoever opens the image would compute for
/// minutes.
constexpr qint64 mostKeyStretching = 12'000'000;

/// A LUKS header has the same facts in a file of its own and inside qcow2.
void judgeKeyStretching(ImageInfo &info)
{
    const FactValue *encryption = info.fact(u"encrypt");
    const auto value = [&](QStringView key) { return encryption ? encryption->member(key) : info.fact(key); };
    const FactValue *masterKey = value(u"master-key-iters");
    qint64 rounds = masterKey ? masterKey->toInteger() : 0;
    if (const FactValue *keySlots = value(u"slots"))
        for (const FactValue &slot : keySlots->list())
            if (const FactValue *iterations = slot.member(u"iters"))
                rounds = qMax(rounds, iterations->toInteger());
    if (rounds > mostKeyStretching)
        addViolation(info, QStringLiteral("luks-iterations"),
            Text::tr("Its LUKS header asks for %1 rounds of key stretching, which keeps busy whoever opens it")
                .arg(rounds));
}

} // namespace

void judgeSafety(ImageInfo &info)
{
    if (!info.backingFile.isEmpty())
        addViolation(info, QStringLiteral("backing-file"),
            Text::tr("It stands on another file: “%1”").arg(maskedName(info.backingFile)));
    if (!info.dataFile.isEmpty())
        addViolation(info, QStringLiteral("data-file"),
            Text::tr("Its data lie in another file: “%1”").arg(maskedName(info.dataFile)));
    if (info.corrupt)
        addViolation(info, QStringLiteral("corrupt"), Text::tr("It is marked as corrupt"));
    if (info.format == ImageFormat::Qcow)
        addViolation(info, QStringLiteral("old-version"), Text::tr("It has version 1 of the qcow format"));
    if (info.format == ImageFormat::Qed)
        addViolation(info, QStringLiteral("qed"), Text::tr("It has the QED format"));
    if (const FormatTraits &traits = formatTraits(info.format); !traits.inGlance)
        addViolation(info, QStringLiteral("not-accepted"),
            Text::tr("It has the format %1, which Glance does not accept").arg(QLatin1StringView(traits.title)));
    // Splitting is for those few that may need it.
    if (info.content.contains(u"luks2") && info.content.split(u'+').contains(u"luks2"))
        addViolation(info, QStringLiteral("luks-version"), Text::tr("It is encrypted with version 2 of LUKS"));
    if (info.encrypted)
        judgeKeyStretching(info);
    if (info.format == ImageFormat::Vmdk)
        judgeVmdk(info);
}

std::vector<SafetyRule> safetyRules()
{
    return {rules.begin(), rules.end()};
}

} // namespace Fathom
