"""Titles: short, from the sentence's own words, and readable."""

import pytest

from articles.extraction import titles

from .telling import only


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On Monday, China sanctioned two British firms.", "China sanctioned two British firms"),
        ("However, China has sanctioned two British firms.", "China has sanctioned two British firms"),
        ("“China is wrong,” said David Lammy.", "David Lammy says China is wrong"),
        ("“It is wrong of China,” said David Lammy.", "David Lammy says it is wrong of China"),
        (
            "Although it rained in China, Britain banned Huawei from its networks.",
            "Britain banned Huawei from its networks",
        ),
        (
            "But if the dispute grows, Britain and China have agreed to share their views.",
            "Britain and China have agreed to share their views",
        ),
        ("Police, who had watched him, arrested a man in China.", "Police arrested a man in China"),
        (
            "The United States' new rules banned Huawei equipment.",
            "The United States' new rules banned Huawei equipment",
        ),
        ("It comes after China sanctioned the Treasury's friends.", "China sanctioned the Treasury's friends"),
        ("After Britain sanctioned China, it rained.", "Britain sanctioned China"),
        ("Wang Yi urging Britain to buy Chinese goods.", "Wang Yi urges Britain to buy Chinese goods"),
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


@pytest.mark.parametrize(
    "text",
    [
        "China sanctioned two British firms and a third from the north with a very long name.",
        "China sanctioned two British firms with ties to a group of old friends of the navy.",
    ],
)
def test_title_ends_where_a_phrase_ends(text):
    title = only(text).title

    assert text.startswith(title) and text[len(title) :].split()[0] in ("to", "of", "with")


def test_quotation_mark_without_its_partner_is_dropped():
    title = only('David Lammy criticised China for a "very long farce ' + "of words " * 20 + '".').title

    assert title.count('"') in (0, 2)
