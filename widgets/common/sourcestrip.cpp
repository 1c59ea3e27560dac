// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/sourcestrip.h"

#include "models/directorymodel.h"
#include "widgets/common/literaltext.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/common/themedicon.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace Fathom {

namespace {

struct SourceText {
    Q_DECLARE_TR_FUNCTIONS(SourceStrip)
};

constexpr qsizetype longestName = 32;

QString sourceName(const EstateSource &source)
{
    // The end of a path tells it from others.
    QString name = plainText(source.path);
    if (name.size() > longestName)
        name = u'…' + name.last(longestName - 1);
    switch (source.kind) {
    case SourceKind::ImageStore: return SourceText::tr("Images %1").arg(name);
    case SourceKind::InstanceTree:
        return source.host.isEmpty() || source.host == plainText(source.path)
            ? SourceText::tr("Instances %1").arg(name)
            : SourceText::tr("Instances on %1").arg(source.host);
    case SourceKind::DomainXml: return SourceText::tr("Domain XML %1").arg(name);
    case SourceKind::Configuration: break;
    }
    return SourceText::tr("Configuration %1").arg(name);
}

QString sourceState(const EstateSource &source, qint64 nowSeconds)
{
    if (source.readAtSeconds == 0)
        return sourceHealthText(source.health);
    const QString age = elapsedText(nowSeconds - source.readAtSeconds);
    if (source.health == SourceHealth::Good)
        return SourceText::tr("read %1").arg(age);
    return SourceText::tr("%1, %2", "health and age of a source").arg(sourceHealthText(source.health), age);
}

QString sourceText(const EstateSource &source, qint64 nowSeconds)
{
    return SourceText::tr("%1: %2", "a source and how it stands")
        .arg(sourceName(source), sourceState(source, nowSeconds));
}

QIcon sourceIcon(SourceHealth health)
{
    switch (health) {
    case SourceHealth::Waiting: return themedIcon(QStringLiteral("waiting"));
    case SourceHealth::Reading: return themedIcon(QStringLiteral("refresh"));
    case SourceHealth::Good: return themedIcon(QStringLiteral("good"));
    case SourceHealth::Partial: return themedIcon(QStringLiteral("warning"));
    case SourceHealth::Failed: break;
    }
    return themedIcon(QStringLiteral("broken"));
}

QString sourceToolTip(const EstateSource &source)
{
    QStringList lines{plainText(source.path), SourceText::tr("%n entries read", nullptr, int(source.entries))};
    switch (source.freshness) {
    case SourceFreshness::Watched: lines << SourceText::tr("Read again as soon as it changes"); break;
    case SourceFreshness::Interval:
        lines << SourceText::tr("Read again every few minutes: not every change of it can be heard");
        break;
    case SourceFreshness::OnRequest: break;
    }
    for (const Error &problem : source.problems)
        lines << sentence(problem);
    return plainToolTip(lines.join(u'\n'));
}

} // namespace

SourceStrip::SourceStrip(QWidget *parent)
    : QWidget(parent)
    , m_more(new QToolButton)
    , m_layout(new QHBoxLayout(this))
    , m_clock(new QTimer(this))
{
    setAccessibleName(tr("Sources"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_layout->setContentsMargins(4, 0, 4, 0);
    m_layout->setSpacing(4);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_layout->addWidget(m_more);
    m_layout->addStretch();
    m_more->hide();
    connect(m_more->menu(), &QMenu::aboutToShow, this, [this] {
        m_more->menu()->clear();
        for (std::size_t i = 0; i < m_buttons.size(); ++i) {
            if (!m_buttons[i]->isHidden())
                continue;
            QAction *action = m_more->menu()->addAction(m_buttons[i]->icon(), m_buttons[i]->text());
            connect(action, &QAction::triggered, m_buttons[i], &QToolButton::click);
        }
    });
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &SourceStrip::updateTexts);
}

void SourceStrip::setEstate(const EstatePtr &estate)
{
    m_estate = estate;
    while (m_buttons.size() > estate->sources.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < estate->sources.size()) {
        auto *button = new QToolButton;
        const std::size_t number = m_buttons.size();
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(14, 14));
        connect(button, &QToolButton::clicked, this, [this, number] {
            if (number < m_estate->sources.size())
                emit activated(pathKey(m_estate->sources[number].path));
        });
        m_layout->insertWidget(int(number), button);
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const EstateSource &source = estate->sources[i];
        m_buttons[i]->setIcon(sourceIcon(source.health));
        m_buttons[i]->setToolTip(sourceToolTip(source));
    }
    updateTexts();
}

QStringList SourceStrip::texts() const
{
    QStringList texts;
    for (const QToolButton *button : m_buttons)
        texts << button->accessibleName();
    return texts;
}

QSize SourceStrip::minimumSizeHint() const
{
    return QSize(120, m_more->sizeHint().height());
}

void SourceStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void SourceStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_clock->start();
    updateTexts();
}

void SourceStrip::hideEvent(QHideEvent *event)
{
    m_clock->stop();
    QWidget::hideEvent(event);
}

void SourceStrip::updateTexts()
{
    if (!m_estate)
        return;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    bool changed = false;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const QString text = sourceText(m_estate->sources[i], now);
        if (m_buttons[i]->accessibleName() == text)
            continue;
        m_buttons[i]->setText(literalText(text));
        m_buttons[i]->setAccessibleName(text);
        changed = true;
    }
    if (changed || m_buttons.empty())
        makeRoom();
}

void SourceStrip::makeRoom()
{
    m_more->setText(tr("%n more", nullptr, int(m_buttons.size())));
    const int room = width() - 16;
    int needed = 0;
    for (const QToolButton *button : m_buttons)
        needed += button->sizeHint().width() + m_layout->spacing();
    // Not all fit: then the last ones make way for the button of the rest.
    const int roomForButtons = needed > room ? room - m_more->sizeHint().width() - m_layout->spacing() : room;
    int used = 0;
    int hidden = 0;
    for (QToolButton *button : m_buttons) {
        used += button->sizeHint().width() + m_layout->spacing();
        button->setVisible(used <= roomForButtons);
        hidden += used > roomForButtons;
    }
    m_more->setText(tr("%n more", nullptr, hidden));
    m_more->setVisible(hidden > 0);
}

QString sourceHealthText(SourceHealth health)
{
    switch (health) {
    case SourceHealth::Waiting: return SourceText::tr("waiting");
    case SourceHealth::Reading: return SourceText::tr("reading");
    case SourceHealth::Good: return SourceText::tr("good");
    case SourceHealth::Partial: return SourceText::tr("read in part");
    case SourceHealth::Failed: break;
    }
    return SourceText::tr("failed");
}

QString elapsedText(qint64 seconds)
{
    seconds = std::max<qint64>(seconds, 0);
    if (seconds < 60)
        return SourceText::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return SourceText::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return SourceText::tr("%1 h ago").arg(seconds / 3600);
    return SourceText::tr("%1 days ago").arg(seconds / 86400);
}

} // namespace Fathom
