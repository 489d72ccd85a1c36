"""Where a text's paragraphs are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.paragraphs import paragraph_of, paragraphs, touched

TEXT = "\n One line\nand another. \n \t\n\nTwo.\n\n\nThree 😀."
lined_text = st.text(st.sampled_from("ab😀 \t\n\n\u3000"))


def words(text):
    return [text[paragraph.start : paragraph.end] for paragraph in paragraphs(text)]


def test_blank_lines_part_paragraphs():
    assert words(TEXT) == ["One line\nand another.", "Two.", "Three 😀."]


def test_paragraphs_are_numbered_from_one():
    assert [paragraph.number for paragraph in paragraphs(TEXT)] == [1, 2, 3]


@pytest.mark.parametrize("blank", ["", "\n", " \n\t\n"])
def test_a_blank_text_has_no_paragraph(blank):
    assert paragraphs(blank) == ()


@given(lined_text)
def test_every_visible_character_lies_in_one_paragraph(text):
    inside = [at for paragraph in paragraphs(text) for at in range(paragraph.start, paragraph.end)]
    assert len(inside) == len(set(inside))
    assert {at for at, character in enumerate(text) if not character.isspace()} <= set(inside)


@given(lined_text)
def test_no_paragraph_holds_a_blank_line(text):
    for found in words(text):
        assert found == found.strip()
        assert all(line.strip() for line in found.split("\n"))


@pytest.mark.parametrize(
    ("words", "number"),
    [("One", 1), ("another. ", 1), ("Two", 2), ("\n\n\nThree", 2), ("Three", 3), ("\n One", 1)],
)
def test_an_offset_belongs_to_a_paragraph(words, number):
    assert paragraph_of(paragraphs(TEXT), TEXT.index(words)).number == number


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("One line", [1]), ("another. \n \t\n\nT", [1, 2]), ("another. ", [1]), ("Two.\n\n\nThree", [2, 3])],
)
def test_a_span_touches_the_paragraphs_it_reaches_over(words, numbers):
    start = TEXT.index(words)
    assert [paragraph.number for paragraph in touched(paragraphs(TEXT), start, start + len(words))] == numbers
