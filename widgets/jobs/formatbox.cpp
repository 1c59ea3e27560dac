// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/formatbox.h"

namespace Fathom {

FormatBox::FormatBox(const std::optional<ImageFormat> &declared, QWidget *parent)
    : QComboBox(parent)
{
    addItem(tr("As its bytes say"));
    for (const FormatTraits &traits : imageFormats())
        if (traits.packsBlocks || traits.format == ImageFormat::Raw)
            addItem(QString::fromLatin1(traits.title), int(traits.format));
    setToolTip(tr("Say “raw” for a disk whose bytes prove nothing; a guest can write what looks like qcow2"));
    if (declared)
        declare(*declared);
}

void FormatBox::declare(ImageFormat format)
{
    setCurrentIndex(findData(int(format)));
}

std::optional<ImageFormat> FormatBox::declared() const
{
    const QVariant format = currentData();
    return format.isValid() ? std::optional(ImageFormat(format.toInt())) : std::nullopt;
}

} // namespace Fathom
