// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chains/chainaccessible.h"

#include "widgets/chains/chainnodeitem.h"
#include "widgets/chains/chainscene.h"
#include "widgets/chains/chainview.h"

#include <QAccessibleWidget>

namespace Fathom {

namespace {

class ChainAccessible final : public QAccessibleWidget {
public:
    explicit ChainAccessible(ChainView &view)
        : QAccessibleWidget(&view, QAccessible::Canvas)
        , m_view(view)
    {
    }

    QString text(QAccessible::Text text) const override
    {
        if (text != QAccessible::Value)
            return QAccessibleWidget::text(text);
        const auto *scene = qobject_cast<ChainScene *>(m_view.scene());
        const ChainNodeItem *selected = scene ? scene->selectedNode() : nullptr;
        return selected ? selected->lines().join(QStringLiteral(", ")) : QString();
    }

private:
    ChainView &m_view;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<ChainView *>(object);
    return view ? new ChainAccessible(*view) : nullptr;
}

} // namespace

void makeChainsAccessible()
{
    static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(installed)
}

} // namespace Fathom
