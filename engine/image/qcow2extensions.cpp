// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qcow2extensions.h"

#include "base/bytes.h"
#include "image/embeddedname.h"
#include "image/filewindow.h"

#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Qcow2Extensions)
};

// Section "Header extensions" of qemu's docs/interop/qcow2.rst.
enum ExtensionType : quint32 {
    EndOfExtensions = 0x00000000,
    BackingFormat = 0xe2792aca,
    FeatureNames = 0x6803f857,
    Bitmaps = 0x23852875,
    CryptoHeader = 0x0537be77,
    DataFileName = 0x44415441,
};

constexpr qint64 extensionHeaderBytes = 8;
constexpr qint64 extensionAlignment = 8;
constexpr qint64 longestBackingFormat = 15; // qemu's buffer
constexpr qint64 featureNameBytes = 48;
constexpr qint64 bitmapExtensionBytes = 24;
constexpr qint64 cryptoExtensionBytes = 16;
constexpr quint32 mostBitmaps = 65535;
constexpr quint64 largestBitmapDirectory = 65535 * 1024;
constexpr quint64 largestExtensionOffset = static_cast<quint64>(std::numeric_limits<qint64>::max());

class ExtensionReader {
public:
    ExtensionReader(BoundedFile &file, const Qcow2Header &header)
        : m_file(file)
        , m_header(header)
        , m_window(file, [] { return Text::tr("the header extensions"); })
    {
    }

    Result<Qcow2Extensions> run();

private:
    std::unexpected<Error> broken(const QString &reason, qint64 offset) const
    {
        return std::unexpected(m_file.malformed(Text::tr("read the qcow2 header extensions"), reason, offset));
    }
    Result<void> take(quint32 type, qint64 offset, qint64 length);
    Result<void> takeBackingFormat(ByteView view, qint64 offset);
    Result<void> takeBitmaps(ByteView view, qint64 offset);
    Result<void> takeCrypto(ByteView view, qint64 offset);
    Result<void> takeDataFile(ByteView view, qint64 offset);

    BoundedFile &m_file;
    const Qcow2Header &m_header;
    FileWindow m_window;
    Qcow2Extensions m_found;
};

Result<Qcow2Extensions> ExtensionReader::run()
{
    // They fill what is left of the first cluster, or of what lies before the backing file name.
    const qint64 end =
        m_header.backingNameOffset != 0 ? static_cast<qint64>(m_header.backingNameOffset) : m_header.clusterBytes();
    qint64 offset = m_header.headerLength;
    // A file may end inside its first cluster; what is not there reads as zeros, which end the list.
    while (offset < end && offset <= m_file.lengthBytes() - extensionHeaderBytes) {
        const Result<ByteView> header = m_window.at(offset, extensionHeaderBytes);
        if (!header)
            return std::unexpected(header.error());
        const quint32 type = header->be32(0);
        const qint64 length = header->be32(4);
        if (extensionHeaderBytes > end - offset || length > end - offset - extensionHeaderBytes)
            return broken(Text::tr("an extension of %1 reaches out of the first cluster or into the backing file name")
                              .arg(exactBytes(length)),
                offset + 4);
        if (type == EndOfExtensions)
            break;
        offset += extensionHeaderBytes;
        if (const Result<void> taken = take(type, offset, length); !taken)
            return std::unexpected(taken.error());
        offset += (length + extensionAlignment - 1) / extensionAlignment * extensionAlignment;
    }
    return m_found;
}

Result<void> ExtensionReader::take(quint32 type, qint64 offset, qint64 length)
{
    switch (type) {
    case BackingFormat:
    case FeatureNames:
    case Bitmaps:
    case CryptoHeader:
    case DataFileName: break;
    default: return {};
    }
    const Result<ByteView> view = m_window.at(offset, length);
    if (!view)
        return std::unexpected(view.error());
    switch (type) {
    case BackingFormat: return takeBackingFormat(*view, offset);
    case FeatureNames: m_found.featureNames += view->bytes(); return {};
    case Bitmaps: return takeBitmaps(*view, offset);
    case CryptoHeader: return takeCrypto(*view, offset);
    default: return takeDataFile(*view, offset);
    }
}

