"""How the matching stages see a text: the same length, code point by code point, without its dress.

Typographic quotation marks, dashes and spaces become plain ones, and markup (tags, emphasis, the
addresses of links) becomes spaces, so that an offset in the folded text is the offset in the text.
"""

import re

PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
        **dict.fromkeys("\u200a\u202f\u205f\u3000\u200b\u200e\u200f\ufeff\t\v\f\x1c\x1d\x1e\x1f", " "),
    }
)

# Each is bounded and cannot run past the character that it starts with, so all are linear.
TAG = re.compile(r"</?[A-Za-z!][^<>]{0,400}>")
SHORTCODE = re.compile(r"\{\{[^{}]{0,400}\}\}")
ADDRESS = re.compile(r"https?://[^\s()\[\]<>]{1,2000}")
LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\(\s?[^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\s?\)")
SINGLE_QUOTE = re.compile(
    r"(?P<paragraph>\n[ \t]*\n)|(?P<opening>(?<![\w.,;!?')])'(?=\w))|(?P<closing>(?<=[\w.,;!?)])'(?![\w]))"
)
EMPHASIS = re.compile(r"\*{1,4}|`{1,3}|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])")


def fold(text: str) -> str:
    """The text as rules read it; ``len(fold(text)) == len(text)``."""
    plain = _double_quotes(text.translate(PLAIN))
    for pattern in (TAG, SHORTCODE):
        plain = pattern.sub(_blank, plain)
    plain = LINK.sub(_keep_words, plain)
    return EMPHASIS.sub(_blank, ADDRESS.sub(_blank, plain))


def _double_quotes(plain: str) -> str:
    """Single quotation marks as double ones, apostrophes left alone: a pair must open before a word and
    close after one within a paragraph."""
    marks = list(plain)
    opened = -1
    for match in SINGLE_QUOTE.finditer(plain):
        if match.lastgroup == "paragraph":
            opened = -1
        elif match.lastgroup == "opening":
            opened = match.start()
        elif opened >= 0:
            marks[opened] = marks[match.start()] = '"'
            opened = -1
    return "".join(marks)


def _blank(match: re.Match[str]) -> str:
    """Spaces in place of the match; a line break in it stays one."""
    found = match[0]
    if "\n" not in found:
        return " " * len(found)
    return "".join("\n" if character == "\n" else " " for character in found)


def _keep_words(match: re.Match[str]) -> str:
    """The words of a link at their place; an image's words are no part of the prose."""
    if match[0].startswith("!"):
        return _blank(match)
    before = match.start(1) - match.start()
    return " " * before + match[1] + _blank(match)[before + len(match[1]) :]
