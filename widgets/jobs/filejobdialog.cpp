// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/filejobdialog.h"

#include "widgets/jobs/formatbox.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace Fathom {

namespace {

constexpr std::array forms{
    JobForm{"flatten", QT_TRANSLATE_NOOP("JobForm", "&Flatten…"),
        QT_TRANSLATE_NOOP("JobForm", "Make one file of an overlay and its bases"),
        QT_TRANSLATE_NOOP("JobForm", "&Flatten"), nullptr, nullptr, "qcow2"},
    JobForm{"check", QT_TRANSLATE_NOOP("JobForm", "C&heck…"),
        QT_TRANSLATE_NOOP("JobForm", "Look for damage inside an image"), QT_TRANSLATE_NOOP("JobForm", "C&heck"),
        nullptr, nullptr, nullptr},
    JobForm{"repair", QT_TRANSLATE_NOOP("JobForm", "Rep&air…"),
        QT_TRANSLATE_NOOP("JobForm", "Repair a damaged image in a copy"), QT_TRANSLATE_NOOP("JobForm", "Rep&air"),
        nullptr, nullptr, nullptr, "leaks", QT_TRANSLATE_NOOP("JobForm", "&Only give back lost space")},
    JobForm{"resize", QT_TRANSLATE_NOOP("JobForm", "&Resize…"),
        QT_TRANSLATE_NOOP("JobForm", "Give an image another virtual size"), QT_TRANSLATE_NOOP("JobForm", "&Resize"),
        QT_TRANSLATE_NOOP("JobForm", "New si&ze:"), QT_TRANSLATE_NOOP("JobForm", "20G, or +10G for so much more"),
        nullptr, "shrink", QT_TRANSLATE_NOOP("JobForm", "It &may become smaller")},
    JobForm{"snapshots", QT_TRANSLATE_NOOP("JobForm", "List s&napshots…"),
        QT_TRANSLATE_NOOP("JobForm", "List the snapshots inside an image"), QT_TRANSLATE_NOOP("JobForm", "&List"),
        nullptr, nullptr, nullptr},
    JobForm{"snapshot-extract", QT_TRANSLATE_NOOP("JobForm", "&Extract a snapshot…"),
        QT_TRANSLATE_NOOP("JobForm", "Make an image of a snapshot inside another"),
        QT_TRANSLATE_NOOP("JobForm", "&Extract"), QT_TRANSLATE_NOOP("JobForm", "S&napshot:"),
        QT_TRANSLATE_NOOP("JobForm", "its name or ID"), "qcow2"},
    JobForm{"snapshot-delete", QT_TRANSLATE_NOOP("JobForm", "&Delete a snapshot…"),
        QT_TRANSLATE_NOOP("JobForm", "Delete a snapshot inside an image, for good"),
        QT_TRANSLATE_NOOP("JobForm", "&Delete"), QT_TRANSLATE_NOOP("JobForm", "S&napshot:"),
        QT_TRANSLATE_NOOP("JobForm", "its name or ID"), nullptr},
    JobForm{"overlay", QT_TRANSLATE_NOOP("JobForm", "Make an &overlay…"),
        QT_TRANSLATE_NOOP("JobForm", "Make a disk that stands on an image"), QT_TRANSLATE_NOOP("JobForm", "&Make it"),
        nullptr, nullptr, "overlay.qcow2"},
    JobForm{"rebase", QT_TRANSLATE_NOOP("JobForm", "Re&base…"),
        QT_TRANSLATE_NOOP("JobForm", "Let an overlay stand on another base"), QT_TRANSLATE_NOOP("JobForm", "Re&base"),
        QT_TRANSLATE_NOOP("JobForm", "&New base:"), QT_TRANSLATE_NOOP("JobForm", "the file that it shall stand on"),
        nullptr, "unsafe", QT_TRANSLATE_NOOP("JobForm", "&Both hold the same: prove it, and change the name only"),
        "onto-format"},
    JobForm{"commit", QT_TRANSLATE_NOOP("JobForm", "Comm&it…"),
        QT_TRANSLATE_NOOP("JobForm", "Put what an overlay holds into its base"),
        QT_TRANSLATE_NOOP("JobForm", "Comm&it"), nullptr, nullptr, nullptr},
    JobForm{"compress", QT_TRANSLATE_NOOP("JobForm", "Take &less space…"),
        QT_TRANSLATE_NOOP("JobForm", "Make an image take less space"), QT_TRANSLATE_NOOP("JobForm", "Make it &smaller"),
        nullptr, nullptr, nullptr, "compress", QT_TRANSLATE_NOOP("JobForm", "&Compress its data, too (qcow2)")},
    JobForm{"copy", QT_TRANSLATE_NOOP("JobForm", "Co&py…"), QT_TRANSLATE_NOOP("JobForm", "Copy a file byte for byte"),
        QT_TRANSLATE_NOOP("JobForm", "Co&py"), nullptr, nullptr, "copy"},
    JobForm{"look", QT_TRANSLATE_NOOP("JobForm", "&Look inside…"),
        QT_TRANSLATE_NOOP("JobForm", "See the partitions and file systems on a disk"),
        QT_TRANSLATE_NOOP("JobForm", "&Look"), nullptr, nullptr, nullptr},
    JobForm{"checksum", QT_TRANSLATE_NOOP("JobForm", "Ma&ke checksums…"),
        QT_TRANSLATE_NOOP("JobForm", "Make the checksums of a file"), QT_TRANSLATE_NOOP("JobForm", "&Make"), nullptr,
        nullptr, nullptr},
    JobForm{"recover", QT_TRANSLATE_NOOP("JobForm", "Reco&ver the instance…"),
        QT_TRANSLATE_NOOP("JobForm", "Make plain files of an instance whose host or cloud is gone"),
        QT_TRANSLATE_NOOP("JobForm", "Reco&ver"), nullptr, nullptr, "", "evidence-read",
        QT_TRANSLATE_NOOP("JobForm", "I have read below what nothing proves, and want it all the same"), nullptr,
        JobForm::Menus::OfInstances, true},
    JobForm{"quarantine", QT_TRANSLATE_NOOP("JobForm", "Move into &quarantine…"),
        QT_TRANSLATE_NOOP("JobForm", "Move what nobody needs out of the way"), QT_TRANSLATE_NOOP("JobForm", "&Move it"),
        nullptr, nullptr, nullptr, "evidence-read",
        QT_TRANSLATE_NOOP("JobForm", "I have read below who did not answer, and know that nobody needs it"), nullptr,
        JobForm::Menus::OfFilesAndInstances, true},
    JobForm{"remove", QT_TRANSLATE_NOOP("JobForm", "&Remove for good…"),
        QT_TRANSLATE_NOOP("JobForm", "Remove for good what lies in quarantine"),
        QT_TRANSLATE_NOOP("JobForm", "&Remove for good"), nullptr, nullptr, nullptr, "for-good",
        QT_TRANSLATE_NOOP("JobForm", "I know that it cannot be brought back"), nullptr, JobForm::Menus::None},
};

bool takesFormat(const JobKind &kind)
{
    return std::ranges::any_of(kind.options(),
        [](const QCommandLineOption &option) { return option.names().contains(QStringLiteral("format")); });
}

QString sourceLabel(JobForm::Menus menus)
{
    switch (menus) {
    case JobForm::Menus::OfFiles: return FileJobDialog::tr("&Image:");
    case JobForm::Menus::OfInstances: return FileJobDialog::tr("&Instance's directory:");
    default: return FileJobDialog::tr("&File or directory:");
    }
}

} // namespace

