// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtablemodel.h"

#include "estate/estate.h"

namespace Fathom {

/// The images of all stores, one row each.
class ImageTableModel final : public RecordTableModel<EstateImage, const EstateImage *> {
    Q_OBJECT

public:
    explicit ImageTableModel(QObject *parent = nullptr);
    void setEstate(const EstatePtr &estate);

protected:
    QString key(const EstateImage &image) const override { return image.key; }
    std::span<const Column<EstateImage>> columns() const override;
    const char *context() const override { return "ImageTableModel"; }
    QVariant rowData(const EstateImage &image, int role) const override;
    std::shared_ptr<const void> snapshot() const override { return m_estate; }

private:
    EstatePtr m_estate;
};

} // namespace Fathom
