// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobdialog.h"

#include "widgets/common/themedicon.h"
#include "widgets/jobs/planview.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace Fathom {

namespace {

constexpr int pauseMilliseconds = 250; ///< of typing, before a plan is made

} // namespace

JobDialog::JobDialog(JobSession &jobs, const QString &title, const QString &start, QWidget *parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_form(new QFormLayout)
    , m_plan(new PlanView)
    , m_lockRow(new QWidget)
    , m_unlock(new QPushButton(themedIcon(QStringLiteral("unlock")), tr("&Unlock")))
    , m_start(new QPushButton(start))
{
    setWindowTitle(title);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);

    auto *lockLayout = new QHBoxLayout(m_lockRow);
    lockLayout->setContentsMargins(0, 0, 0, 0);
    auto *sign = new QLabel;
    sign->setPixmap(themedIcon(QStringLiteral("lock")).pixmap(QSize(16, 16), devicePixelRatioF()));
    auto *locked = new QLabel(tr("Fathom is locked and changes nothing."));
    locked->setTextFormat(Qt::PlainText);
    lockLayout->addWidget(sign);
    lockLayout->addWidget(locked);
    lockLayout->addWidget(m_unlock);
    lockLayout->addStretch(1);

    auto *planTitle = new QLabel(tr("What will be done"));
    QFont font = planTitle->font();
    font.setBold(true);
    planTitle->setFont(font);
    auto *inside = new QWidget;
    auto *insideLayout = new QVBoxLayout(inside);
    insideLayout->setContentsMargins(10, 8, 10, 8);
    insideLayout->addWidget(m_plan);
    insideLayout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setFocusPolicy(Qt::NoFocus); // its lines take the focus, and are scrolled to
    scroll->setMinimumHeight(170);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_start, QDialogButtonBox::AcceptRole);
    m_start->setDefault(true);
    m_start->setEnabled(false);
    m_unlock->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(m_form);
    layout->addWidget(planTitle);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_lockRow);
    layout->addWidget(buttons);
    resize(700, 600);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &JobDialog::planNow);
    connect(m_unlock, &QPushButton::clicked, this, [this] { m_jobs.setUnlocked(true); });
    connect(&m_jobs, &JobSession::unlockedChanged, this, &JobDialog::updateStart);
    connect(buttons, &QDialogButtonBox::accepted, this, &JobDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateStart();
}

QLineEdit *JobDialog::addPath(const QString &label, PathKind kind)
{
    const bool toBeMade = kind == PathKind::NewFile;
    auto *edit = new QLineEdit;
    auto *ask = new QToolButton;
    ask->setIcon(themedIcon(QStringLiteral("open")));
    ask->setToolTip(toBeMade              ? tr("Choose where to write it")
            : kind == PathKind::Directory ? tr("Choose the directory")
                                          : tr("Choose the file"));
    ask->setAccessibleName(ask->toolTip());
    auto *row = new QHBoxLayout;
    row->addWidget(edit, 1);
    row->addWidget(ask);
    m_form->addRow(label, row);
    if (auto *text = qobject_cast<QLabel *>(m_form->labelForField(row)))
        text->setBuddy(edit);
    edit->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    connect(edit, &QLineEdit::textChanged, this, &JobDialog::inputsChanged);
    connect(ask, &QToolButton::clicked, this, [this, edit, kind, toBeMade] {
        auto *dialog = new QFileDialog(this,
            toBeMade                          ? tr("Where to write it")
                : kind == PathKind::Directory ? tr("Choose a directory")
                                              : tr("Choose a file"),
            edit->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(toBeMade          ? QFileDialog::AnyFile
                : kind == PathKind::Directory ? QFileDialog::Directory
                                              : QFileDialog::ExistingFile);
        dialog->setAcceptMode(toBeMade ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
        // Nothing is ever overwritten; the plan says so in its own words.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        if (!edit->text().isEmpty())
            dialog->selectFile(edit->text());
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return edit;
}

void JobDialog::inputsChanged()
{
    m_planner.forget();
    m_good.reset();
    m_job.reset();
    m_planning = true;
    m_pause.start();
    updateStart();
}

void JobDialog::planNow()
{
    Result<std::shared_ptr<const Job>> wanted = job();
    if (!wanted) {
        m_planning = false;
        m_plan->sayNothing(wanted.error().reason);
        return updateStart();
    }
    m_job = std::move(*wanted);
    m_plan->sayLooking();
    m_planner.run([job = m_job](const std::stop_token &stop) { return job->plan(stop); },
        [this](const Result<Plan> &plan) {
            m_planning = false;
            if (!plan) {
                m_plan->showError(plan.error());
            } else {
                m_plan->showPlan(*plan);
                if (!plan->obstacle())
                    m_good = *plan;
            }
            updateStart();
        });
}

void JobDialog::updateStart()
{
    const bool may = m_jobs.unlocked() || (m_job && m_job->looksOnly());
    m_lockRow->setVisible(!may);
    m_start->setEnabled(m_good && may);
}

void JobDialog::begin()
{
    if (m_good && m_jobs.add(m_job, m_good))
        accept();
}

} // namespace Fathom
