// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/gotopopup.h"

#include "models/cells.h"
#include "models/gotomodel.h"
#include "widgets/common/theme.h"
#include "widgets/window/gotodelegate.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>

#include <algorithm>

namespace Fathom {

namespace {

constexpr int mostRowsShown = 10;
constexpr int narrowestPopup = 560;
constexpr int popupMargin = 10;

} // namespace

GotoPopup::GotoPopup(GotoModel &model)
    : m_model(model)
    , m_list(new QListView)
    , m_title(new QLabel)
    , m_told(new QLabel)
{
    hide();
    setObjectName(QStringLiteral("goto"));
    setAccessibleName(tr("Found things"));
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Found things"));
    m_list->setModel(&model);
    m_list->setItemDelegate(new GotoDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { emit rowChosen(index.row()); });
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_told}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(popupMargin, 4, popupMargin, 4);
    }
    m_told->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_told);
}

void GotoPopup::showUnder(QWidget &line, State state)
{
    QWidget *window = line.window();
    if (parentWidget() != window)
        setParent(window);
    say(state);
    const QPoint corner = line.mapTo(window, QPoint(0, line.height() + 2));
    const int width = std::min(std::max(line.width(), narrowestPopup), window->width() - 2 * popupMargin);
    const int left = std::clamp(corner.x(), popupMargin, std::max(popupMargin, window->width() - popupMargin - width));
    const int rows = std::min(m_model.rowCount(), mostRowsShown);
    m_list->setFixedHeight(rows == 0 ? 0 : m_list->sizeHintForRow(0) * rows + 2);
    layout()->invalidate();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    setGeometry(left, corner.y(), width, std::min(height, window->height() - corner.y() - popupMargin));
    raise();
    show();
}

void GotoPopup::say(State state)
{
    const QString typed = m_model.typed().trimmed();
    const QString how =
        tr("A few letters of a name, the beginning of a word, or a piece of a UUID, a hash, a MAC address "
           "or a path. A further word narrows it down: “web compute1”.");
    QString title;
    QString told;
    if (state == State::NothingOpen) {
        title = tr("No estate is open");
        told = tr("Open one first: then everything in it can be gone to by a few letters.");
    } else if (state == State::Waiting) {
        title = tr("Reading…");
        told = how;
    } else if (typed.isEmpty()) {
        title = m_model.rowCount() > 0 ? tr("Looked at last") : QString();
        told = how;
    } else if (m_model.rowCount() == 0) {
        title = tr("Nothing is called “%1”").arg(typed);
        told = how;
    } else if (m_model.found() > std::size_t(m_model.rowCount())) {
        told = tr("The best %1 of %2; more letters find less", "two numbers")
                   .arg(countText(m_model.rowCount()), countText(qint64(m_model.found())));
    } else {
        told = tr("%n found", nullptr, m_model.rowCount());
    }
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_told->setText(told);
    m_list->setVisible(m_model.rowCount() > 0);
}

int GotoPopup::currentRow() const
{
    return m_list->currentIndex().row();
}

void GotoPopup::setCurrentRow(int row)
{
    m_list->setCurrentIndex(m_model.index(row, 0));
}

int GotoPopup::rowsShown() const
{
    return std::min(m_model.rowCount(), mostRowsShown);
}

QString GotoPopup::told() const
{
    return m_title->isHidden() ? m_told->text() : m_title->text() + u'\n' + m_told->text();
}

void GotoPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Fathom
