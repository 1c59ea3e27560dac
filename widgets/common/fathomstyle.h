// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Fathom {

/// Fusion with less of everything: flat headers and bars, thin lines, no frames in frames. Palette colours only.
class FathomStyle final : public QProxyStyle {
    Q_OBJECT

public:
    FathomStyle();

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption *option = nullptr, const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
        const QWidget *widget = nullptr) const override;
    /// The few pictures that Qt's own widgets ask for at the start: looking for them in the desktop's theme takes
    /// longer than drawing the window's text.
    QIcon standardIcon(
        StandardPixmap picture, const QStyleOption *option = nullptr, const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
        QStyleHintReturn *returnData = nullptr) const override;
};

} // namespace Fathom
