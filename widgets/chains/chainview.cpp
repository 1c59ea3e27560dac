// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chains/chainview.h"

#include "widgets/chains/chainaccessible.h"
#include "widgets/chains/chainnodeitem.h"
#include "widgets/chains/chainscene.h"
#include "widgets/common/themedicon.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Fathom {

namespace {

constexpr double smallestZoom = 0.04;
constexpr double largestZoom = 4;
constexpr double readableZoom = 0.6;

} // namespace

ChainView::ChainView(ChainScene &scene, QWidget *parent)
    : QGraphicsView(&scene, parent)
    , m_scene(scene)
{
    makeChainsAccessible();
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Picture of the chains"));
    setAccessibleDescription(tr("Arrow keys go from thing to thing. The same is told as text by the text tree."));
    setDragMode(QGraphicsView::ScrollHandDrag);
    viewport()->setCursor(Qt::ArrowCursor);
    setTransformationAnchor(QGraphicsView::AnchorViewCenter);
    setRenderHint(QPainter::Antialiasing);
    const auto action = [this](const char *icon, const QString &text, const QList<QKeySequence> &keys, auto slot) {
        auto *made = new QAction(themedIcon(QString::fromLatin1(icon)), text, this);
        made->setShortcuts(keys);
        made->setShortcutContext(Qt::WidgetShortcut);
        made->setToolTip(
            tr("%1 (%2)", "an action and its key").arg(text, keys.front().toString(QKeySequence::NativeText)));
        connect(made, &QAction::triggered, this, slot);
        addAction(made);
        return made;
    };
    m_zoomOut = action(
        "zoom-out", tr("Zoom out"), {Qt::Key_Minus, QKeySequence(Qt::CTRL | Qt::Key_Minus)}, &ChainView::zoomOut);
    m_zoomIn = action("zoom-in", tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal, QKeySequence(Qt::CTRL | Qt::Key_Plus)},
        &ChainView::zoomIn);
    m_zoomOriginal =
        action("zoom-original", tr("100 %"), {Qt::Key_0, QKeySequence(Qt::CTRL | Qt::Key_0)}, &ChainView::zoomOriginal);
    m_zoomFit = action("zoom-fit", tr("Fit into the window"), {Qt::Key_F}, &ChainView::zoomFit);
}

void ChainView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, smallestZoom, largestZoom);
    setTransform(QTransform::fromScale(zoom, zoom));
    if (const ChainNodeItem *item = m_scene.selectedNode())
        ensureVisible(item, 20, 20);
    emit zoomChanged(zoom);
}

void ChainView::zoomFit()
{
    const QRectF all = m_scene.sceneRect();
    if (all.isEmpty())
        return;
    const QSizeF room = viewport()->size() - QSize(4, 4);
    const double fit = std::min({room.width() / all.width(), room.height() / all.height(), 1.0});
    setZoom(fit);
    centerOn(all.center());
}

void ChainView::showFirst()
{
    zoomFit();
    if (zoom() < readableZoom) {
        setZoom(readableZoom);
        const QRectF all = m_scene.sceneRect();
        const QSizeF half = QSizeF(viewport()->size()) / readableZoom / 2;
        centerOn(all.left() + half.width(), all.top() + half.height());
    }
}

void ChainView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    const ViewportAnchor anchor = transformationAnchor();
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    const double zoomed =
        std::clamp(zoom() * std::pow(1.25, event->angleDelta().y() / 120.0), smallestZoom, largestZoom);
    setTransform(QTransform::fromScale(zoomed, zoomed));
    setTransformationAnchor(anchor);
    emit zoomChanged(zoomed);
    event->accept();
}

void ChainView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            if (ChainNodeItem *next = m_scene.neighbour(Qt::Key(event->key()))) {
                m_scene.selectKey(next->node().key);
                ensureVisible(next, 40, 40);
                QAccessibleAnnouncementEvent announcement(this, next->lines().join(QStringLiteral(", ")));
                QAccessible::updateAccessibility(&announcement);
                const QString key = next->node().key; // copied: whoever listens may draw the scene anew
                emit m_scene.nodeSelected(key);
            }
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const ChainNodeItem *item = m_scene.selectedNode()) {
            const QString key = item->node().subjectKey.isEmpty() ? item->node().key : item->node().subjectKey;
            emit m_scene.nodeActivated(key);
        }
        return;
    case Qt::Key_Space:
        if (const ChainNodeItem *item = m_scene.selectedNode()) {
            const QString key = item->node().key;
            emit m_scene.nodeLookedAt(key);
        }
        return;
    default: break;
    }
    QGraphicsView::keyPressEvent(event);
}

void ChainView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, palette().color(QPalette::Window));
}

} // namespace Fathom
