// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/aboutdialog.h"

#include "widgets/common/themedicon.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>

namespace Fathom {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Fathom"));
    auto *icon = new QLabel;
    icon->setPixmap(programIcon().pixmap(QSize(72, 72), devicePixelRatioF()));
    auto *name = new QLabel(tr("Fathom %1").arg(QStringLiteral(FATHOM_VERSION)));
    QFont font = name->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    font.setBold(true);
    name->setFont(font);
    auto *what =
        new QLabel(tr("Shows how deep an OpenStack cloud's disks go: what lies in Glance's image store and under "
                      "every Nova instance, how the two hang together, and what it costs."));
    auto *lock =
        new QLabel(tr("It only reads, until it is unlocked: then jobs make new files, and never overwrite one."));
    auto *licence =
        new QLabel(tr("Free software under the GNU General Public License, version 3 or later. It comes with "
                      "no warranty."));
    auto *built = new QLabel(tr("Built with Qt %1.").arg(QString::fromLatin1(qVersion())));
    built->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout;
    column->setSpacing(10);
    for (QLabel *label : {name, what, lock, licence, built}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(18);
    layout->addLayout(row);
    layout->addWidget(buttons);
    setMinimumWidth(480);
}

} // namespace Fathom
