"""What may stand in a stored string."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import cleaning
from articles.reading.cleaning import clean_text, says_something

# Any code point, lone surrogates included, with those that the steps are about drawn often.
SPECIAL = "\ufeff\r\n\t\x00\x07\x85\ud800\udfff\u202e\u2066e\u0301\u1100\u1161\u2028 "
any_text = st.text(st.one_of(st.sampled_from(SPECIAL), st.characters(exclude_categories=())))


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        (cleaning.unix_newlines, "a\r\nb\rc\n\r", "a\nb\nc\n\n"),
        (cleaning.drop_lone_surrogates, "a\ud800b\udfffc", "abc"),
        (cleaning.drop_controls, "a\x00\x08\tb\n\x0b\x1fc\x7f\x9fd", "a\tb\ncd"),
        (cleaning.drop_bidi_overrides, "a\u202ab\u202e\u2066c\u2069", "abc"),
        (cleaning.drop_leading_bom, "\ufeffa\ufeffb", "a\ufeffb"),
        (cleaning.compose, "cafe\u0301", "café"),
    ],
)
def test_each_step_does_its_one_thing(step, before, after):
    assert step(before) == after


@pytest.mark.parametrize("character", ["\x20", "\x7e", "\xa0", "\u2029", "\u202f", "\u2065", "\u206a", "😀"])
def test_neighbours_of_what_is_dropped_stay(character):
    assert clean_text(f"a{character}b") == f"a{character}b"


def test_white_space_is_never_trimmed_or_collapsed():
    assert clean_text("  \t two  spaces \n\n\n") == "  \t two  spaces \n\n\n"


def test_dropping_brings_letter_and_accent_together():
    assert clean_text("e\x00\u0301") == "é"


def test_a_bom_behind_dropped_characters_is_still_leading():
    assert clean_text("\u202a\ufeff\x07\ufeffa") == "a"


@given(any_text)
def test_cleaning_twice_changes_nothing_more(text):
    once = clean_text(text)
    assert clean_text(once) == once


@given(any_text)
def test_a_clean_text_can_be_stored_anywhere(text):
    clean = clean_text(text)
    clean.encode("utf-8")
    assert unicodedata.is_normalized("NFC", clean)
    assert not [c for c in clean if unicodedata.category(c) == "Cc" and c not in "\n\t"]


@given(any_text)
def test_no_visible_line_is_lost(text):
    """Cleaning may join nothing: as many line breaks come out as went in."""
    assert clean_text(text).count("\n") == len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1


@pytest.mark.parametrize("text", ["a", "7", "?", "外", " a "])
def test_visible_text_says_something(text):
    assert says_something(text)


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b", "\u202e", "\x07"])
def test_invisible_text_says_nothing(text):
    assert not says_something(text)
