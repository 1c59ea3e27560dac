// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of TableMenus that writes what the table shows into files, and copies it.
#include "widgets/common/tablemenus.h"

#include "models/keyedmodel.h"
#include "widgets/common/page.h"
#include "widgets/common/rowview.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMenu>

namespace Fathom {

RowExport TableMenus::exported(bool selectionOnly) const
{
    RowExport result{.levels = m_view.rootIsDecorated(), .value = m_model->rowValues()};
    for (const int column : shownColumns())
        result.columns.push_back({column, m_model->columnId(column), m_model->columnKind(column)});
    result.rows = selectionOnly ? m_model->exportRows(m_view.selectionModel()->selectedRows()) : m_model->exportRows();
    return result;
}

void TableMenus::exportTo(const QString &path, ExportFormat format, bool selectionOnly)
{
    const RowExport rows = exported(selectionOnly);
    const int count = static_cast<int>(rows.rows.size());
    m_exporting.run([path, format, rows](const std::stop_token &stop) { return exportRows(rows, format, path, stop); },
        [this, path, count](const Result<void> &done) {
            if (done)
                emit m_page.told(
                    Severity::None, tr("%n row(s) exported to %1", nullptr, count).arg(plainText(nativePath(path))));
            else
                emit m_page.told(Severity::Broken, sentence(done.error()));
        });
}

void TableMenus::askWhereToExport(bool selectionOnly)
{
    const QString csv = tr("CSV, for spreadsheets (*.csv)");
    const QString json = tr("JSON, for scripts (*.json)");
    QString chosen = csv;
    QString path = QFileDialog::getSaveFileName(this, tr("Export what the table shows"),
        m_page.id() + QStringLiteral(".csv"), csv + QStringLiteral(";;") + json, &chosen);
    if (path.isEmpty())
        return;
    const bool asJson = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) || chosen == json;
    exportTo(path, asJson ? ExportFormat::Json : ExportFormat::Csv, selectionOnly);
}

void TableMenus::copyAs(ExportFormat format) const
{
    const RowExport rows = exported(true);
    if (!rows.rows.empty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(exportText(rows, format)));
}

void TableMenus::fillExportMenu(QMenu &menu)
{
    menu.clear();
    const bool selected = m_view.selectionModel()->hasSelection();
    const auto action = [&](const QString &text, bool enabled, auto work) {
        QAction *made = menu.addAction(text);
        made->setEnabled(enabled);
        connect(made, &QAction::triggered, this, work);
    };
    action(tr("&Export all rows shown…"), m_model->rowCount() > 0, [this] { askWhereToExport(false); });
    action(tr("Export &selected rows…"), selected, [this] { askWhereToExport(true); });
    menu.addSeparator();
    action(tr("Copy selected rows as &CSV"), selected, [this] { copyAs(ExportFormat::Csv); });
    action(tr("Copy selected rows as &JSON"), selected, [this] { copyAs(ExportFormat::Json); });
}

} // namespace Fathom
