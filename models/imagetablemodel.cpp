// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imagetablemodel.h"

#include "models/cells.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace Fathom {

namespace {

struct ImageTableText {
    Q_DECLARE_TR_FUNCTIONS(ImageTableModel)
};

using ImageColumn = Column<EstateImage>;

constexpr Qt::Alignment imageNumber = Qt::AlignRight | Qt::AlignVCenter;

const void *imageVirtualPlace(const EstateImage &image)
{
    return image.info ? &image.info->virtualSizeBytes : nullptr;
}

template<std::optional<qint64> (*bytesOf)(const EstateImage &)>
constexpr ImageColumn imageSizeColumn(
    const char *id, const char *header, const void *(*far)(const EstateImage &) = nullptr)
{
    return {
        .id = id,
        .header = header,
        .kind = ColumnKind::Bytes,
        .alignment = imageNumber,
        .text = [](const EstateImage &image) { return formatBytes(bytesOf(image)); },
        .sortKey = [](const EstateImage &image) { return known(bytesOf(image)); },
        .toolTip = [](const EstateImage &image) { return exactText(bytesOf(image)); },
        .extra = [](const EstateImage &image,
                     int role) { return role == BytesRole ? known(bytesOf(image)) : QVariant(); },
        .far = far,
    };
}

std::optional<qint64> imageVirtual(const EstateImage &image)
{
    return virtualBytes(image.info);
}

std::optional<qint64> imageDisk(const EstateImage &image)
{
    return allocatedBytes(image.facts);
}

std::optional<qint64> imageLength(const EstateImage &image)
{
    return lengthBytes(image.facts);
}

QVariant imageRatio(const EstateImage &image)
{
    if (!image.facts || !image.info || image.info->virtualSizeBytes <= 0)
        return {};
    return static_cast<double>(image.facts->allocatedBytes) / static_cast<double>(image.info->virtualSizeBytes);
}

QString imageFormat(const EstateImage &image)
{
    return image.error ? ImageTableText::tr("unreadable") : formatText(image.info);
}

QString imageRatioToolTip(const EstateImage &image)
{
    return imageRatio(image).isValid() ? ImageTableText::tr("%1 on disk of %2 virtual size")
                                             .arg(formatBytes(imageDisk(image)), formatBytes(imageVirtual(image)))
                                       : QString();
}

QString imageUsersToolTip(const EstateImage &image)
{
    return image.users == 0 ? ImageTableText::tr("No instance that was found stands on it")
                            : ImageTableText::tr("%n instance(s) stand on it", nullptr, static_cast<int>(image.users));
}

constexpr std::array imageColumns{
    ImageColumn{
        .id = "name",
        .header = QT_TRANSLATE_NOOP("ImageTableModel", "Image"),
        .text =
            [](const EstateImage &image) {
                return image.uuid.isEmpty() ? plainText(fileName(image.path)) : image.uuid;
            },
        .toolTip = [](const EstateImage &image) { return plainText(image.path); },
        .far = [](const EstateImage &image) -> const void * { return image.uuid.constData(); },
    },
    ImageColumn{
        .id = "format",
        .header = QT_TRANSLATE_NOOP("ImageTableModel", "Format"),
        .text = imageFormat,
    },
    imageSizeColumn<imageVirtual>(
        "virtual-size", QT_TRANSLATE_NOOP("ImageTableModel", "Virtual size"), imageVirtualPlace),
    imageSizeColumn<imageDisk>("disk-size", QT_TRANSLATE_NOOP("ImageTableModel", "Disk size")),
    imageSizeColumn<imageLength>("length", QT_TRANSLATE_NOOP("ImageTableModel", "File length")),
    ImageColumn{
        .id = "ratio",
        .header = QT_TRANSLATE_NOOP("ImageTableModel", "Ratio"),
        .kind = ColumnKind::Share,
        .alignment = imageNumber,
        .text =
            [](const EstateImage &image) {
                const QVariant ratio = imageRatio(image);
                return ratio.isValid() ? percentText(ratio.toDouble()) : unknownText();
            },
        .sortKey = imageRatio,
        .toolTip = imageRatioToolTip,
        .extra = [](const EstateImage &image, int role) { return role == RatioRole ? imageRatio(image) : QVariant(); },
        .far = imageVirtualPlace,
    },
    ImageColumn{
        .id = "owner",
        .header = QT_TRANSLATE_NOOP("ImageTableModel", "Owner"),
        .text = [](const EstateImage &image) { return image.facts ? ownerText(*image.facts) : unknownText(); },
    },
    ImageColumn{
        .id = "mode",
        .header = QT_TRANSLATE_NOOP("ImageTableModel", "Mode"),
        .text = [](const EstateImage &image) { return image.facts ? modeText(image.facts->mode) : unknownText(); },
    },
    ImageColumn{
        .id = "modified",
        .header = QT_TRANSLATE_NOOP("ImageTableModel", "Modified"),
        .kind = ColumnKind::Time,
        .text =
            [](const EstateImage &image) {
                return image.facts ? timeText(image.facts->modifiedSeconds) : unknownText();
            },
        .sortKey =
            [](const EstateImage &image) { return image.facts ? QVariant(image.facts->modifiedSeconds) : QVariant(); },
    },
    ImageColumn{
        .id = "used-by",
        .header = QT_TRANSLATE_NOOP("ImageTableModel", "Used by"),
        .kind = ColumnKind::Count,
        .alignment = imageNumber,
        .text = [](const EstateImage &image) { return countText(qint64(image.users)); },
        .sortKey = [](const EstateImage &image) { return QVariant(qint64(image.users)); },
        .toolTip = imageUsersToolTip,
    },
    ImageColumn{
        .id = "safety",
        .header = QT_TRANSLATE_NOOP("ImageTableModel", "Safety"),
        .kind = ColumnKind::Count,
        .text = [](const EstateImage &image) { return safetyText(image.info); },
        .sortKey =
            [](const EstateImage &image) {
                return image.info ? QVariant(static_cast<qint64>(image.info->violations.size())) : QVariant();
            },
        .toolTip = [](const EstateImage &image) { return safetyReasons(image.info); },
        .extra =
            [](const EstateImage &image, int role) {
                return role == SeverityRole && !image.error ? severityValue(safetySeverity(image.info)) : QVariant();
            },
        .far = [](const EstateImage &image) -> const void * { return image.info ? &image.info->violations : nullptr; },
    },
};

} // namespace

ImageTableModel::ImageTableModel(QObject *parent)
    : RecordTableModel(parent)
{
}

void ImageTableModel::setEstate(const EstatePtr &estate)
{
    // The rows that go must be readable until the views have let go of them.
    const EstatePtr before = std::exchange(m_estate, estate);
    std::vector<const EstateImage *> rows;
    if (estate) {
        rows.reserve(estate->images.size());
        for (const EstateImage &image : estate->images)
            rows.push_back(&image);
    }
    setRecords(std::move(rows));
}

std::span<const Column<EstateImage>> ImageTableModel::columns() const
{
    return imageColumns;
}

QVariant ImageTableModel::rowData(const EstateImage &image, int role) const
{
    switch (role) {
    case KindRole: return QStringLiteral("image");
    case PathRole: return image.path;
    case SeverityRole: return image.error ? severityValue(Severity::Broken) : QVariant();
    case Qt::ToolTipRole: return image.error ? QVariant(sentence(*image.error)) : QVariant();
    default: return {};
    }
}

} // namespace Fathom
