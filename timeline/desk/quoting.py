"""Where in a text do the words stand that a person copied from it?"""

import re

_WORD = re.compile(r"\S+")


class QuoteError(ValueError):
    """The words point to no place, or to several; the message tells a person what to do."""


def find(text: str, words: str) -> tuple[int, int]:
    """The span (code points, end exclusive) at which ``words`` stand in the text, once.

    Only white space may differ: what is copied from a page has other line breaks than the text.
    Raises QuoteError where the words stand nowhere or more than once.
    """
    wanted = " ".join(words.split())
    if not wanted:
        raise QuoteError("Copy the words of the passage from the document.")
    plain, places = _plain(text)
    at = plain.find(wanted)
    if at < 0:
        raise QuoteError("These words do not stand in the document. Copy them exactly as they are printed.")
    if plain.find(wanted, at + 1) >= 0:
        raise QuoteError("These words stand in the document more than once. Copy some more, before or after them.")
    return places[at], places[at + len(wanted) - 1] + 1


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with single spaces between words, and where each of its characters stands in the original."""
    pieces: list[str] = []
    places: list[int] = []
    for match in _WORD.finditer(text):
        if pieces:
            pieces.append(" ")
            places.append(match.start() - 1)
        pieces.append(match[0])
        places.extend(range(match.start(), match.end()))
    return "".join(pieces), places
