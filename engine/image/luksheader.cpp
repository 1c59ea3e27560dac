// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/luksheader.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LuksHeader)
};

// The layout is figure 1 of "LUKS On-Disk Format Specification", version 1.2.3.
constexpr qint64 luksSectorBytes = 512;
constexpr qint64 luksHeaderBytes = 592;
constexpr int luksSlotsOffset = 208;
constexpr int luksSlotBytes = 48;
constexpr int luksSlotCount = 8;
constexpr quint32 luksSlotActive = 0x00ac71f3;
constexpr quint32 luksSlotInactive = 0x0000dead;
constexpr quint32 luksStripes = 4000;
/// Nothing may lie in the header's own first 4 KiB.
constexpr quint32 luksFirstFreeSector = 8;

/// qemu names a cipher with its key length, which xts halves.
struct LuksCipher {
    const char *luksName;
    quint32 keyBytes;
    const char *qemuName;
};

constexpr std::array luksCiphers{
    LuksCipher{"aes", 16, "aes-128"},
    LuksCipher{"aes", 24, "aes-192"},
    LuksCipher{"aes", 32, "aes-256"},
    LuksCipher{"cast5", 16, "cast5-128"},
    LuksCipher{"serpent", 16, "serpent-128"},
    LuksCipher{"serpent", 24, "serpent-192"},
    LuksCipher{"serpent", 32, "serpent-256"},
    LuksCipher{"sm4", 16, "sm4"},
    LuksCipher{"twofish", 16, "twofish-128"},
    LuksCipher{"twofish", 24, "twofish-192"},
    LuksCipher{"twofish", 32, "twofish-256"},
};
constexpr std::array luksModes{"ecb", "cbc", "xts", "ctr"};
constexpr std::array luksHashes{"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "ripemd160", "sm3"};
constexpr std::array luksIvGenerators{"plain", "plain64", "essiv"};

template<std::size_t N> bool isOneOf(const std::array<const char *, N> &words, QByteArrayView word)
{
    for (const char *known : words)
        if (word == QByteArrayView(known))
            return true;
    return false;
}

/// A field of fixed width that a zero byte must end.
struct LuksText {
    QByteArrayView value;
    bool ended = false;
};

LuksText luksText(ByteView header, int offset, int width)
{
    const QByteArrayView field = header.slice(offset, width);
    const qsizetype end = field.indexOf('\0');
    return {end < 0 ? field : field.first(end), end >= 0};
}

/// One header being read; knows where in the file it stands, for the errors.
class LuksReader {
public:
    LuksReader(const BoundedFile &file, ByteView header, qint64 offset)
        : m_file(file)
        , m_header(header)
        , m_offset(offset)
    {
    }

    Result<FactValue::Members> facts() const;

private:
    std::optional<Error> readCipher(FactValue::Members &facts) const;
    std::optional<Error> readSlots(FactValue::List &keySlots) const;
    quint64 keyMaterialSectors() const;

    Error bad(const QString &reason, qint64 at) const
    {
        return m_file.malformed(Text::tr("read the LUKS header"), reason, m_offset + at);
    }
    Error unsupported(const QString &reason, qint64 at) const
    {
        Error error = bad(reason, at);
        error.kind = ErrorKind::Unsupported;
        return error;
    }

    const BoundedFile &m_file;
    ByteView m_header;
    qint64 m_offset;
};

std::optional<Error> LuksReader::readCipher(FactValue::Members &facts) const
{
    const LuksText name = luksText(m_header, 8, 32);
    const LuksText specification = luksText(m_header, 40, 32);
    const LuksText hash = luksText(m_header, 72, 32);
    if (!name.ended)
        return bad(Text::tr("the cipher's name does not end"), 8);
    if (!specification.ended)
        return bad(Text::tr("the cipher's mode does not end"), 40);
    if (!hash.ended)
        return bad(Text::tr("the hash's name does not end"), 72);

    // "xts-plain64", "cbc-essiv:sha256"
    const qsizetype dash = specification.value.indexOf('-');
    if (dash < 0)
        return bad(Text::tr("the cipher's mode is \"%1\", without a dash").arg(plainText(specification.value)), 40);
    const QByteArrayView mode = specification.value.first(dash);
    const QByteArrayView generator = specification.value.sliced(dash + 1);
    const qsizetype colon = generator.indexOf(':');
    const QByteArrayView generatorName = colon < 0 ? generator : generator.first(colon);
    const QByteArrayView generatorHash = colon < 0 ? QByteArrayView() : generator.sliced(colon + 1);
    if (!isOneOf(luksModes, mode))
        return unsupported(Text::tr("unknown cipher mode \"%1\"").arg(plainText(mode)), 40);
    if (!isOneOf(luksIvGenerators, generatorName))
        return unsupported(Text::tr("unknown generator of start vectors \"%1\"").arg(plainText(generatorName)), 40);
    if ((colon >= 0 || generatorName == "essiv") && !isOneOf(luksHashes, generatorHash))
        return unsupported(Text::tr("unknown hash \"%1\" for start vectors").arg(plainText(generatorHash)), 40);
    if (!isOneOf(luksHashes, hash.value))
        return unsupported(Text::tr("unknown hash \"%1\"").arg(plainText(hash.value)), 72);

    const quint32 keyBytes = m_header.be32(108);
    const LuksCipher *cipher = nullptr;
    for (const LuksCipher &candidate : luksCiphers)
        if (name.value == QByteArrayView(candidate.luksName) &&
            keyBytes / (mode == "xts" ? 2 : 1) == candidate.keyBytes)
            cipher = &candidate;
    if (!cipher)
        return unsupported(
            Text::tr("unknown cipher \"%1\" with a key of %n byte(s)", nullptr, static_cast<int>(keyBytes))
                .arg(plainText(name.value)),
            8);

    facts.push_back({QStringLiteral("cipher-alg"), QLatin1StringView(cipher->qemuName)});
    facts.push_back({QStringLiteral("cipher-mode"), plainText(mode)});
    facts.push_back({QStringLiteral("ivgen-alg"), plainText(generatorName)});
    if (generatorName == "essiv")
        facts.push_back({QStringLiteral("ivgen-hash-alg"), plainText(generatorHash)});
    facts.push_back({QStringLiteral("hash-alg"), plainText(hash.value)});
    return {};
}

/// What a slot occupies: cryptsetup rounds to 4 KiB, and qemu follows it rather than the specification.
quint64 LuksReader::keyMaterialSectors() const
{
    const quint64 bytes = quint64(m_header.be32(108)) * luksStripes;
    const quint64 sectors = (bytes + luksSectorBytes - 1) / luksSectorBytes;
    return (sectors + luksFirstFreeSector - 1) / luksFirstFreeSector * luksFirstFreeSector;
}

std::optional<Error> LuksReader::readSlots(FactValue::List &keySlots) const
{
    const quint64 payload = m_header.be32(104);
    const quint64 length = keyMaterialSectors();
    std::array<quint64, luksSlotCount> starts{};
    for (int i = 0; i < luksSlotCount; ++i) {
        const int at = luksSlotsOffset + i * luksSlotBytes;
        const quint32 state = m_header.be32(at);
        const quint32 iterations = m_header.be32(at + 4);
        const quint64 start = m_header.be32(at + 40);
        const quint32 stripes = m_header.be32(at + 44);
        if (stripes != luksStripes)
            return bad(
                Text::tr("key slot %1 has %2 stripes instead of %3").arg(i).arg(stripes).arg(luksStripes), at + 44);
        if (start < luksFirstFreeSector)
            return bad(Text::tr("key slot %1 lies in the header itself").arg(i), at + 40);
        if (state != luksSlotActive && state != luksSlotInactive)
            return bad(Text::tr("key slot %1 is neither in use nor free").arg(i), at);
        if (state == luksSlotActive && iterations == 0)
            return bad(Text::tr("key slot %1 has no iterations").arg(i), at + 4);
        if (start + length > payload)
            return bad(Text::tr("key slot %1 reaches into the encrypted data").arg(i), at + 40);
        for (int j = 0; j < i; ++j)
            if (start < starts[static_cast<std::size_t>(j)] + length &&
                starts[static_cast<std::size_t>(j)] < start + length)
                return bad(Text::tr("key slots %1 and %2 overlap").arg(j).arg(i), at + 40);
        starts[static_cast<std::size_t>(i)] = start;

        FactValue::Members slot{{QStringLiteral("active"), state == luksSlotActive},
            {QStringLiteral("key-offset"), static_cast<qint64>(start) * luksSectorBytes}};
        if (state == luksSlotActive) {
            slot.push_back({QStringLiteral("iters"), static_cast<qint64>(iterations)});
            slot.push_back({QStringLiteral("stripes"), static_cast<qint64>(stripes)});
        }
        keySlots.push_back(std::move(slot));
    }
    return {};
}

Result<FactValue::Members> LuksReader::facts() const
{
    if (!m_header.startsWith(QByteArrayView("LUKS\xba\xbe", 6)))
        return std::unexpected(bad(Text::tr("it does not begin with LUKS's mark"), 0));
    if (m_header.be16(6) != 1)
        return std::unexpected(unsupported(Text::tr("version %1 is none that qemu reads").arg(m_header.be16(6)), 6));

    FactValue::Members facts;
    if (const std::optional<Error> error = readCipher(facts))
        return std::unexpected(*error);
    const qint64 payload = m_header.be32(104);
    if (payload < luksFirstFreeSector)
        return std::unexpected(bad(Text::tr("the encrypted data begin inside the header"), 104));
    const qint64 iterations = m_header.be32(164);
    if (iterations == 0)
        return std::unexpected(bad(Text::tr("the master key has no iterations"), 164));
    FactValue::List keySlots;
    if (const std::optional<Error> error = readSlots(keySlots))
        return std::unexpected(*error);

    facts.push_back({QStringLiteral("payload-offset"), payload * luksSectorBytes});
    facts.push_back({QStringLiteral("master-key-iters"), iterations});
    facts.push_back({QStringLiteral("uuid"), plainText(luksText(m_header, 168, 40).value)});
    facts.push_back({QStringLiteral("detached-header"), false});
    facts.push_back({QStringLiteral("slots"), std::move(keySlots)});
    return facts;
}

} // namespace

Result<FactValue::Members> luksFacts(BoundedFile &file, qint64 headerOffset, qint64 headerLength)
{
    if (headerLength < luksHeaderBytes)
        return std::unexpected(
            file.malformed(Text::tr("read the LUKS header"), Text::tr("there is no room for it"), headerOffset));
    const Result<QByteArray> header =
        file.read(headerOffset, luksHeaderBytes, [] { return Text::tr("the LUKS header"); });
    if (!header)
        return std::unexpected(header.error());
    return LuksReader(file, ByteView(*header), headerOffset).facts();
}

} // namespace Fathom
