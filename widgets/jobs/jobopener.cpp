// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobopener.h"

#include "widgets/common/themedicon.h"
#include "widgets/jobs/convertdialog.h"

#include <QMenu>

#include <algorithm>

namespace Fathom {

namespace {

void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

JobOpener::JobOpener(JobSession &jobs, QWidget &window, std::function<std::vector<NativePath>()> directories)
    : QObject(&window)
    , m_jobs(jobs)
    , m_window(window)
    , m_directories(std::move(directories))
{
}

void JobOpener::fillMenu(QMenu &menu, const JobSubject &subject)
{
    QAction *convert = menu.addAction(themedIcon(QStringLiteral("swap")), tr("&Convert…"));
    connect(convert, &QAction::triggered, this,
        [this, subject] { openDialog(new ConvertDialog(m_jobs, subject.path, subject.declared, &m_window)); });
    for (const JobForm &form : jobForms())
        if (form.menus != JobForm::Menus::None && (form.menus != JobForm::Menus::OfInstances || subject.path.isEmpty()))
            addForm(menu, form, subject);
}

void JobOpener::fillDirectoryMenu(QMenu &menu, const JobSubject &subject)
{
    for (const JobForm &form : jobForms())
        if (form.menus == JobForm::Menus::OfFilesAndInstances || form.menus == JobForm::Menus::OfInstances)
            addForm(menu, form, subject);
}

FileJobDialog *JobOpener::makeDialog(const JobForm &form, const JobSubject &subject)
{
    JobSubject now = subject;
    now.directories = m_directories();
    return new FileJobDialog(m_jobs, form, now, &m_window);
}

void JobOpener::addForm(QMenu &menu, const JobForm &form, const JobSubject &subject)
{
    connect(menu.addAction(formText(form.menu)), &QAction::triggered, this,
        [this, &form, subject] { openDialog(makeDialog(form, subject)); });
}

void JobOpener::open(const QString &kind, const JobSubject &subject)
{
    const std::span<const JobForm> forms = jobForms();
    const auto form = std::ranges::find_if(
        forms, [&kind](const JobForm &candidate) { return kind == QLatin1StringView(candidate.kind); });
    if (form != forms.end())
        openDialog(makeDialog(*form, subject));
}

QList<QDialog *> JobOpener::makeDialogs(
    const NativePath &image, const NativePath &instance, const NativePath &quarantined)
{
    QList<QDialog *> dialogs{new ConvertDialog(m_jobs, image, {}, &m_window)};
    for (const JobForm &form : jobForms())
        dialogs << makeDialog(form,
            {.path = form.menus == JobForm::Menus::OfInstances ? instance
                    : form.menus == JobForm::Menus::None       ? quarantined
                                                               : image});
    return dialogs;
}

} // namespace Fathom
