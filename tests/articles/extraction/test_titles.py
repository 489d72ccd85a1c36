"""Titles: short, from the sentence's own words, and readable."""

import pytest

from articles.extraction import titles

from .telling import only


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On Monday, China sanctioned two British firms.", "China sanctioned two British firms"),
        ("However, China has sanctioned two British firms.", "China has sanctioned two British firms"),
        ("“China is wrong,” said David Lammy.", "David Lammy: China is wrong"),
    ],
)
def test_title_is_the_act_without_its_dress(text, title):
    assert only(text).title == title


def test_long_sentence_is_cut_at_fourteen_words_without_a_loose_end():
    text = (
        "China sanctioned two British firms and four members of both houses "
        "for their words about the far west of the country."
    )

    title = only(text).title

    assert len(title.split()) <= titles.LONGEST
    assert title.split()[-1] not in ("of", "the", "for", "about", "and", "their")


def test_quotation_mark_without_its_partner_is_dropped():
    assert '"' not in titles.make('China called it "a very long farce ' + "of words " * 20 + '"', 6, 12, "sanction", ())
