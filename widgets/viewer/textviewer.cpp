// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/textviewer.h"

#include "base/bytes.h"
#include "widgets/common/theme.h"
#include "widgets/viewer/syntaxmodule.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace Fathom {

namespace {

/// KSyntaxHighlighting's name of the language; empty: none.
QString syntaxOf(EntryMeaning meaning)
{
    switch (meaning) {
    case EntryMeaning::LibvirtXml:
    case EntryMeaning::UnrescueXml: return QStringLiteral("XML");
    case EntryMeaning::DiskInfo:
    case EntryMeaning::ComputeNodes: return QStringLiteral("JSON");
    default: return {};
    }
}

} // namespace

TextViewer::TextViewer(const ViewableText &text, QWidget *parent)
    : QDialog(parent)
    , m_text(text)
    , m_note(new QLabel(tr("Reading…")))
    , m_view(new QPlainTextEdit)
    , m_loading(this)
{
    const QString path = plainText(text.path);
    setWindowTitle(
        tr("%1 – %2", "a file and what it is").arg(plainText(fileName(text.path)), entryTitle(text.meaning)));
    auto *title = new QLabel(path);
    title->setTextFormat(Qt::PlainText);
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    title->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_view->setReadOnly(true);
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_view->setTabStopDistance(m_view->fontMetrics().horizontalAdvance(u' ') * 4);
    m_view->setAccessibleName(path);
    m_view->setFrameShape(QFrame::NoFrame);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = buttons->addButton(tr("Copy all"), QDialogButtonBox::ActionRole);
    connect(
        copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_view->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    resize(820, 640);
}

void TextViewer::load()
{
    m_loading.run(
        [text = m_text](const std::stop_token &) {
            syntaxModule();
            return loadText(text);
        },
        [this](const Result<LoadedText> &result) { showResult(result); });
}

QString TextViewer::textShown() const
{
    return m_view->toPlainText();
}

QString TextViewer::noteShown() const
{
    return m_note->text();
}

void TextViewer::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        syntaxModule()->recolor(m_highlighter, isDark(palette()));
}

void TextViewer::showResult(const Result<LoadedText> &result)
{
    m_loaded = true;
    if (!result) {
        m_note->setForegroundRole(QPalette::WindowText);
        m_note->setText(sentence(result.error()));
        return;
    }
    if (const QString syntax = syntaxOf(m_text.meaning); !syntax.isEmpty() && !m_highlighter && syntaxModule())
        m_highlighter = syntaxModule()->highlight(m_view->document(), syntax, isDark(palette()));
    m_view->setPlainText(result->text);
    const QString size = formatBytes(result->fileBytes);
    if (!result->cut)
        m_note->setText(tr("%1, read-only", "a size").arg(size));
    else if (m_text.meaning == EntryMeaning::ConsoleLog)
        m_note->setText(tr("The last %1 of %2, read-only").arg(formatBytes(shownTextBytes), size));
    else
        m_note->setText(tr("The first %1 of %2, read-only").arg(formatBytes(shownTextBytes), size));
    if (result->masked)
        m_note->setText(tr("%1; passwords in it are not shown", "what is shown of a file").arg(m_note->text()));
    if (m_text.meaning == EntryMeaning::ConsoleLog)
        m_view->moveCursor(QTextCursor::End);
}

} // namespace Fathom