Result<void> ExtensionReader::takeBackingFormat(ByteView view, qint64 offset)
{
    if (view.size() > longestBackingFormat)
        return broken(Text::tr("the backing format's name is %1 bytes long, and %2 are allowed")
                          .arg(view.size())
                          .arg(longestBackingFormat),
            offset - 4);
    const Result<QByteArray> name = soundName(
        m_file, view.bytes().toByteArray(), [] { return Text::tr("read the qcow2 header extensions"); }, offset);
    if (!name)
        return std::unexpected(name.error());
    m_found.backingFormat = *name;
    return {};
}

Result<void> ExtensionReader::takeBitmaps(ByteView view, qint64 offset)
{
    if (view.size() != bitmapExtensionBytes)
        return broken(
            Text::tr("the bitmaps extension is %1 bytes long instead of %2").arg(view.size()).arg(bitmapExtensionBytes),
            offset - 4);
    if (!(m_header.autoclear & Qcow2Bitmaps)) {
        m_found.staleBitmaps = true;
        return {};
    }
    const quint32 count = view.be32(0);
    const quint64 size = view.be64(8);
    const quint64 start = view.be64(16);
    if (count == 0 || count > mostBitmaps)
        return broken(Text::tr("it claims %1 bitmaps; 1 to %2 are allowed").arg(count).arg(mostBitmaps), offset);
    if (view.be32(4) != 0)
        return broken(Text::tr("a reserved field of the bitmaps extension is not zero"), offset + 4);
    if (size == 0 || size > largestBitmapDirectory)
        return broken(
            Text::tr("the bitmap directory claims %1 bytes; 1 to %2 are allowed").arg(size).arg(largestBitmapDirectory),
            offset + 8);
    if (start > largestExtensionOffset - size || static_cast<qint64>(start) % m_header.clusterBytes() != 0)
        return broken(Text::tr("the bitmap directory does not start at a cluster"), offset + 16);
    m_found.bitmaps = Qcow2BitmapDirectory{
        .bitmapCount = count, .sizeBytes = static_cast<qint64>(size), .offset = static_cast<qint64>(start)};
    return {};
}

Result<void> ExtensionReader::takeCrypto(ByteView view, qint64 offset)
{
    if (m_header.cryptMethod != Qcow2Luks)
        return broken(Text::tr("there is a LUKS header, but the image is not encrypted with LUKS"), offset - 8);
    if (view.size() != cryptoExtensionBytes)
        return broken(Text::tr("the encryption extension is %1 bytes long instead of %2")
                          .arg(view.size())
                          .arg(cryptoExtensionBytes),
            offset - 4);
    const quint64 start = view.be64(0);
    const quint64 length = view.be64(8);
    if (length > largestExtensionOffset || start > largestExtensionOffset - length ||
        static_cast<qint64>(start) % m_header.clusterBytes() != 0)
        return broken(
            Text::tr("the LUKS header does not start at a cluster, or reaches past the largest offset"), offset);
    m_found.crypto =
        Qcow2CryptoHeader{.offset = static_cast<qint64>(start), .lengthBytes = static_cast<qint64>(length)};
    return {};
}

Result<void> ExtensionReader::takeDataFile(ByteView view, qint64 offset)
{
    const Result<QByteArray> name = soundName(
        m_file, view.bytes().toByteArray(), [] { return Text::tr("read the qcow2 header extensions"); }, offset);
    if (!name)
        return std::unexpected(name.error());
    m_found.dataFile = *name;
    m_found.dataFileOffset = offset;
    return {};
}

} // namespace

Result<Qcow2Extensions> readQcow2Extensions(BoundedFile &file, const Qcow2Header &header)
{
    return ExtensionReader(file, header).run();
}

QByteArray qcow2FeatureName(const Qcow2Extensions &extensions, quint8 type, quint8 bit)
{
    const ByteView table(extensions.featureNames);
    for (qint64 at = 0; table.has(at, featureNameBytes); at += featureNameBytes) {
        const QByteArrayView field = table.slice(at + 2, featureNameBytes - 2);
        const qsizetype zero = field.indexOf('\0');
        if (zero == 0)
            break;
        if (table.u8(at) == type && table.u8(at + 1) == bit)
            return field.first(zero < 0 ? field.size() : zero).toByteArray();
    }
    return {};
}

} // namespace Fathom
