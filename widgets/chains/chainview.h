// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>

namespace Fathom {

class ChainScene;

/// The window onto the picture: Ctrl and wheel, or + and −, zoom; 0 shows it at 100 %, F fits it in; arrow keys walk
/// from thing to thing; Enter goes to it.
class ChainView final : public QGraphicsView {
    Q_OBJECT

public:
    explicit ChainView(ChainScene &scene, QWidget *parent = nullptr);

    double zoom() const { return transform().m11(); }
    void setZoom(double zoom);
    /// The first look: all of it when it stays readable, else its lower left at a readable size.
    void showFirst();

    QAction *zoomInAction() const { return m_zoomIn; }
    QAction *zoomOutAction() const { return m_zoomOut; }
    QAction *zoomOriginalAction() const { return m_zoomOriginal; }
    QAction *zoomFitAction() const { return m_zoomFit; }

public slots:
    void zoomIn() { setZoom(zoom() * 1.25); }
    void zoomOut() { setZoom(zoom() / 1.25); }
    void zoomOriginal() { setZoom(1); }
    void zoomFit();

signals:
    void zoomChanged(double zoom);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    ChainScene &m_scene;
    QAction *m_zoomIn;
    QAction *m_zoomOut;
    QAction *m_zoomOriginal;
    QAction *m_zoomFit;
};

} // namespace Fathom
