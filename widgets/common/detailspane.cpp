// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/detailspane.h"

#include "widgets/common/detailshtml.h"
#include "widgets/common/flowlayout.h"
#include "widgets/common/literaltext.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"
#include "widgets/common/wrappedlabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

namespace Fathom {

namespace {

void emptyButtonRow(FlowLayout &row)
{
    while (QLayoutItem *item = row.takeAt(0)) {
        if (item->widget()) {
            // It may be the button whose click brought us here.
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QToolButton *addRowButton(FlowLayout &row, const QString &iconName, const QString &text)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setIcon(themedIcon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    row.addWidget(button);
    return button;
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_subtitle(new WrappedLabel)
    , m_copy(new QToolButton)
    , m_places(new FlowLayout)
    , m_texts(new FlowLayout)
    , m_room(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding))
{
    setAccessibleName(tr("Details"));
    setMinimumWidth(260);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    QFont font = m_title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.1);
    m_title->setFont(font);
    for (QLabel *label : {m_title, m_subtitle}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_copy->setIcon(themedIcon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy all details as text"));
    m_copy->setAccessibleName(tr("Copy all details"));
    connect(m_copy, &QToolButton::clicked, this, &DetailsPane::copyAll);

    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 10, 8, 4);
    head->setSpacing(10);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addLayout(titles, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    m_places->setContentsMargins(8, 0, 8, 6);
    m_places->setSpacing(2);
    m_texts->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(m_places);
    layout->addLayout(m_texts);
    layout->addItem(m_room);
    clear();
}

QTextBrowser &DetailsPane::body()
{
    if (m_body)
        return *m_body;
    m_body = new QTextBrowser;
    m_body->setAccessibleName(tr("Details of the selected thing"));
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setOpenLinks(false);
    m_body->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_body->document()->setDocumentMargin(12);
    m_body->setUndoRedoEnabled(false);
    connect(m_body, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        const QString target = url.toString(QUrl::FullyEncoded);
        const QString rest = target.section(u':', 1);
        if (target.startsWith(QLatin1StringView("more:"))) {
            m_wholeSections.insert(rest.toInt());
            render();
        } else {
            emit linkActivated(QUrl::fromPercentEncoding(rest.toLatin1()));
        }
    });
    for (QLabel *label : {m_title, m_subtitle})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout()->removeItem(m_room);
    delete m_room;
    static_cast<QBoxLayout *>(layout())->addWidget(m_body, 1);
    return *m_body;
}

void DetailsPane::tell(const QString &key, const Details &details, const std::vector<PlaceButton> &places,
    const std::vector<ViewableText> &texts)
{
    const bool same = key == m_key;
    const int scrolled = body().verticalScrollBar()->value();
    if (!same)
        m_wholeSections.clear();
    m_key = key;
    m_details = details;
    elideTitle();
    m_subtitle->setText(details.subtitle);
    m_icon->setPixmap(kindIcon(details.kind).pixmap(QSize(24, 24), devicePixelRatioF()));
    m_copy->setEnabled(true);
    showPlaces(places);
    showTexts(texts);
    orderTabs();
    render();
    m_body->verticalScrollBar()->setValue(same ? scrolled : 0);
    emit keyChanged(m_key);
}

void DetailsPane::orderTabs()
{
    // What is made anew would come last.
    QWidget *last = m_copy;
    const auto follow = [&last](QWidget *next) {
        QWidget::setTabOrder(last, next);
        last = next;
    };
    for (FlowLayout *row : {m_places, m_texts})
        for (int i = 0; i < row->count(); ++i)
            follow(row->itemAt(i)->widget());
    follow(m_body);
}

void DetailsPane::clear()
{
    m_key.clear();
    m_details = {};
    m_wholeSections.clear();
    elideTitle();
    m_subtitle->setText(tr("Select something to see all that is known of it."));
    m_icon->setPixmap(themedIcon(QStringLiteral("details")).pixmap(QSize(24, 24), devicePixelRatioF()));
    m_copy->setEnabled(false);
    showPlaces({});
    showTexts({});
    render();
    emit keyChanged(m_key);
}

void DetailsPane::copyAll() const
{
    QGuiApplication::clipboard()->setText(m_details.text());
}

void DetailsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        // The text holds colours, the labels hold pictures.
        const QString kind = m_key.isEmpty() ? QStringLiteral("details") : m_details.kind;
        m_icon->setPixmap(kindIcon(kind).pixmap(QSize(24, 24), devicePixelRatioF()));
        render();
    }
}

void DetailsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideTitle();
}

void DetailsPane::elideTitle()
{
    // A name of hexadecimal digits has no blank to break at; its ends tell it from others.
    const QString title = m_key.isEmpty() ? tr("Details") : m_details.title;
    m_title->setText(m_title->fontMetrics().elidedText(title, Qt::ElideMiddle, width() - 24 - 10 - 10 - 32 - 20));
    m_title->setToolTip(plainToolTip(title));
}

void DetailsPane::render()
{
    if (m_key.isEmpty()) {
        m_rendered.clear();
        if (m_body)
            m_body->clear();
        return;
    }
    const QString html = detailsHtml(m_details, palette(), m_wholeSections);
    if (html == m_rendered)
        return;
    m_rendered = html;
    const int scrolled = m_body->verticalScrollBar()->value();
    for (const Severity severity : {Severity::Note, Severity::Warning, Severity::Broken}) {
        m_body->document()->addResource(QTextDocument::ImageResource,
            QUrl(QStringLiteral("severity:%1").arg(int(severity))),
            severityIcon(severity).pixmap(QSize(15, 15), devicePixelRatioF()));
    }
    m_body->setHtml(html);
    m_body->verticalScrollBar()->setValue(scrolled);
}

void DetailsPane::showPlaces(const std::vector<PlaceButton> &places)
{
    emptyButtonRow(*m_places);
    for (const PlaceButton &place : places) {
        QToolButton *button = addRowButton(*m_places, place.iconName, place.title);
        button->setToolTip(tr("Show it in %1").arg(place.title));
        connect(button, &QToolButton::clicked, this, [this, target = place.place] { emit placeWanted(target); });
    }
}

void DetailsPane::showTexts(const std::vector<ViewableText> &texts)
{
    if (texts == m_shownTexts)
        return;
    m_shownTexts = texts;
    emptyButtonRow(*m_texts);
    for (const ViewableText &text : texts) {
        QToolButton *button =
            addRowButton(*m_texts, QStringLiteral("text"), literalText(plainText(fileName(text.path))));
        button->setToolTip(plainToolTip(tr("View %1: %2", "a file's name and what it is")
                .arg(plainText(fileName(text.path)), entryTitle(text.meaning))));
        connect(button, &QToolButton::clicked, this, [this, text] { emit textWanted(text); });
    }
    m_texts->setContentsMargins(8, 0, 8, texts.empty() ? 0 : 6);
}

} // namespace Fathom
