// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/aboutdialog.h"

#include "widgets/common/rowdelegate.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QTreeWidget>

namespace Fathom {

ShortcutsDialog::ShortcutsDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *keys = new QTreeWidget;
    keys->setAccessibleName(windowTitle());
    keys->setColumnCount(2);
    keys->setHeaderLabels({tr("Key"), tr("What it does")});
    keys->setRootIsDecorated(false);
    keys->setItemDelegate(new RowDelegate(keys));
    keys->setFrameShape(QFrame::NoFrame);
    QTreeWidgetItem *group = nullptr;
    const auto subject = [&](const QString &title) {
        group = new QTreeWidgetItem(keys, {title});
        group->setFirstColumnSpanned(true);
        QFont font = keys->font();
        font.setBold(true);
        group->setFont(0, font);
    };
    const auto key = [&](const QList<QKeySequence> &sequences, const QString &text) {
        QStringList names;
        for (const QKeySequence &sequence : sequences)
            names << sequence.toString(QKeySequence::NativeText);
        new QTreeWidgetItem(group, {names.join(QStringLiteral("  ")), text});
    };
    subject(tr("Everywhere"));
    key({Qt::ALT | Qt::Key_1, Qt::ALT | Qt::Key_2, Qt::ALT | Qt::Key_3, Qt::ALT | Qt::Key_4}, tr("Go to a page"));
    key({Qt::CTRL | Qt::Key_K}, tr("Go to anything by a few letters"));
    key({Qt::CTRL | Qt::Key_F}, tr("Filter the page"));
    key({Qt::Key_F5}, tr("Read everything again"));
    key({Qt::Key_Escape}, tr("Stop reading"));
    key({Qt::ALT | Qt::Key_Left, Qt::ALT | Qt::Key_Right}, tr("Back and forward through what was looked at"));
    key({Qt::Key_F9}, tr("Show or hide the details"));
    subject(tr("Tables and trees"));
    key({Qt::Key_Return}, tr("Go to where the thing leads"));
    key({Qt::Key_Space}, tr("Show the details of what is highlighted"));
    key({Qt::CTRL | Qt::Key_C}, tr("Copy the selected rows, tabs between the columns"));
    key({Qt::Key_Right, Qt::Key_Left}, tr("Open and close a branch"));
    key({Qt::Key_Asterisk}, tr("Open a branch and all below it"));
    subject(tr("Picture of the chains"));
    key({Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right}, tr("Walk from thing to thing"));
    key({Qt::Key_Plus, Qt::Key_Minus}, tr("Zoom in and out, as Ctrl and the mouse wheel do"));
    key({Qt::Key_0}, tr("Show it at 100 %"));
    key({Qt::Key_F}, tr("Fit it into the window"));
    keys->expandAll();
    keys->setItemsExpandable(false);
    keys->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    keys->header()->setStretchLastSection(true);
    keys->setSelectionMode(QAbstractItemView::SingleSelection);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(keys, 1);
    layout->addWidget(buttons);
    resize(640, 600);
}

} // namespace Fathom
