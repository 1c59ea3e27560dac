// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"

#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"
#include "widgets/common/wrappedlabel.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace Fathom {

namespace {

struct OpenText {
    Q_DECLARE_TR_FUNCTIONS(OpenChoice)
};

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new WrappedLabel)
    , m_text(new WrappedLabel)
    , m_buttons(new QVBoxLayout)
{
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    m_title->setFont(font);
    m_icon->setAlignment(Qt::AlignCenter);
    for (QLabel *label : {m_title, static_cast<QLabel *>(m_text)}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
    }
    m_text->setMinimumWidth(200);
    // A command in it is there to be taken along.
    m_text->makeSelectable();

    auto *column = new QVBoxLayout;
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addSpacing(8);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_text);
    column->addSpacing(16);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addLayout(m_buttons);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(column, 4);
    layout->addStretch(1);
}

void EmptyState::say(
    const QString &icon, const QString &title, const QString &text, const std::vector<OpenChoice> &choices)
{
    // Rows that come in by the thousand say the same again and again; a button must not vanish under a hand.
    if (m_title->text() == title && m_text->text() == text && m_choices == choices && m_iconName == icon)
        return;
    m_choices = choices;
    m_iconName = icon;
    updateIcon();
    m_title->setText(title);
    m_text->setText(text);
    clearButtons();
    for (const OpenChoice choice : choices) {
        auto *button = new QPushButton(openChoiceText(choice));
        connect(button, &QPushButton::clicked, this, [this, choice] { emit openWanted(choice); });
        addButton(button);
    }
}

void EmptyState::sayNothingMatches(const QString &filter)
{
    const QString text = tr("No row holds every word of “%1”.").arg(filter.trimmed());
    if (m_iconName == u"search" && m_text->text() == text)
        return;
    say(QStringLiteral("search"), tr("Nothing matches the filter"), text, {});
    auto *button = new QPushButton(tr("Clear the filter"));
    connect(button, &QPushButton::clicked, this, &EmptyState::clearFilterWanted);
    addButton(button);
}

void EmptyState::addButton(QPushButton *button)
{
    // What is made anew would come last for the Tab key.
    QLayoutItem *before = m_buttons->itemAt(m_buttons->count() - 1);
    m_buttons->addWidget(button);
    setTabOrder(before ? before->widget() : m_text, button);
}

void EmptyState::updateIcon()
{
    m_icon->setPixmap(themedIcon(m_iconName).pixmap(QSize(48, 48), devicePixelRatioF(), QIcon::Disabled));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void EmptyState::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        // A button may be the one whose click brought us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::text() const
{
    return m_text->text();
}

QString openChoiceText(OpenChoice choice)
{
    switch (choice) {
    case OpenChoice::ReadAgain: return OpenText::tr("Read again");
    case OpenChoice::ThisMachine: return OpenText::tr("This machine's usual places");
    case OpenChoice::ImageDirectory: return OpenText::tr("Directory of images…");
    case OpenChoice::InstanceDirectory: return OpenText::tr("Instances directory…");
    case OpenChoice::GlanceConfiguration: return OpenText::tr("Glance's configuration file…");
    case OpenChoice::NovaConfiguration: return OpenText::tr("Nova's configuration file…");
    case OpenChoice::Demo: return OpenText::tr("Demo estate");
    }
    return {};
}

} // namespace Fathom