std::span<const JobForm> jobForms()
{
    return forms;
}

QString formText(const char *source)
{
    return QCoreApplication::translate("JobForm", source);
}

FileJobDialog::FileJobDialog(JobSession &jobs, const JobForm &what, const JobSubject &subject, QWidget *parent)
    : JobDialog(jobs, formText(what.title), formText(what.start), parent)
    , m_what(what)
    , m_directories(subject.directories)
    , m_source(addPath(
          sourceLabel(what.menus), what.menus == JobForm::Menus::OfInstances ? PathKind::Directory : PathKind::File))
{
    setObjectName(QString::fromLatin1(what.kind));
    if (const JobKind *kind = jobKind(QLatin1StringView(what.kind)); kind && takesFormat(*kind)) {
        m_format = new FormatBox(subject.declared);
        form().addRow(tr("Its f&ormat:"), m_format);
        connect(m_format, &QComboBox::currentIndexChanged, this, &FileJobDialog::inputsChanged);
    }
    if (what.word) {
        if (what.wordFormat) {
            m_word = addPath(formText(what.word), PathKind::File);
        } else {
            m_word = new QLineEdit;
            form().addRow(formText(what.word), m_word);
            connect(m_word, &QLineEdit::textChanged, this, &FileJobDialog::inputsChanged);
        }
        m_word->setPlaceholderText(formText(what.wordHint));
    }
    if (what.wordFormat) {
        m_wordFormat = new FormatBox({});
        form().addRow(tr("The base's fo&rmat:"), m_wordFormat);
        connect(m_wordFormat, &QComboBox::currentIndexChanged, this, &FileJobDialog::inputsChanged);
    }
    if (what.suffix)
        m_target = addPath(tr("Write &to:"), PathKind::NewFile);
    if (what.option) {
        m_option = new QCheckBox(formText(what.optionText));
        form().addRow(QString(), m_option);
        connect(m_option, &QCheckBox::toggled, this, &FileJobDialog::inputsChanged);
    }
    m_source->setText(QString::fromUtf8(subject.path));
    if (m_target && !subject.path.isEmpty())
        m_target->setText(m_source->text() + tr("-new", "appended to a file's name") +
            (*what.suffix ? u'.' + QLatin1StringView(what.suffix) : QString()));
    inputsChanged();
}

Result<std::shared_ptr<const Job>> FileJobDialog::job() const
{
    const auto missing = [&](const QString &hint) {
        return std::unexpected(Error{.kind = ErrorKind::Usage, .action = windowTitle(), .subject = {}, .reason = hint});
    };
    if (m_source->text().isEmpty())
        return missing(tr("Choose the file."));
    if (m_word && m_word->text().isEmpty())
        return missing(tr("Fill in what is asked for: %1.").arg(m_word->placeholderText()));
    if (m_target && m_target->text().isEmpty())
        return missing(tr("Choose where to write the result."));
    QStringList command{QString::fromLatin1(m_what.kind)};
    if (m_format)
        if (const std::optional<ImageFormat> format = m_format->declared())
            command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*format).id);
    if (m_wordFormat)
        if (const std::optional<ImageFormat> format = m_wordFormat->declared())
            command << QStringLiteral("--") + QLatin1StringView(m_what.wordFormat)
                    << QLatin1StringView(formatTraits(*format).id);
    if (m_option && m_option->isChecked())
        command << QStringLiteral("--") + QLatin1StringView(m_what.option);
    if (m_what.looksIn)
        for (const NativePath &directory : m_directories)
            command << QStringLiteral("--look-in") << QString::fromUtf8(directory);
    command << QStringLiteral("--") << m_source->text();
    if (m_word)
        command << m_word->text();
    if (m_target)
        command << m_target->text();
    return jobFromCommand(command).transform(
        [](std::unique_ptr<Job> job) { return std::shared_ptr<const Job>(std::move(job)); });
}

} // namespace Fathom
