// SPDX-License-Identifier: GPL-3.0-or-later
#include "libvirt/domainxml.h"

#include "base/bytes.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QXmlStreamReader>

#include <limits>

namespace Fathom {

namespace {

using namespace Qt::StringLiterals;

/// A domain is about ten elements deep; backing stores of long chains nest two levels for each layer.
constexpr qsizetype domainDepthLimit = 512;

struct DomainXmlText {
    Q_DECLARE_TR_FUNCTIONS(DomainXml)
};

QString plainValue(QStringView text)
{
    return plainText(text.trimmed().toUtf8());
}

std::optional<qint64> count(QStringView text)
{
    bool ok = false;
    const qint64 number = text.trimmed().toLongLong(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<int> smallCount(QStringView text)
{
    const std::optional<qint64> number = count(text);
    return number && *number <= std::numeric_limits<int>::max() ? std::optional(static_cast<int>(*number))
                                                                : std::nullopt;
}

/// https://libvirt.org/formatdomain.html#memory-allocation: KiB where no unit is told; "k" and "KiB" count by 1024,
/// "KB" by 1000; case is ignored, as libvirt does.
std::optional<qint64> memorySize(QStringView text, QStringView unit)
{
    const std::optional<qint64> number = count(text);
    if (!number)
        return {};
    QString word = unit.trimmed().toString().toLower();
    if (word.isEmpty())
        word = QStringLiteral("kib");
    qint64 factor = 1;
    if (word != "b"_L1 && word != "byte"_L1 && word != "bytes"_L1) {
        const qsizetype power = QStringLiteral("kmgtpe").indexOf(word.front());
        const QStringView rest = QStringView(word).sliced(1);
        if (power < 0 || !(rest.isEmpty() || rest == "ib"_L1 || rest == "b"_L1))
            return {};
        for (qsizetype i = 0; i <= power; ++i)
            factor *= rest == "b"_L1 ? 1000 : 1024;
    }
    if (*number > std::numeric_limits<qint64>::max() / factor)
        return {};
    return *number * factor;
}

bool isNovaNamespace(QStringView uri)
{
    return uri == "http://openstack.org/xmlns/libvirt/nova/1.1"_L1 ||
        uri == "http://openstack.org/xmlns/libvirt/nova/1.0"_L1;
}

/// A disk's source, whichever attributes its type gives it.
NativePath diskSource(const QXmlStreamAttributes &attributes)
{
    for (const QLatin1StringView name : {"file"_L1, "dev"_L1, "dir"_L1})
        if (attributes.hasAttribute(name))
            return attributes.value(name).toUtf8();
    if (attributes.hasAttribute("protocol"_L1))
        return attributes.value("protocol"_L1).toUtf8() + ':' + attributes.value("name"_L1).toUtf8();
    if (attributes.hasAttribute("pool"_L1))
        return attributes.value("pool"_L1).toUtf8() + '/' + attributes.value("volume"_L1).toUtf8();
    return {};
}

constexpr qsizetype pieceBytes = 16 * 1024;
constexpr int mostPiecesOfToken = 5;
constexpr qsizetype mostDisks = 4096; // PCI and SCSI have room for fewer

/// Collects the facts while the elements go by. An element is known by the names from the root down to it, so that a
/// <source> of a backing store is never taken for the disk's own. Names in Nova's namespaces begin with "nova:",
/// names in other ones with "other:".
class DomainCollector {
public:
    void begin(const QString &path, const QXmlStreamAttributes &attributes);
    void end(const QString &path, const QString &text);
    void fallBackToSysinfo();
    bool crowded() const { return std::ssize(facts.disks) > mostDisks; }

    DomainFacts facts;

private:
    void beginInDisk(QStringView element, const QXmlStreamAttributes &attributes);
    void beginInNova(QStringView element, const QXmlStreamAttributes &attributes);
    void endInNova(QStringView element, const QString &text);

    QString m_memoryUnit;
    QString m_entryName;
    QString m_sysinfoProduct;
    QString m_sysinfoVersion;
    QString m_graphicsType;
    QString m_graphicsListen;
};

constexpr auto diskPath = "domain/devices/disk"_L1;
constexpr auto graphicsPath = "domain/devices/graphics"_L1;
constexpr auto novaPath = "domain/metadata/nova:instance/"_L1;

void DomainCollector::begin(const QString &path, const QXmlStreamAttributes &attributes)
{
    if (path == diskPath) {
        const QString device = plainValue(attributes.value("device"_L1));
        facts.disks.push_back({.device = device.isEmpty() ? QStringLiteral("disk") : device,
            .type = plainValue(attributes.value("type"_L1))});
    } else if (path.startsWith(diskPath) && path[diskPath.size()] == u'/') {
        beginInDisk(QStringView(path).sliced(diskPath.size() + 1), attributes);
    } else if (path.startsWith(novaPath)) {
        beginInNova(QStringView(path).sliced(novaPath.size()), attributes);
    } else if (path == "domain/memory"_L1) {
        m_memoryUnit = attributes.value("unit"_L1).toString();
    } else if (path == "domain/devices/interface/mac"_L1) {
        facts.macAddresses.append(plainValue(attributes.value("address"_L1)));
    } else if (path == graphicsPath) {
        m_graphicsType = plainValue(attributes.value("type"_L1));
        m_graphicsListen = plainValue(attributes.value("listen"_L1));
    } else if (path == "domain/devices/graphics/listen"_L1) {
        if (m_graphicsListen.isEmpty())
            m_graphicsListen = plainValue(attributes.value("address"_L1));
    } else if (path == "domain/sysinfo/system/entry"_L1) {
        m_entryName = attributes.value("name"_L1).toString();
    }
}

void DomainCollector::beginInDisk(QStringView element, const QXmlStreamAttributes &attributes)
{
    DomainDisk &disk = facts.disks.back();
    if (element == "driver"_L1) {
        disk.driverFormat = plainValue(attributes.value("type"_L1));
    } else if (element == "source"_L1) {
        disk.source = diskSource(attributes);
    } else if (element == "target"_L1) {
        disk.target = plainValue(attributes.value("dev"_L1));
        disk.bus = plainValue(attributes.value("bus"_L1));
    }
}

void DomainCollector::beginInNova(QStringView element, const QXmlStreamAttributes &attributes)
{
    if (element == "nova:package"_L1)
        facts.novaVersion = plainValue(attributes.value("version"_L1));
    else if (element == "nova:flavor"_L1)
        facts.flavor = NovaFlavor{.name = plainValue(attributes.value("name"_L1))};
    else if (element == "nova:owner/nova:user"_L1)
        facts.userId = plainValue(attributes.value("uuid"_L1));
    else if (element == "nova:owner/nova:project"_L1)
        facts.projectId = plainValue(attributes.value("uuid"_L1));
    else if (element == "nova:root"_L1 && attributes.value("type"_L1) == "image"_L1)
        facts.imageUuid = plainValue(attributes.value("uuid"_L1));
}

void DomainCollector::end(const QString &path, const QString &text)
{
    if (path.startsWith(novaPath)) {
        endInNova(QStringView(path).sliced(novaPath.size()), text);
    } else if (path == "domain/uuid"_L1) {
        facts.uuid = plainValue(text);
    } else if (path == "domain/name"_L1) {
        facts.name = plainValue(text);
    } else if (path == "domain/memory"_L1) {
        facts.memoryBytes = memorySize(text, m_memoryUnit);
    } else if (path == "domain/vcpu"_L1) {
        facts.vcpus = smallCount(text);
    } else if (path == graphicsPath) {
        facts.graphics.append(
            m_graphicsListen.isEmpty() ? m_graphicsType : QString(m_graphicsType + u' ' + m_graphicsListen));
    } else if (path == "domain/sysinfo/system/entry"_L1) {
        if (m_entryName == "product"_L1)
            m_sysinfoProduct = plainValue(text);
        else if (m_entryName == "version"_L1)
            m_sysinfoVersion = plainValue(text);
    }
}

void DomainCollector::endInNova(QStringView element, const QString &text)
{
    if (element == "nova:name"_L1)
        facts.novaName = plainValue(text);
    else if (element == "nova:creationTime"_L1)
        facts.createdAt = plainValue(text);
    else if (element == "nova:owner/nova:user"_L1)
        facts.userName = plainValue(text);
    else if (element == "nova:owner/nova:project"_L1)
        facts.projectName = plainValue(text);
    if (!facts.flavor)
        return;
    if (element == "nova:flavor/nova:memory"_L1)
        facts.flavor->memoryMiB = count(text);
    else if (element == "nova:flavor/nova:disk"_L1)
        facts.flavor->diskGiB = count(text);
    else if (element == "nova:flavor/nova:swap"_L1)
        facts.flavor->swapMiB = count(text);
    else if (element == "nova:flavor/nova:ephemeral"_L1)
        facts.flavor->ephemeralGiB = count(text);
    else if (element == "nova:flavor/nova:vcpus"_L1)
        facts.flavor->vcpus = smallCount(text);
}

/// Before Nova wrote metadata, the SMBIOS strings alone told its version. Other programs' domains have such strings
/// too; distributions change the product's second word ("OpenStack Compute"), not its first.
void DomainCollector::fallBackToSysinfo()
{
    if (facts.novaVersion.isEmpty() && m_sysinfoProduct.contains("OpenStack"_L1))
        facts.novaVersion = m_sysinfoVersion;
}

QString elementName(const QXmlStreamReader &reader)
{
    const QString name = reader.name().toString();
    if (reader.namespaceUri().isEmpty())
        return name;
    return isNovaNamespace(reader.namespaceUri()) ? QString(u"nova:" + name) : QString(u"other:" + name);
}

/// The reader counts characters; people look at bytes.
qint64 byteOffset(const QByteArray &xml, qint64 characters)
{
    QStringDecoder decoder(QStringConverter::encodingForData(xml, u'<').value_or(QStringConverter::Utf8),
        QStringConverter::Flag::WriteBom);
    const QString text = decoder.decode(xml);
    return qMin<qint64>(xml.size(), text.first(qBound<qint64>(0, characters, text.size())).toUtf8().size());
}

} // namespace

Result<DomainFacts> readDomainXml(const QByteArray &xml, const QString &subject)
{
    const QString action = DomainXmlText::tr("read the domain's XML");
    if (xml.size() > domainXmlLimitBytes)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = action,
            .subject = subject,
            .reason =
                DomainXmlText::tr("it is larger than %1, which no domain needs").arg(formatBytes(domainXmlLimitBytes)),
            .hint = {}});

