// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vhdparent.h"

#include "image/guidtext.h"

#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VhdParent)
};

// "Virtual Hard Disk Image Format Specification" 1.0, "Dynamic Disk Header Format"; all big-endian.
constexpr qint64 parentUuidAt = 40;
constexpr qint64 parentNameAt = 64;
constexpr qint64 parentNameBytes = 512;
constexpr qint64 locatorsAt = 576;
constexpr qint64 locatorCount = 8;
constexpr qint64 locatorBytes = 24;
constexpr qint64 longestLocator = 64 * 1024;

/// How the platforms spell the name, the most useful first: relative to the overlay, absolute, a Mac's file URL.
struct LocatorPlatform {
    const char *code;
    QByteArray (*text)(QByteArrayView);
};

QByteArray untilZero(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    return (end < 0 ? bytes : bytes.first(end)).toByteArray();
}

constexpr std::array platforms{
    LocatorPlatform{"W2ru", utf8FromUtf16Little},
    LocatorPlatform{"W2ku", utf8FromUtf16Little},
    LocatorPlatform{"Wi2r", untilZero},
    LocatorPlatform{"Wi2k", untilZero},
    LocatorPlatform{"MacX", untilZero},
};

} // namespace

Result<ImageInfo> readVhdParent(BoundedFile &file, ImageInfo info, const ByteView &header, qint64 position)
{
    std::array<QByteArray, platforms.size()> names;
    FactValue::List locators;
    for (qint64 i = 0; i < locatorCount; ++i) {
        const qint64 at = locatorsAt + i * locatorBytes;
        const QByteArrayView code = header.slice(at, 4);
        const quint32 length = header.be32(at + 8);
        const quint64 offset = header.be64(at + 16);
        if (header.be32(at) == 0)
            continue;
        const auto broken = [&](const QString &reason, qint64 field) {
            return std::unexpected(
                file.malformed(Text::tr("read a parent locator of the VHD"), reason, position + at + field));
        };
        if (length > longestLocator)
            return broken(Text::tr("a name of %1 bytes is too long").arg(length), 8);
        if (offset > quint64(file.lengthBytes()) || length > file.lengthBytes() - static_cast<qint64>(offset))
            return broken(Text::tr("it lies outside the file"), 16);
        const Result<QByteArray> bytes =
            file.read(static_cast<qint64>(offset), length, [] { return Text::tr("a parent locator of the VHD"); });
        if (!bytes)
            return std::unexpected(bytes.error());
        QByteArray name;
        for (std::size_t j = 0; j < platforms.size(); ++j)
            if (code == QByteArrayView(platforms[j].code)) {
                name = platforms[j].text(*bytes);
                if (names[j].isEmpty())
                    names[j] = name;
            }
        locators.push_back(FactValue::Members{
            {QStringLiteral("platform"), plainText(code)}, {QStringLiteral("name"), plainText(name)}});
    }
    const QByteArray unicodeName = utf8FromUtf16Big(header.slice(parentNameAt, parentNameBytes));
    info.addFact(QStringLiteral("parent-uuid"), uuidText(header, parentUuidAt), false);
    info.addFact(QStringLiteral("parent-name"), plainText(unicodeName), false);
    info.addFact(QStringLiteral("parent-locators"), std::move(locators), false);
    for (const QByteArray &name : names)
        if (info.backingFile.isEmpty())
            info.backingFile = name;
    if (info.backingFile.isEmpty())
        info.backingFile = unicodeName;
    if (info.backingFile.isEmpty())
        info.violations.push_back({QStringLiteral("backing-file"),
            Text::tr("It holds only the differences to another image, which it names by a UUID alone")});
    else
        info.backingFormat = QStringLiteral("vpc");
    return info;
}

} // namespace Fathom
