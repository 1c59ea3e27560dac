// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imagetablemodel.h"
#include "widgets/common/tablepage.h"

namespace Fathom {

/// The files of all image stores: what each is, what it claims and takes, who stands on it.
class ImagesPage final : public TablePage {
    Q_OBJECT

public:
    explicit ImagesPage(QWidget *parent = nullptr);

    static PageLabel pageLabel() { return {QStringLiteral("images"), tr("Images"), QStringLiteral("image")}; }

protected:
    KeyedModel &model() override { return *m_model; }
    void setModelEstate(const EstatePtr &estate) override { m_model->setEstate(estate); }
    QString countText() const override;
    EmptyText emptyText() const override;
    bool isTree() const override { return false; }
    QStringList columnOrder() const override;

private:
    ImageTableModel *m_model;
};

} // namespace Fathom
