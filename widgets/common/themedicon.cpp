// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/themedicon.h"

#include "widgets/common/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPaintEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// The resources lie in a static library; without this the linker would leave them out.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace Fathom {

namespace {

struct IconText {
    Q_DECLARE_TR_FUNCTIONS(Severity)
};

constexpr QLatin1StringView programName("fathom");

QByteArray iconSource(const QString &name)
{
    static const bool ready = (initIconResources(), true);
    Q_UNUSED(ready)
    static QHash<QString, QByteArray> sources;
    const auto known = sources.constFind(name);
    if (known != sources.cend())
        return *known;
    QFile file(name == programName ? QStringLiteral(":/fathom/fathom.svg")
                                   : QStringLiteral(":/fathom/icons/%1.svg").arg(name));
    const QByteArray source = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    sources.insert(name, source);
    return source;
}

class ThemedIconEngine final : public QIconEngine {
public:
    explicit ThemedIconEngine(const QString &name)
        : m_name(name)
    {
    }

    /// Tables ask for every visible row at every repaint: where nothing is scaled, the picture of it is drawn.
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPaintEngine *const engine = painter->paintEngine();
        if (!engine || engine->type() != QPaintEngine::Raster ||
            painter->transform().type() > QTransform::TxTranslate) {
            render(painter, rect, mode);
            return;
        }
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap pixmap = picture((QSizeF(rect.size()) * ratio).toSize(), mode);
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return picture(size, mode); }

    QIconEngine *clone() const override { return new ThemedIconEngine(m_name); }
    bool isNull() override { return false; }
    QString key() const override { return QStringLiteral("fathom"); }
    QString iconName() override { return m_name; }

private:
    void render(QPainter *painter, const QRect &rect, QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor plain = mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::Text)
            : mode == QIcon::Selected                ? palette.color(QPalette::HighlightedText)
                                                     : palette.color(QPalette::Text);
        const bool colored = mode == QIcon::Normal || mode == QIcon::Active;
        const auto colorName = [&](const QColor &color) { return (colored ? color : plain).name().toLatin1(); };
        QByteArray source = iconSource(m_name);
        source.replace("currentColor", plain.name().toLatin1());
        source.replace("goodColor", colorName(goodColor(palette)));
        source.replace("noteColor", colorName(severityColor(Severity::Note, palette)));
        source.replace("warningColor", colorName(severityColor(Severity::Warning, palette)));
        source.replace("brokenColor", colorName(severityColor(Severity::Broken, palette)));
        QSvgRenderer renderer(source);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    /// So many pixels of the screen.
    QPixmap picture(const QSize &size, QIcon::Mode mode) const
    {
        // The palette's key stands for all the colours above.
        const QString cacheKey = QStringLiteral("fathom/%1/%2/%3x%4/%5")
                                     .arg(m_name)
                                     .arg(QGuiApplication::palette().cacheKey())
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(int(mode));
        QPixmap pixmap;
        if (QPixmapCache::find(cacheKey, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        render(&painter, QRect(QPoint(), size), mode);
        painter.end();
        QPixmapCache::insert(cacheKey, pixmap);
        return pixmap;
    }

    QString m_name;
};

} // namespace

QIcon themedIcon(const QString &name)
{
    return iconSource(name).isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(name));
}

QIcon kindIcon(const QString &kind)
{
    // Views ask for every visible row; an icon per word is enough.
    static QHash<QString, QIcon> icons;
    const auto known = icons.constFind(kind);
    if (known != icons.cend())
        return *known;
    QIcon icon = themedIcon(kind);
    if (icon.isNull())
        icon = themedIcon(QStringLiteral("file"));
    return *icons.insert(kind, icon);
}

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::None: break;
    case Severity::Note: return kindIcon(QStringLiteral("note"));
    case Severity::Warning: return kindIcon(QStringLiteral("warning"));
    case Severity::Broken: return kindIcon(QStringLiteral("broken"));
    }
    return {};
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::None: break;
    case Severity::Note: return IconText::tr("Note");
    case Severity::Warning: return IconText::tr("Warning");
    case Severity::Broken: return IconText::tr("Broken");
    }
    return {};
}

QIcon programIcon()
{
    // Qt's own engine for such a file is a library that is loaded for this alone.
    return themedIcon(programName);
}

} // namespace Fathom
