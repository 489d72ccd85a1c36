"""How much of a text may readers see? The licence rule, in one function that pages, snippets and exports share. Pure.

A text whose licence is "quotation only" is shown around what is cited, and never more than half of
what is not cited. So that pages together show no more than one page may, the rule is asked once for
a whole text, with every passage of it that public events cite; a page of one event then shows a
part of the answer (``articles.layout``).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from articles.paragraphs import Paragraph, paragraphs, touched

# Around a passage, when whole paragraphs would be too much: half before it, half behind; less if even that is too much.
WINDOW = 300


class Span(NamedTuple):
    """Code points of a text, end exclusive."""

    start: int
    end: int


def shown(text: str, cited: Iterable[tuple[int, int]], *, full: bool) -> tuple[Span, ...]:
    """The spans of the text that readers may see: in order, apart from each other.

    ``cited`` are the spans of the passages that public events cite, in any order; they are always
    shown. ``full`` says that everything may be shown (an open licence, or SHOW_FULL_TEXT). Otherwise
    the passages come with their paragraphs and one neighbour on each side, unless that is more than
    half of the uncited code points; then without the neighbours; then with WINDOW code points around
    each passage inside its paragraphs; then with half of that, and so on, down to the passages alone.
    """
    if full:
        return (Span(0, len(text)),) if text else ()
    passages = _united(cited)
    budget = (len(text) - _size(passages)) // 2
    return next(spans for spans in _narrowing(text, passages) if _size(spans) - _size(passages) <= budget)


def _narrowing(text: str, passages: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """What might be shown, from most to least; the last is the passages alone."""
    found = paragraphs(text)
    if passages and found:
        yield _with_paragraphs(passages, found, neighbours=1)
        yield _with_paragraphs(passages, found, neighbours=0)
        margin = WINDOW // 2
        while margin:
            yield _with_windows(text, passages, found, margin)
            margin //= 2
    yield tuple(passages)


def _with_paragraphs(passages: Sequence[Span], found: Sequence[Paragraph], *, neighbours: int) -> tuple[Span, ...]:
    numbers: set[int] = set()
    for passage in passages:
        around = touched(found, *passage)
        numbers.update(range(around[0].number - neighbours, around[-1].number + neighbours + 1))
    return _united(chain(passages, (Span(p.start, p.end) for p in found if p.number in numbers)))


def _with_windows(text: str, passages: Sequence[Span], found: Sequence[Paragraph], margin: int) -> tuple[Span, ...]:
    """Each passage with at most ``margin`` code points on each side, whole words, inside its paragraphs."""
    return _united(_window(text, passage, touched(found, *passage), margin) for passage in passages)


def _window(text: str, passage: Span, around: Sequence[Paragraph], margin: int) -> Span:
    start, end = max(around[0].start, passage.start - margin), min(around[-1].end, passage.end + margin)
    if start > around[0].start:
        start = _next_word(text, start, passage.start)
    if end < around[-1].end:
        end = _last_word_end(text, passage.end, end)
    return Span(min(start, passage.start), max(end, passage.end))


def _next_word(text: str, start: int, stop: int) -> int:
    """The first beginning of a word from ``start`` on; ``start`` itself where no white space comes before ``stop``."""
    return next((at for at in range(start, stop) if text[at - 1].isspace() and not text[at].isspace()), start)


def _last_word_end(text: str, start: int, stop: int) -> int:
    """The last end of a word up to ``stop``; ``stop`` itself where no white space comes behind ``start``."""
    return next((at for at in range(stop, start, -1) if text[at].isspace() and not text[at - 1].isspace()), stop)


def _united(spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The same code points as sorted spans that neither overlap nor touch."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1].end:
            united[-1] = united[-1]._replace(end=max(end, united[-1].end))
        else:
            united.append(Span(start, end))
    return tuple(united)


def _size(spans: Iterable[Span]) -> int:
    """How many code points the spans hold; they must lie apart."""
    return sum(span.end - span.start for span in spans)
