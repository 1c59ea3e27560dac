// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/convertdialog.h"

#include "jobs/convertpurpose.h"
#include "jobs/convertrequest.h"
#include "widgets/common/wrappedlabel.h"
#include "widgets/jobs/formatbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>

namespace Fathom {

ConvertDialog::ConvertDialog(
    JobSession &jobs, const NativePath &source, const std::optional<ImageFormat> &declared, QWidget *parent)
    : JobDialog(jobs, tr("Convert an image"), tr("&Convert"), parent)
    , m_source(addPath(tr("&Image:"), PathKind::File))
    , m_format(new FormatBox(declared))
    , m_purpose(new QComboBox)
    , m_reason(new WrappedLabel)
{
    setObjectName(QStringLiteral("convert"));
    form().addRow(tr("Its &format:"), m_format);
    for (const ConvertPurpose &purpose : convertPurposes())
        m_purpose->addItem(purposeText(purpose.title));
    form().addRow(tr("It is &for:"), m_purpose);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    form().addRow(QString(), m_reason);
    m_target = addPath(tr("Write &to:"), PathKind::NewFile);
    m_verify = new QCheckBox(tr("Compare the result with the &source"));
    m_verify->setChecked(true);
    form().addRow(QString(), m_verify);

    connect(m_source, &QLineEdit::textChanged, this, &ConvertDialog::suggestTarget);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ConvertDialog::inputsChanged);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &ConvertDialog::purposeChanged);
    connect(m_verify, &QCheckBox::toggled, this, &ConvertDialog::inputsChanged);
    m_source->setText(QString::fromUtf8(source));
    purposeChanged();
}

void ConvertDialog::purposeChanged()
{
    m_reason->setText(purposeText(convertPurposes()[std::size_t(m_purpose->currentIndex())].reason));
    suggestTarget();
    inputsChanged();
}

void ConvertDialog::suggestTarget()
{
    if (!m_target || (m_target->text() != m_suggested && !m_target->text().isEmpty()))
        return;
    const ConvertPurpose &purpose = convertPurposes()[std::size_t(m_purpose->currentIndex())];
    const QFileInfo source(m_source->text());
    m_suggested.clear();
    if (!source.fileName().isEmpty()) {
        const QString suffix = QString::fromLatin1(purpose.suffix);
        // "disk" and an image's UUID have no suffix, and "a.b" may not have one either: only a format's name is one.
        const bool known = formatFromName(source.suffix()) || source.suffix() == u"img";
        const QString base = known ? source.completeBaseName() : source.fileName();
        const QString same = suffix == source.suffix() ? tr("-new", "appended to a file's name") : QString();
        m_suggested = source.path() + u'/' + base + same + u'.' + suffix;
    }
    m_target->setText(m_suggested);
}

Result<std::shared_ptr<const Job>> ConvertDialog::job() const
{
    const auto missing = [](const QString &hint) {
        return std::unexpected(
            Error{.kind = ErrorKind::Usage, .action = tr("convert an image"), .subject = {}, .reason = hint});
    };
    if (m_source->text().isEmpty())
        return missing(tr("Choose the image to convert."));
    if (m_target->text().isEmpty())
        return missing(tr("Choose where to write the result."));
    const ConvertPurpose &purpose = convertPurposes()[std::size_t(m_purpose->currentIndex())];
    const ConvertRequest request{.source = nativePath(m_source->text()),
        .sourceFormat = m_format->declared(),
        .target = nativePath(m_target->text()),
        .targetFormat = purpose.format,
        .compress = purpose.compress,
        .verify = m_verify->isChecked()};
    return std::shared_ptr<const Job>(convertJob(request));
}

} // namespace Fathom
