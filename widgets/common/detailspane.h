// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/details.h"
#include "widgets/common/places.h"
#include "widgets/viewer/viewabletexts.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QSpacerItem;
class QTextBrowser;
class QToolButton;

namespace Fathom {

class FlowLayout;

/// What is selected, told in full: the same on every page. Its text can be selected and copied, its links lead to what
/// the thing hangs together with.
class DetailsPane final : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    /// A page's button in "Show in".
    struct PlaceButton {
        Place place;
        QString title;
        QString iconName;
    };

    /// The same key again (a newer snapshot) keeps the place that was scrolled to.
    void tell(const QString &key, const Details &details, const std::vector<PlaceButton> &places,
        const std::vector<ViewableText> &texts = {});
    void clear();

    const QString &key() const { return m_key; }
    QString titleShown() const { return m_details.title; }
    QTextBrowser &body(); ///< of the text, made when there is something to tell
    void copyAll() const;

signals:
    void keyChanged(const QString &key); ///< what it shows; empty: nothing
    void linkActivated(const QString &key);
    void placeWanted(const Fathom::Place &place);
    void textWanted(const Fathom::ViewableText &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();
    void elideTitle();
    void orderTabs();
    void showPlaces(const std::vector<PlaceButton> &places);
    void showTexts(const std::vector<ViewableText> &texts);

    QString m_key;
    Details m_details;
    QSet<int> m_wholeSections;
    QString m_rendered;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_subtitle;
    QToolButton *m_copy;
    FlowLayout *m_places;
    FlowLayout *m_texts;
    QSpacerItem *m_room; ///< where the body will be
    std::vector<ViewableText> m_shownTexts;
    QTextBrowser *m_body = nullptr;
};

} // namespace Fathom
