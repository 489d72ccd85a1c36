import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.desk.quoting import QuoteError, find

TEXT = "Ministers met.\n\nThe embassy protested on\nTuesday. Ministers spoke. 𠮷 was there."


def test_exact_words_give_their_span():
    start, end = find(TEXT, "The embassy protested")
    assert TEXT[start:end] == "The embassy protested"


def test_line_breaks_may_differ():
    start, end = find(TEXT, "  protested on Tuesday. ")
    assert TEXT[start:end] == "protested on\nTuesday."


def test_offsets_are_code_points_beyond_the_basic_plane():
    start, end = find(TEXT, "𠮷 was")
    assert TEXT[start:end] == "𠮷 was"


def test_words_that_stand_twice_ask_for_more():
    with pytest.raises(QuoteError, match="more than once"):
        find(TEXT, "Ministers")
    assert find(TEXT, "Ministers met") == (0, 13)


def test_overlapping_repeats_count_as_twice():
    with pytest.raises(QuoteError, match="more than once"):
        find("na na na", "na na")


@pytest.mark.parametrize("words", ["The Embassy", "", " \n ", "met. The ministers", "\0"])
def test_other_words_are_found_nowhere(words):
    with pytest.raises(QuoteError):
        find(TEXT, words)


@given(st.text(), st.text())
def test_what_is_found_has_the_same_words(text, words):
    try:
        start, end = find(text, words)
    except QuoteError:
        return
    assert text[start:end].split() == words.split()
