// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vmdkdescriptor.h"

#include "base/maskedname.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VmdkDescriptor)
};

constexpr qsizetype longestCreateType = 127; // what VMware's and qemu's readers have room for
constexpr qsizetype longestParentName = 1023;
constexpr qsizetype mostExtents = 4096; // 8 TiB in pieces of 2 GiB
constexpr qsizetype mostSettings = 4096; // usual are a dozen
// qemu rewrites the CID in place and may leave the last digits of a longer one after the end.
constexpr qsizetype mostLeftover = 16;
constexpr qint64 mostSectors = std::numeric_limits<qint64>::max() / 512;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

QByteArrayView trimmedLine(QByteArrayView line)
{
    while (!line.isEmpty() && isBlank(line.front()))
        line = line.sliced(1);
    while (!line.isEmpty() && isBlank(line.back()))
        line.chop(1);
    return line;
}

/// Takes the first word off the line.
QByteArrayView takeWord(QByteArrayView &line)
{
    line = trimmedLine(line);
    qsizetype end = 0;
    while (end < line.size() && !isBlank(line[end]) && line[end] != '"')
        ++end;
    const QByteArrayView word = line.first(end);
    line = trimmedLine(line.sliced(end));
    return word;
}

bool isAccess(QByteArrayView word)
{
    return word == "RW" || word == "RDONLY" || word == "NOACCESS";
}

std::optional<qint64> sectorCount(QByteArrayView word)
{
    bool ok = false;
    const qlonglong value = word.toLongLong(&ok);
    return ok && value >= 0 && value <= mostSectors ? std::optional<qint64>(value) : std::nullopt;
}

QByteArrayView unquoted(QByteArrayView value)
{
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        return value.sliced(1, value.size() - 2);
    return value;
}

std::optional<quint32> contentIdOf(QByteArrayView value)
{
    bool ok = false;
    const quint32 id = unquoted(value).toUInt(&ok, 16);
    return ok ? std::optional<quint32>(id) : std::nullopt;
}

/// ACCESS SECTORS TYPE ["FILE" [OFFSET [more]]]; nothing when the line is not of this form.
std::optional<VmdkExtent> parseExtent(QByteArrayView line)
{
    VmdkExtent extent;
    extent.access = takeWord(line).toByteArray();
    const std::optional<qint64> sectors = sectorCount(takeWord(line));
    extent.type = takeWord(line).toByteArray();
    if (!sectors || extent.type.isEmpty())
        return {};
    extent.sectors = *sectors;
    if (line.isEmpty())
        return extent.type == "ZERO" ? std::optional(extent) : std::nullopt;
    // A name may hold anything, quotes too; the last quote of the line ends it.
    const qsizetype end = line.lastIndexOf('"');
    if (line.front() != '"' || end < 1)
        return {};
    extent.file = line.sliced(1, end - 1).toByteArray();
    line = line.sliced(end + 1);
    if (const QByteArrayView word = takeWord(line); !word.isEmpty()) {
        extent.offsetSectors = sectorCount(word);
        if (!extent.offsetSectors)
            return {};
    }
    return extent;
}

/// Readers that search the text, as qemu does, find a key anywhere: in comments, in values, in longer words.
qsizetype occurrences(const QByteArray &lowered, QByteArrayView key)
{
    return lowered.count(key);
}

/// The quoted text after the first "parentFileNameHint", wherever it stands.
QByteArray searchedParent(QByteArrayView text, const QByteArray &lowered)
{
    const qsizetype at = lowered.indexOf("parentfilenamehint");
    const qsizetype begin = at < 0 ? -1 : text.indexOf('"', at);
    const qsizetype end = begin < 0 ? -1 : text.indexOf('"', begin + 1);
    return end < 0 ? QByteArray() : text.sliced(begin + 1, end - begin - 1).toByteArray();
}

} // namespace

