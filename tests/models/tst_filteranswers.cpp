// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filteranswers.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Fathom;

namespace {

constexpr int fieldCount = 3;

/// Texts of few letters, so that words are found in them often, several times, and at their ends.
std::vector<std::vector<QString>> randomRows(QRandomGenerator &random)
{
    std::vector<std::vector<QString>> rows(500);
    for (std::vector<QString> &row : rows)
        for (int field = 0; field < fieldCount; ++field) {
            QString text;
            for (int length = random.bounded(9); length > 0; --length)
                text += QChar(u'a' + random.bounded(3));
            row.push_back(text);
        }
    return rows;
}

std::vector<bool> plainAnswer(const std::vector<std::vector<QString>> &rows, const FilterTerm &term)
{
    const QString text = QString::fromUtf8(term.text);
    std::vector<bool> answer;
    for (const std::vector<QString> &row : rows) {
        bool met = false;
        for (int field = 0; field < fieldCount; ++field)
            if (term.field < 0 || term.field == field) {
                const QString &own = row[static_cast<std::size_t>(field)];
                met = met || (term.test == FilterTerm::Test::Equals ? own == text : own.contains(text));
            }
        answer.push_back(met);
    }
    return answer;
}

std::vector<bool> answerOf(FilterAnswers &answers, const FilterTerm &term)
{
    std::vector<bool> answer;
    for (const quint32 hit : *answers.of(term))
        answer.push_back(hit > 0);
    return answer;
}

} // namespace

class FilterAnswersTest : public QObject {
    Q_OBJECT

private slots:
    // Letters are typed and taken away at either end, and fields change in between: whatever was asked before, the
    // answer is that of looking at every text.
    void typingChangesNoAnswer()
    {
        QRandomGenerator random(11);
        const auto rows = randomRows(random);
        auto texts = std::make_shared<TextArena>();
        for (const std::vector<QString> &row : rows)
            texts->add(row);
        FilterAnswers answers;
        answers.setTexts(texts);
        FilterTerm term;
        for (int key = 0; key < 3000; ++key) {
            const auto letter = static_cast<char>('a' + random.bounded(3));
            switch (random.bounded(9)) {
            case 0: term.text.chop(1); break;
            case 1: term.text.clear(); break;
            case 2: term.text.prepend(letter); break;
            case 3: term.field = random.bounded(fieldCount + 1) - 1; break;
            case 4: term.test = FilterTerm::Test::Contains; break;
            case 5:
                if (term.field >= 0)
                    term.test = FilterTerm::Test::Equals;
                break;
            default: term.text.append(letter);
            }
            if (term.field < 0)
                term.test = FilterTerm::Test::Contains;
            const std::vector<bool> answer = answerOf(answers, term);
            QVERIFY2(answer == plainAnswer(rows, term), term.text.constData());
        }
    }

    void othersTextsHaveOtherAnswers()
    {
        FilterAnswers answers;
        QVERIFY(!answers.haveTexts());
        auto before = std::make_shared<TextArena>();
        before->add({QStringLiteral("alpha")});
        answers.setTexts(before);
        const FilterTerm term{.text = "alp"};
        QCOMPARE(answerOf(answers, term), std::vector<bool>{true});
        auto after = std::make_shared<TextArena>();
        after->add({QStringLiteral("beta")});
        after->add({QStringLiteral("Alpine")});
        answers.setTexts(after);
        QCOMPARE(answerOf(answers, term), (std::vector<bool>{false, true}));
    }

    void sameQuestionIsAnsweredFromMemory()
    {
        FilterAnswers answers;
        auto texts = std::make_shared<TextArena>();
        texts->add({QStringLiteral("alpha")});
        answers.setTexts(texts);
        const auto first = answers.of({.text = "al"});
        answers.of({.text = "alp"});
        QCOMPARE(answers.of({.negated = true, .text = "al"}), first);
        for (char letter = 'a'; letter <= 'z'; ++letter)
            answers.of({.text = QByteArray(1, letter)});
        QVERIFY(answers.of({.text = "al"}) != first); // not for ever
    }
};

QTEST_GUILESS_MAIN(FilterAnswersTest)
#include "tst_filteranswers.moc"
