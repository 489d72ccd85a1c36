"""Links to certain words of a page at the publisher."""

from urllib.parse import unquote

import pytest

from articles.fragments import LONGEST, text_fragment


def test_short_quotation_is_named_whole():
    assert text_fragment("China denied it.") == "#:~:text=China%20denied%20it."


def test_long_quotation_is_named_by_its_ends():
    quotation = " ".join(f"word{number}" for number in range(40))
    assert unquote(text_fragment(quotation)) == (
        "#:~:text=word0 word1 word2 word3 word4 word5,word34 word35 word36 word37 word38 word39"
    )


@pytest.mark.parametrize(("length", "ranged"), [(LONGEST, False), (LONGEST + 2, True)])
def test_border_between_short_and_long(length, ranged):
    assert ("," in text_fragment("a " * (length // 2 - 1) + "bb")) is ranged


def test_quotation_over_paragraphs_is_named_by_its_ends():
    """A fragment without a range never matches words of two blocks."""
    assert "," in text_fragment("He said that it was so:\n\n“We shall see what comes of it all.”")


@pytest.mark.parametrize("sign", [",", "-", "&", "#", "%", "“", "中"])
def test_signs_of_the_syntax_are_encoded(sign):
    fragment = text_fragment(f"so{sign}called")
    assert sign not in fragment.removeprefix("#:~:text=").replace("%", "" if sign == "%" else "%")
    assert unquote(fragment).endswith(f"so{sign}called")