std::optional<QByteArrayView> VmdkDescriptor::setting(QByteArrayView key) const
{
    for (const auto &[name, value] : settings)
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

qint64 VmdkDescriptor::sectors() const
{
    qint64 sum = 0;
    for (const VmdkExtent &extent : extents)
        sum += extent.sectors;
    return sum;
}

bool looksLikeVmdkDescriptor(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = text.indexOf('\n', at);
        if (end < 0)
            end = text.size();
        const QByteArrayView line = trimmedLine(text.sliced(at, end - at));
        if (line.startsWith('#')) {
            if (line.sliced(1).trimmed().toByteArray().toLower().startsWith("disk descriptorfile"))
                return true;
        } else if (!line.isEmpty()) {
            return line == "version=1" || line == "version=2" || line == "version=3";
        }
        at = end + 1;
    }
    return false;
}

Result<VmdkDescriptor> parseVmdkDescriptor(QByteArrayView text, const BoundedFile &file, qint64 position)
{
    const auto broken = [&](const QString &reason, qsizetype at) {
        return std::unexpected(file.malformed(Text::tr("read the VMDK descriptor"), reason, position + at));
    };
    const qsizetype zero = text.indexOf('\0');
    if (zero >= 0) {
        const QByteArrayView rest = text.sliced(zero);
        // Each byte equals the one before, back to the zero: usually so, and found ten times faster than by counting.
        const bool empty = std::memcmp(rest.data(), rest.data() + 1, static_cast<std::size_t>(rest.size() - 1)) == 0;
        if (!empty && rest.size() - std::count(rest.begin(), rest.end(), '\0') > mostLeftover)
            return broken(Text::tr("more text is hidden behind its end, a zero byte"), zero);
        text = text.first(zero);
    }

    VmdkDescriptor descriptor;
    descriptor.text = text.toByteArray();
    text = descriptor.text;
    const QByteArray lowered = descriptor.text.toLower();
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = text.indexOf('\n', at);
        if (end < 0)
            end = text.size();
        const qsizetype begin = at;
        const QByteArrayView line = trimmedLine(text.sliced(at, end - at));
        at = end + 1;
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        QByteArrayView rest = line;
        if (isAccess(takeWord(rest))) {
            const std::optional<VmdkExtent> extent = parseExtent(line);
            if (!extent)
                return broken(Text::tr("the line is no sound extent: %1").arg(maskedName(line.left(200))), begin);
            descriptor.extents.push_back(*extent);
            if (std::ssize(descriptor.extents) > mostExtents || descriptor.sectors() > mostSectors)
                return broken(Text::tr("its extents are more than any disk has"), begin);
            continue;
        }
        const qsizetype equals = line.indexOf('=');
        if (equals < 1) {
            if (descriptor.foreignLine.isEmpty())
                descriptor.foreignLine = line.left(200).toByteArray();
            continue;
        }
        const QByteArrayView key = trimmedLine(line.first(equals));
        const QByteArrayView value = trimmedLine(line.sliced(equals + 1));
        const auto is = [&](QByteArrayView name) { return key.compare(name, Qt::CaseInsensitive) == 0; };
        if (is("cid") && !descriptor.contentId) {
            descriptor.contentId = contentIdOf(value);
            if (!descriptor.contentId)
                return broken(Text::tr("the CID is no hexadecimal number"), begin);
        } else if (is("parentcid") && !descriptor.parentContentId) {
            descriptor.parentContentId = contentIdOf(value);
            if (!descriptor.parentContentId)
                return broken(Text::tr("the parent CID is no hexadecimal number"), begin);
        } else if (is("createtype") && descriptor.createType.isEmpty()) {
            if (value.size() > longestCreateType)
                return broken(Text::tr("the create type is too long"), begin);
            descriptor.createType = unquoted(value).toByteArray();
        } else if (is("parentfilenamehint") && descriptor.parentFileName.isEmpty()) {
            if (value.size() > longestParentName)
                return broken(Text::tr("the parent's name is too long"), begin);
            descriptor.parentFileName = unquoted(value).toByteArray();
        }
        descriptor.settings.emplace_back(key, unquoted(value));
        if (std::ssize(descriptor.settings) > mostSettings)
            return broken(Text::tr("its settings are more than any disk has"), begin);
    }
    if (descriptor.parentFileName.isEmpty())
        descriptor.parentFileName = searchedParent(text, lowered).left(longestParentName);
    descriptor.ambiguousCreateType = occurrences(lowered, "createtype") > 1;
    descriptor.ambiguousParent = occurrences(lowered, "parentfilenamehint") > 1;
    return descriptor;
}

} // namespace Fathom
