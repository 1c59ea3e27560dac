// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/luks2header.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <optional>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Luks2Header)
};

// "LUKS2 On-Disk Format Specification", version 1.1.2, section 2.1: binary header, then the JSON area up to hdr_size.
constexpr qint64 luks2BinaryBytes = 4096;
constexpr qint64 luks2SmallestHeader = 16 * 1024;
constexpr qint64 luks2LargestHeader = 4 * 1024 * 1024;
constexpr qsizetype luks2LongestJson = 256 * 1024; // 32 key slots and as many tokens take less
constexpr qsizetype luks2MostSlots = 32; // cryptsetup's limit
constexpr int luks2ChecksumAt = 448;
constexpr int luks2ChecksumBytes = 64;

struct Luks2Hash {
    const char *name;
    QCryptographicHash::Algorithm algorithm;
};
constexpr std::array luks2Hashes{
    Luks2Hash{"sha256", QCryptographicHash::Sha256},
    Luks2Hash{"sha512", QCryptographicHash::Sha512},
    Luks2Hash{"sha1", QCryptographicHash::Sha1},
};

QByteArray luks2Field(ByteView header, qsizetype at, qsizetype width)
{
    const QByteArrayView field = header.slice(at, width);
    const qsizetype end = field.indexOf('\0');
    return field.first(end < 0 ? field.size() : end).toByteArray();
}

bool isHeaderSize(quint64 size)
{
    return size >= luks2SmallestHeader && size <= luks2LargestHeader && (size & (size - 1)) == 0;
}

/// A hash that we do not know cannot be held against the header.
bool checksumIsRight(const QByteArray &header)
{
    const QByteArray name = luks2Field(ByteView(header), 72, 32);
    for (const Luks2Hash &hash : luks2Hashes) {
        if (name != QByteArrayView(hash.name))
            continue;
        QCryptographicHash sum(hash.algorithm);
        sum.addData(QByteArrayView(header).first(luks2ChecksumAt));
        sum.addData(QByteArray(luks2ChecksumBytes, '\0'));
        sum.addData(QByteArrayView(header).sliced(luks2ChecksumAt + luks2ChecksumBytes));
        return QByteArrayView(header).sliced(luks2ChecksumAt).startsWith(sum.resultView());
    }
    return true;
}

struct Luks2Header {
    QByteArray bytes; ///< the binary part
    QJsonObject json;
};

/// One of the two copies. mark tells them apart: "LUKS" the first, "SKUL" the second.
Result<Luks2Header> readCopy(BoundedFile &file, qint64 offset, QByteArrayView mark)
{
    constexpr auto action = [] { return Text::tr("read the LUKS2 header"); };
    const Result<QByteArray> binary = file.read(offset, luks2BinaryBytes, [] { return Text::tr("the LUKS2 header"); });
    if (!binary)
        return std::unexpected(binary.error());
    const ByteView view(*binary);
    if (!view.startsWith(mark) || !view.startsWith(QByteArrayView("\xba\xbe\x00\x02", 4), 4))
        return std::unexpected(file.malformed(action(), Text::tr("there is no LUKS2 header"), offset));
    const quint64 size = view.be64(8);
    if (!isHeaderSize(size))
        return std::unexpected(
            file.malformed(action(), Text::tr("its length of %1 bytes is not allowed").arg(size), offset + 8));
    if (view.be64(256) != static_cast<quint64>(offset))
        return std::unexpected(
            file.malformed(action(), Text::tr("it says that it lies at byte %1").arg(view.be64(256)), offset + 256));
    Result<QByteArray> all = file.read(offset, static_cast<qint64>(size), [] { return Text::tr("the LUKS2 header"); });
    if (!all)
        return std::unexpected(all.error());
    if (!checksumIsRight(*all))
        return std::unexpected(file.malformed(action(), Text::tr("its checksum is wrong"), offset + luks2ChecksumAt));
    QByteArrayView area = QByteArrayView(*all).sliced(luks2BinaryBytes);
    if (const qsizetype end = area.indexOf('\0'); end >= 0)
        area = area.first(end);
    if (area.size() > luks2LongestJson)
        return std::unexpected(
            file.malformed(action(), Text::tr("its JSON is longer than any header needs"), offset + luks2BinaryBytes));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(area.toByteArray(), &problem);
    if (!document.isObject())
        return std::unexpected(file.malformed(action(),
            problem.error == QJsonParseError::NoError ? Text::tr("its JSON is no object")
                                                      : Text::tr("its JSON is broken: %1").arg(problem.errorString()),
            offset + luks2BinaryBytes + problem.offset));
    if (document[u"keyslots"].toObject().size() > luks2MostSlots)
        return std::unexpected(file.malformed(
            action(), Text::tr("it has more than %1 key slots").arg(luks2MostSlots), offset + luks2BinaryBytes));
    return Luks2Header{*binary, document.object()};
}

