"""How does an address lead to certain words of a page? Text fragments: ``#:~:text=first%20words,last%20words``."""

from urllib.parse import quote

# A quotation longer than this is named by its first and its last words: pages differ in what lies between.
LONGEST = 120
WORDS_AT_AN_END = 6


def text_fragment(quotation: str) -> str:
    """The fragment, with its ``#``, that makes a browser scroll to the quotation and mark it."""
    words = quotation.split()
    is_short = "\n" not in quotation.strip() and len(quotation) <= LONGEST
    if is_short or len(words) < 2 * WORDS_AT_AN_END:
        return f"#:~:text={_encoded(words)}"
    return f"#:~:text={_encoded(words[:WORDS_AT_AN_END])},{_encoded(words[-WORDS_AT_AN_END:])}"


def _encoded(words: list[str]) -> str:
    """Percent-encoded, with the three characters that the syntax of fragments keeps for itself."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