    // Fed in pieces, so that a tag with thousands of attributes is noticed before the reader compares each with each.
    QXmlStreamReader reader;
    qsizetype fedBytes = 0;
    int piecesWithoutToken = 0;
    const auto failure = [&](ErrorKind kind, const QString &reason) {
        return std::unexpected(Error{.kind = kind,
            .action = action,
            .subject = subject,
            .reason = DomainXmlText::tr("line %1: %2").arg(reader.lineNumber()).arg(reason),
            .hint = {},
            .offset = byteOffset(xml, reader.characterOffset())});
    };

    DomainCollector collector;
    QString path;
    QString text;
    qsizetype depth = 0;
    while (true) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (reader.error() == QXmlStreamReader::PrematureEndOfDocumentError && fedBytes < xml.size()) {
            if (++piecesWithoutToken > mostPiecesOfToken)
                return failure(
                    ErrorKind::Malformed, DomainXmlText::tr("a tag, comment or text is longer than any domain needs"));
            const QByteArrayView piece = QByteArrayView(xml).sliced(fedBytes).left(pieceBytes);
            fedBytes += piece.size();
            reader.addData(piece);
            continue;
        }
        if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument)
            break;
        piecesWithoutToken = 0;
        switch (token) {
        case QXmlStreamReader::DTD:
            return failure(ErrorKind::Unsafe, DomainXmlText::tr("it has a document type, which no domain needs"));
        case QXmlStreamReader::EntityReference:
            return failure(ErrorKind::Malformed, DomainXmlText::tr("it uses an entity that is not defined"));
        case QXmlStreamReader::StartElement:
            if (++depth > domainDepthLimit)
                return failure(
                    ErrorKind::Malformed, DomainXmlText::tr("elements are nested deeper than any domain needs"));
            if (depth == 1 && elementName(reader) != "domain"_L1)
                return failure(ErrorKind::Malformed,
                    DomainXmlText::tr("it begins with <%1>, not with <domain>")
                        .arg(plainValue(reader.qualifiedName())));
            if (depth > 1)
                path += u'/';
            path += elementName(reader);
            text.clear();
            collector.begin(path, reader.attributes());
            if (collector.crowded())
                return failure(ErrorKind::Malformed, DomainXmlText::tr("it has more disks than any domain has"));
            break;
        case QXmlStreamReader::Characters: text += reader.text(); break;
        case QXmlStreamReader::EndElement:
            collector.end(path, text);
            path.truncate(qMax<qsizetype>(0, path.lastIndexOf(u'/')));
            text.clear();
            --depth;
            break;
        default: break;
        }
    }
    if (reader.hasError()) {
        QString reason = plainValue(reader.errorString());
        if (reason.endsWith(u'.'))
            reason.chop(1);
        return failure(ErrorKind::Malformed, reason);
    }
    collector.fallBackToSysinfo();
    return collector.facts;
}

} // namespace Fathom
