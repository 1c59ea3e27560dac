// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobdialog.h"

class QCheckBox;
class QComboBox;

namespace Fathom {

class FormatBox;

/// Asks what a converted image is for; the format follows from that.
class ConvertDialog final : public JobDialog {
    Q_OBJECT

public:
    /// source may be empty; declared: what a trusted source says of it.
    ConvertDialog(JobSession &jobs, const NativePath &source, const std::optional<ImageFormat> &declared = {},
        QWidget *parent = nullptr);

    QLineEdit &sourceEdit() const { return *m_source; }
    QLineEdit &targetEdit() const { return *m_target; }
    QComboBox &purposeBox() const { return *m_purpose; }
    FormatBox &formatBox() const { return *m_format; }

protected:
    Result<std::shared_ptr<const Job>> job() const override;

private:
    void purposeChanged();
    void suggestTarget();

    QLineEdit *m_source;
    FormatBox *m_format;
    QComboBox *m_purpose;
    QLabel *m_reason;
    QLineEdit *m_target = nullptr;
    QCheckBox *m_verify;
    QString m_suggested; ///< what the target was last filled with: as long as it stands there, it follows
};

} // namespace Fathom
