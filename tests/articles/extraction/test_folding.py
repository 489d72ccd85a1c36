"""Folding: what rules read is as long as the text, and free of its dress."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.folding import fold


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_folded_text_has_the_length_of_the_text(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("China’s “stern” reply", 'China\'s "stern" reply'),
        ("UK–China trade", "UK-China trade"),
        ("He called it ‘a farce’ today", 'He called it "a farce" today'),
        ("the ministers’ plan", "the ministers' plan"),
        ("**China** relaxed", "  China   relaxed"),
        ("<b>China</b> said", "   China     said"),
        ("see [the report](http://a.example/b) now", "see  the report                      now"),
        ("snake_case stays", "snake_case stays"),
        ("5 < 6 and 7 > 4", "5 < 6 and 7 > 4"),
    ],
)
def test_dress_becomes_plain(text, folded):
    assert fold(text) == folded


def test_picture_and_its_words_vanish():
    assert fold("![A flag](x.png) China").split() == ["China"]


def test_single_quotation_marks_do_not_pair_across_paragraphs():
    assert '"' not in fold("He said ‘we will go\n\nand the ministers’ plan")
