// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobopener.h"

#include "widgets/common/themedicon.h"
#include "widgets/jobs/convertdialog.h"
#include "widgets/jobs/filejobdialog.h"

#include <QMenu>

namespace Fathom {

JobOpener::JobOpener(JobSession &jobs, QWidget &window)
    : QObject(&window)
    , m_jobs(jobs)
    , m_window(window)
{
}

void JobOpener::fillMenu(QMenu &menu, const NativePath &path, const std::optional<ImageFormat> &declared)
{
    QAction *convert = menu.addAction(themedIcon(QStringLiteral("swap")), tr("&Convert…"));
    connect(convert, &QAction::triggered, this, [this, path, declared] {
        auto *dialog = new ConvertDialog(m_jobs, path, declared, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    for (const JobForm &form : jobForms())
        connect(menu.addAction(formText(form.menu)), &QAction::triggered, this, [this, &form, path, declared] {
            auto *dialog = new FileJobDialog(m_jobs, form, path, declared, &m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
}

QList<QDialog *> JobOpener::makeDialogs(const NativePath &path)
{
    QList<QDialog *> dialogs{new ConvertDialog(m_jobs, path, {}, &m_window)};
    for (const JobForm &form : jobForms())
        dialogs << new FileJobDialog(m_jobs, form, path, {}, &m_window);
    return dialogs;
}

} // namespace Fathom
