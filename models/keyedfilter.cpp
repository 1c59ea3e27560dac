// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of KeyedModel that decides which rows pass the filter, and has their texts made.
#include "models/keyedmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

/// The texts of so many rows are made faster than anybody notices.
constexpr int fewRows = 2000;

std::shared_ptr<TextArena> textsOf(const std::vector<int> &rows, const std::function<std::vector<QString>(int)> &texts,
    const std::stop_token &stop = {})
{
    auto arena = std::make_shared<TextArena>();
    arena->reserve(rows.size());
    for (const int row : rows) {
        if (stop.stop_requested())
            return nullptr;
        arena->add(texts(row));
    }
    return arena;
}

} // namespace

std::vector<FilterField> KeyedModel::filterFields() const
{
    std::vector<FilterField> fields;
    for (int column = 0; column < columnCount(); ++column)
        fields.push_back(
            {columnId(column), headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), columnKind(column)});
    std::ranges::copy(moreFields(), std::back_inserter(fields));
    return fields;
}

void KeyedModel::setFilter(const QString &text)
{
    FilterQuery query = parseFilter(text, filterFields());
    m_filterProblem = query.problem;
    if (query.terms == m_terms) {
        emit filterApplied();
        return;
    }
    m_terms = std::move(query.terms);
    if (haveTexts())
        applyFilter();
}

void KeyedModel::prepareFilter()
{
    if (!m_answers.haveTexts() && !m_textsThread.joinable() && allRows() > fewRows)
        startTexts();
}

void KeyedModel::finishFilter()
{
    if (m_textsThread.joinable() && !m_answers.haveTexts()) {
        m_textsThread.join();
        QCoreApplication::sendPostedEvents(this);
    }
}

int KeyedModel::passingRows() const
{
    return static_cast<int>(std::ranges::count_if(m_live, [this](int slot) { return passesFilter(slot); }));
}

bool KeyedModel::needTexts() const
{
    return std::ranges::any_of(m_terms, [](const FilterTerm &term) { return term.test != FilterTerm::Test::Within; });
}

bool KeyedModel::haveTexts()
{
    if (m_answers.haveTexts() || !needTexts())
        return true;
    if (allRows() <= fewRows) {
        m_answers.setTexts(textsOf(m_live, rowTexts()));
        return true;
    }
    prepareFilter();
    return false;
}

void KeyedModel::startTexts()
{
    const quint64 generation = m_textsGeneration;
    // The thread never touches the model; it posts to it, and what was made of older rows is dropped.
    m_textsThread = std::jthread([this, generation, rows = m_live, texts = rowTexts()](const std::stop_token &stop) {
        const std::shared_ptr<const TextArena> made = textsOf(rows, texts, stop);
        if (made)
            QMetaObject::invokeMethod(
                this,
                [this, generation, made] {
                    if (generation == m_textsGeneration)
                        takeTexts(made);
                },
                Qt::QueuedConnection);
    });
}

void KeyedModel::takeTexts(const std::shared_ptr<const TextArena> &texts)
{
    m_answers.setTexts(texts);
    m_textsThread = {};
    if (needTexts())
        applyFilter();
}

void KeyedModel::applyFilter()
{
    m_filtering = true;
    updatePasses();
    showPassing();
    m_marks = std::vector<quint32>();
    m_filtering = false;
    emit filterApplied();
}

void KeyedModel::dropUnlessMet(const FilterTerm &term)
{
    const auto drop = [&](auto isMet) {
        for (std::size_t i = 0; i < m_live.size(); ++i)
            if (isMet(i) == term.negated)
                m_passes[static_cast<std::size_t>(m_live[i])] = 0;
    };
    if (term.test == FilterTerm::Test::Within) {
        drop([&, keyOf = sortKeys(term.field)](std::size_t i) {
            const QVariant key = keyOf(m_live[i]);
            const double number = key.toDouble();
            return key.isValid() && number >= term.low && number < term.high;
        });
    } else {
        const std::shared_ptr<const TextHits> hits = m_answers.of(term);
        drop([&](std::size_t i) { return (*hits)[i] > 0; });
    }
}

void KeyedModel::updatePasses()
{
    const auto at = [](int slot) { return static_cast<std::size_t>(slot); };
    if (m_terms.empty()) {
        m_passes.assign(at(slotCount()), 1);
        return;
    }
    m_passes.assign(at(slotCount()), 0);
    for (const int slot : m_live)
        m_passes[at(slot)] = canMatch(slot);
    for (const FilterTerm &term : m_terms)
        dropUnlessMet(term);

    const auto spreadDown = [this, at](bool fromTop) {
        for (const int slot : m_live) {
            const int parent = parentOf(slot);
            if (parent >= 0 && m_passes[at(parent)] && (fromTop || parentOf(parent) >= 0))
                m_passes[at(slot)] = 1;
        }
    };
    const auto spreadUp = [this, at] {
        for (auto slot = m_live.rbegin(); slot != m_live.rend(); ++slot)
            if (m_passes[at(*slot)] && parentOf(*slot) >= 0)
                m_passes[at(parentOf(*slot))] = 1;
    };
    if (filterScope() == FilterScope::Below)
        spreadDown(false);
    spreadUp();
    if (filterScope() == FilterScope::WholeTrees)
        spreadDown(true);
}

std::vector<int> KeyedModel::passing(const std::vector<int> &children) const
{
    if (m_terms.empty())
        return children;
    std::vector<int> result;
    result.reserve(children.size());
    std::ranges::copy_if(children, std::back_inserter(result), [this](int slot) { return passesFilter(slot); });
    return result;
}

} // namespace Fathom
