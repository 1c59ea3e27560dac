// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/background.h"
#include "widgets/viewer/textload.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QSyntaxHighlighter;

namespace Fathom {

/// Shows a text file of the estate as it stands on the disk, highlighted, read-only.
class TextViewer final : public QDialog {
    Q_OBJECT

public:
    explicit TextViewer(const ViewableText &text, QWidget *parent = nullptr);

    void load(); ///< in the background
    void showResult(const Result<LoadedText> &result);

    QString textShown() const;
    QString noteShown() const;
    bool loaded() const { return m_loaded; }

protected:
    void changeEvent(QEvent *event) override;

private:
    ViewableText m_text;
    bool m_loaded = false;
    QLabel *m_note;
    QPlainTextEdit *m_view;
    QSyntaxHighlighter *m_highlighter = nullptr;
    Background m_loading;
};

} // namespace Fathom