QString luks2Text(const QJsonValue &value)
{
    return plainText(value.toString().toUtf8());
}

FactValue::List keySlotFacts(const QJsonObject &keyslots)
{
    FactValue::List list;
    for (auto slot = keyslots.begin(); slot != keyslots.end(); ++slot) {
        const QJsonObject object = slot->toObject();
        const QJsonObject kdf = object.value(u"kdf").toObject();
        list.push_back(FactValue::Members{{QStringLiteral("slot"), plainText(slot.key().toUtf8())},
            {QStringLiteral("type"), luks2Text(object.value(u"type"))},
            {QStringLiteral("key-size"), object.value(u"key_size").toInteger()},
            {QStringLiteral("kdf"), luks2Text(kdf.value(u"type"))}});
    }
    return list;
}

} // namespace

Result<ImageInfo> readLuks2(BoundedFile &file, ImageInfo info)
{
    Result<Luks2Header> header = readCopy(file, 0, "LUKS");
    bool fromBackup = false;
    if (!header && header.error().kind == ErrorKind::Malformed) {
        // The first copy's length tells where the second begins, if that much of the first can be believed.
        const Result<ByteView> head = file.head();
        const quint64 size = head ? head->be64(8) : 0;
        if (isHeaderSize(size)) {
            Result<Luks2Header> backup = readCopy(file, static_cast<qint64>(size), "SKUL");
            if (backup) {
                header = std::move(backup);
                fromBackup = true;
            }
        }
    }
    if (!header)
        return std::unexpected(header.error());

    const ByteView bytes(header->bytes);
    info.content = QStringLiteral("luks2");
    info.encrypted = true;
    if (fromBackup)
        info.addFact(QStringLiteral("header"), QStringLiteral("backup"), false);
    info.addFact(QStringLiteral("version"), 2, false);
    if (const QString label = plainText(luks2Field(bytes, 24, 48)); !label.isEmpty())
        info.addFact(QStringLiteral("label"), label, false);
    info.addFact(QStringLiteral("uuid"), plainText(luks2Field(bytes, 168, 40)), false);
    if (const QString subsystem = plainText(luks2Field(bytes, 208, 48)); !subsystem.isEmpty())
        info.addFact(QStringLiteral("subsystem"), subsystem, false);

    const QJsonObject segments = header->json.value(u"segments").toObject();
    const QJsonObject segment = segments.isEmpty() ? QJsonObject() : segments.begin()->toObject();
    if (const QString cipher = luks2Text(segment.value(u"encryption")); !cipher.isEmpty())
        info.addFact(QStringLiteral("cipher"), cipher, false);
    if (const qint64 sectorBytes = segment.value(u"sector_size").toInteger(); sectorBytes > 0)
        info.addFact(QStringLiteral("sector-size"), sectorBytes, false);
    // Numbers of 64 bits are strings there (section 3).
    bool isNumber = false;
    if (const qint64 offset = segment.value(u"offset").toString().toLongLong(&isNumber); isNumber && offset >= 0)
        info.addFact(QStringLiteral("payload-offset"), offset, false);
    info.addFact(QStringLiteral("key-slots"), keySlotFacts(header->json.value(u"keyslots").toObject()), false);
    return info;
}

} // namespace Fathom
