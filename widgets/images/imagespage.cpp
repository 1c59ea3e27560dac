// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/images/imagespage.h"

#include "widgets/common/failedsources.h"

#include <algorithm>

namespace Fathom {

ImagesPage::ImagesPage(QWidget *parent)
    : TablePage(pageLabel(), parent)
    , m_model(new ImageTableModel(this))
{
    setUp();
}

QString ImagesPage::countText() const
{
    const int all = m_model->allRows();
    const int shown = m_model->rowCount();
    return shown == all ? tr("%n image(s)", nullptr, all) : tr("%1 of %n image(s)", nullptr, all).arg(shown);
}

TablePage::EmptyText ImagesPage::emptyText() const
{
    const auto isStore = [](const EstateSource &source) { return source.kind == SourceKind::ImageStore; };
    constexpr SourceKind kinds[] = {SourceKind::ImageStore};
    if (const auto failed = failedSources(*estate(), kinds))
        return {failed->title, failed->text, {OpenChoice::ReadAgain, OpenChoice::ImageDirectory}, failed->icon};
    if (std::ranges::any_of(estate()->sources, isStore)) {
        return {tr("The image store is empty"), tr("Its directory holds no file."),
            {OpenChoice::ReadAgain, OpenChoice::ImageDirectory}};
    }
    return {tr("No image store is open"),
        tr("Glance keeps its images in a directory, usually /var/lib/glance/images, or names it in glance-api.conf."),
        {OpenChoice::ImageDirectory, OpenChoice::GlanceConfiguration}};
}

QStringList ImagesPage::columnOrder() const
{
    // What an image is and whether it is safe comes before whose its file is.
    return {QStringLiteral("name"), QStringLiteral("format"), QStringLiteral("virtual-size"),
        QStringLiteral("disk-size"), QStringLiteral("length"), QStringLiteral("ratio"), QStringLiteral("used-by"),
        QStringLiteral("safety")};
}

} // namespace Fathom
