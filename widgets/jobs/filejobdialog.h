// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"
#include "widgets/jobs/jobdialog.h"

#include <span>

class QCheckBox;

namespace Fathom {

class FormatBox;

/// How a kind of job is asked for that needs no dialog of its own: a file, perhaps a word, perhaps a file to be made.
/// Texts are English sources, translated in context "JobForm".
struct JobForm {
    const char *kind; ///< as in the table of kinds
    const char *menu; ///< "&Flatten…"
    const char *title; ///< of the dialog
    const char *start; ///< its button
    const char *word; ///< label of the word between the files; null: there is none
    const char *wordHint; ///< "20G or +10G"
    const char *suffix; ///< of the file to be made; empty: a directory is made; null: nothing is
    const char *option = nullptr; ///< of the kind, that may be ticked: "shrink"; null: none
    const char *optionText = nullptr;
    const char *wordFormat =
        nullptr; ///< the word is a file, and this option of the kind says its format; null: no file
    /// Which menus it stands in.
    enum class Menus { OfFiles, OfInstances, OfFilesAndInstances, None } menus = Menus::OfFiles;
    bool looksIn = false; ///< it takes --look-in: the directories of the open estate are given
};

/// What a dialog begins with.
struct JobSubject {
    NativePath path = {}; ///< empty: the dialog asks
    std::optional<ImageFormat> declared = {}; ///< what a trusted source says of it
    std::vector<NativePath> directories = {}; ///< of the open estate
};

/// In the order of the menus.
std::span<const JobForm> jobForms();
QString formText(const char *source);

class FileJobDialog final : public JobDialog {
    Q_OBJECT

public:
    FileJobDialog(JobSession &jobs, const JobForm &form, const JobSubject &subject = {}, QWidget *parent = nullptr);

    QLineEdit &sourceEdit() const { return *m_source; }
    QLineEdit *wordEdit() const { return m_word; } ///< null: none is asked for
    QLineEdit *targetEdit() const { return m_target; } ///< null: nothing is made
    FormatBox *wordFormatBox() const { return m_wordFormat; } ///< null: the word is no file
    QCheckBox *optionBox() const { return m_option; } ///< null: there is nothing to tick

protected:
    Result<std::shared_ptr<const Job>> job() const override;

private:
    const JobForm &m_what;
    const std::vector<NativePath> m_directories;
    QLineEdit *m_source;
    FormatBox *m_format = nullptr; ///< null: the kind takes none
    FormatBox *m_wordFormat = nullptr;
    QLineEdit *m_word = nullptr;
    QLineEdit *m_target = nullptr;
    QCheckBox *m_option = nullptr;
};

} // namespace Fathom
