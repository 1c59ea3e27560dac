// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include "widgets/common/fathomstyle.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>

namespace Fathom {

namespace {

struct ThemeColors {
    QRgb window, base, alternate, text, button, buttonText, highlight, highlightedText, link, linkVisited, placeholder,
        disabled, light, midlight, mid, dark, shadow, toolTip, toolTipText;
};

constexpr ThemeColors lightColors{0xfff3f5f7, 0xffffffff, 0xfff6f9fb, 0xff1b2530, 0xffeceff2, 0xff1b2530, 0xff1f6f93,
    0xffffffff, 0xff14628a, 0xff5b4a8f, 0xff5f6b77, 0xff98a2ad, 0xffffffff, 0xffe6eaee, 0xffc9d0d7, 0xff9aa4ae,
    0xff5a646e, 0xff25303b, 0xfff3f6f8};
constexpr ThemeColors darkColors{0xff20262c, 0xff181d22, 0xff1d2329, 0xffe2e8ed, 0xff2c343c, 0xffe2e8ed, 0xff2b7f9f,
    0xffffffff, 0xff72c4e2, 0xffb5a5e8, 0xff8d99a5, 0xff6b7681, 0xff3c4650, 0xff343d46, 0xff434e58, 0xff12161a,
    0xff0b0e11, 0xff323c46, 0xffe9eef2};

QPalette themePalette(const ThemeColors &colors)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, colors.window);
    set(QPalette::WindowText, colors.text);
    set(QPalette::Base, colors.base);
    set(QPalette::AlternateBase, colors.alternate);
    set(QPalette::Text, colors.text);
    set(QPalette::Button, colors.button);
    set(QPalette::ButtonText, colors.buttonText);
    set(QPalette::BrightText, colors.highlightedText);
    set(QPalette::Highlight, colors.highlight);
    set(QPalette::Accent, colors.highlight);
    set(QPalette::HighlightedText, colors.highlightedText);
    set(QPalette::Link, colors.link);
    set(QPalette::LinkVisited, colors.linkVisited);
    set(QPalette::PlaceholderText, colors.placeholder);
    set(QPalette::Light, colors.light);
    set(QPalette::Midlight, colors.midlight);
    set(QPalette::Mid, colors.mid);
    set(QPalette::Dark, colors.dark);
    set(QPalette::Shadow, colors.shadow);
    set(QPalette::ToolTipBase, colors.toolTip);
    set(QPalette::ToolTipText, colors.toolTipText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(colors.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(colors.mid));
    return palette;
}

QColor mixedColor(const QColor &first, const QColor &second, qreal share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a * (1 - share) + b * share); };
    return QColor::fromRgbF(
        mix(first.redF(), second.redF()), mix(first.greenF(), second.greenF()), mix(first.blueF(), second.blueF()));
}

} // namespace

void applyTheme(QApplication &application, Theme theme)
{
    if (!qobject_cast<FathomStyle *>(application.style()))
        application.setStyle(new FathomStyle);
    switch (theme) {
    case Theme::System: application.setPalette(QPalette()); break;
    case Theme::Light: application.setPalette(themePalette(lightColors)); break;
    case Theme::Dark: application.setPalette(themePalette(darkColors)); break;
    }
}

QString themeId(Theme theme)
{
    switch (theme) {
    case Theme::Light: return QStringLiteral("light");
    case Theme::Dark: return QStringLiteral("dark");
    case Theme::System: break;
    }
    return QStringLiteral("system");
}

Theme themeFromId(const QString &id)
{
    for (const auto theme : {Theme::Light, Theme::Dark}) {
        if (themeId(theme) == id)
            return theme;
    }
    return Theme::System;
}

Theme savedTheme()
{
    return themeFromId(QSettings().value(QStringLiteral("theme")).toString());
}

void saveTheme(Theme theme)
{
    QSettings().setValue(QStringLiteral("theme"), themeId(theme));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5f;
}

QColor severityColor(Severity severity, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (severity) {
    case Severity::None: break;
    case Severity::Note: return dark ? QColor(0x72, 0xc4, 0xe2) : QColor(0x14, 0x62, 0x8a);
    case Severity::Warning: return dark ? QColor(0xf0, 0xb4, 0x4c) : QColor(0x9a, 0x5b, 0x00);
    case Severity::Broken: return dark ? QColor(0xf5, 0x82, 0x7a) : QColor(0xb3, 0x26, 0x1e);
    }
    return palette.color(QPalette::Text);
}

QColor goodColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x7c, 0xcf, 0x8e) : QColor(0x1f, 0x75, 0x3a);
}

QColor mutedColor(const QPalette &palette)
{
    return mixedColor(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.28);
}

QColor lineColor(const QPalette &palette)
{
    return mixedColor(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.14);
}

} // namespace Fathom
