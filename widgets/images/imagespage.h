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

    QString id() const override { return QStringLiteral("images"); }
    QString title() const override { return tr("Images"); }
    QString iconName() const override { return QStringLiteral("image"); }

protected:
    QAbstractItemModel &model() override { return *m_model; }
    void setModelEstate(const EstatePtr &estate) override { m_model->setEstate(estate); }
    void setModelFilter(const QString &text) override { m_model->setFilter(text); }
    QModelIndex indexOfKey(const QString &key) const override { return m_model->indexOfKey(key); }
    QString countText() const override;
    EmptyText emptyText() const override;
    bool isTree() const override { return false; }

private:
    ImageTableModel *m_model;
};

} // namespace Fathom
