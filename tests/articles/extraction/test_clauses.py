"""Clauses: which words of a sentence belong together."""

import pytest

from articles.extraction import clauses


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        ("The embassy, which stands by the river, was sold in May.", "embassy", "May"),
        ("The congress (NPC) enacted it in 1990.", "congress", "1990"),
        ("The deal - a large one - was signed today.", "deal", "today"),
    ],
)
def test_interrupted_clause_goes_on(sentence, one, other):
    assert clauses.together(sentence, sentence.index(one), sentence.index(other))


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        ("The embassy, which opened in 2001, was sold.", "sold", "2001"),
        ("They met after the vote in May.", "met", "May"),
        ("They met; nothing was signed in May.", "met", "May"),
        ("It agreed to talk and it left in May.", "agreed", "May"),
    ],
)
def test_other_clause_is_apart(sentence, one, other):
    assert not clauses.together(sentence, sentence.index(one), sentence.index(other))


def test_subordinate_clause_is_known_by_its_opening():
    sentence = "They met after the vote in May."

    assert clauses.is_subordinate(sentence, sentence.index("vote"))
    assert not clauses.is_subordinate(sentence, sentence.index("met"))


def test_words_in_quotation_marks_are_known():
    sentence = 'He said "we will go" and went.'

    assert clauses.in_quotes(sentence, sentence.index("will"))
    assert not clauses.in_quotes(sentence, sentence.index("went"))


def test_segments_cover_the_sentence():
    sentence = "A, which b (c) - d, and e said; f."

    assert "".join(sentence[start:end] for start, end, _ in clauses.split(sentence)) == sentence
