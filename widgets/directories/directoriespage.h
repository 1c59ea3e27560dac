// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/directorymodel.h"
#include "widgets/common/tablepage.h"

namespace Fathom {

/// The directories as they are on the disk, with a meaning for every entry.
class DirectoriesPage final : public TablePage {
    Q_OBJECT

public:
    explicit DirectoriesPage(QWidget *parent = nullptr);

    static PageLabel pageLabel()
    {
        return {QStringLiteral("directories"), tr("Directories"), QStringLiteral("directory")};
    }

protected:
    KeyedModel &model() override { return *m_model; }
    void setModelEstate(const EstatePtr &estate) override { m_model->setEstate(estate); }
    QString countText() const override;
    EmptyText emptyText() const override;
    int openDepth() const override { return 1; }

private:
    DirectoryModel *m_model;
};

} // namespace Fathom
