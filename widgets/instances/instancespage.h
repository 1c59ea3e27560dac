// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/instancetreemodel.h"
#include "widgets/common/tablepage.h"

namespace Fathom {

/// The instances of all hosts, by host and project: disks, sizes with and without bases, chains, state.
class InstancesPage final : public TablePage {
    Q_OBJECT

public:
    explicit InstancesPage(QWidget *parent = nullptr);

    static PageLabel pageLabel() { return {QStringLiteral("instances"), tr("Instances"), QStringLiteral("instance")}; }

protected:
    KeyedModel &model() override { return *m_model; }
    void setModelEstate(const EstatePtr &estate) override { m_model->setEstate(estate); }
    QString countText() const override;
    EmptyText emptyText() const override;
    QStringList columnOrder() const override;
    int openDepth() const override { return 2; } // hosts and projects

private:
    InstanceTreeModel *m_model;
};

} // namespace Fathom
