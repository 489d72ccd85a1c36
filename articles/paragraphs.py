"""Where are a text's paragraphs? Blocks between blank lines, as spans of code points, numbered from 1. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Paragraph(NamedTuple):
    """``text[start:end]`` begins and ends with a visible character; the end is exclusive."""

    number: int
    start: int
    end: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs in order. Every visible character lies in exactly one; a blank text has none."""
    spans: list[tuple[int, int]] = []
    offset, after_blank = 0, True
    for line in text.split("\n"):
        if words := line.strip():
            start = offset + line.index(words[0])
            end = offset + len(line.rstrip())
            spans.append((start, end) if after_blank else (spans.pop()[0], end))
        after_blank = not words
        offset += len(line) + 1
    return tuple(Paragraph(number, start, end) for number, (start, end) in enumerate(spans, 1))


def paragraph_of(found: Sequence[Paragraph], offset: int) -> Paragraph:
    """The paragraph that holds the code point at ``offset``; between two, the one before; at the head, the first.

    Raises IndexError if there are no paragraphs.
    """
    return found[max(0, bisect_right(found, offset, key=lambda paragraph: paragraph.start) - 1)]


def touched(found: Sequence[Paragraph], start: int, end: int) -> Sequence[Paragraph]:
    """The paragraphs, one or more, over which the span from ``start`` to ``end`` (exclusive) reaches."""
    first, last = paragraph_of(found, start), paragraph_of(found, end - 1)
    return found[first.number - 1 : last.number]
