"""How does a text stand on a page? As paragraphs of marked segments, with gaps where nothing is shown. Pure.

Marks overlap and cross freely, elements of a page cannot: so a text is cut wherever a mark begins or
ends, and each segment names all the marks that lie over it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from articles.excerpts import Span
from articles.paragraphs import Paragraph, paragraphs, touched


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be marked in a text: ``passage`` is the id of a cited passage, or ``kind`` is what its words tell
    ("trigger", "date", "actor"). Code points of the text, end exclusive."""

    start: int
    end: int
    kind: str = ""
    passage: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text under the same marks. ``anchors`` are the passages whose link leads here; an id stands once."""

    start: int
    end: int
    text: str
    passages: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    anchors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as far as it is shown: runs of segments, an empty run where words are left out.

    ``number`` is that of the paragraph; where whole paragraphs are left out stands one block with number 0.
    """

    number: int
    runs: tuple[tuple[Segment, ...], ...]


GAP: tuple[Segment, ...] = ()
HIDDEN = Block(0, (GAP,))


def lay_out(
    text: str,
    spans: Sequence[Span],
    marks: Iterable[Mark] = (),
    *,
    around: tuple[int, int] | None = None,
    found: Sequence[Paragraph] | None = None,
) -> tuple[Block, ...]:
    """The blocks of a page on which the ``spans`` of the text (from ``excerpts.shown``) are to be seen.

    With ``around``, the span of a passage, only its paragraph or paragraphs; else all of the text.
    ``found`` are the text's paragraphs, where they are known already.
    """
    found = paragraphs(text) if found is None else found
    wanted = touched(found, *around) if found and around else found
    pieces = [(paragraph, _inside(spans, paragraph)) for paragraph in wanted]
    runs = iter(segments(text, [piece for _, inside in pieces for piece in inside], marks))
    blocks: list[Block] = []
    for paragraph, inside in pieces:
        if inside:
            blocks.append(Block(paragraph.number, _with_gaps(paragraph, [(piece, next(runs)) for piece in inside])))
        elif blocks[-1:] != [HIDDEN]:
            blocks.append(HIDDEN)
    return tuple(blocks)


def segments(text: str, spans: Iterable[Span], marks: Iterable[Mark]) -> list[tuple[Segment, ...]]:
    """Each of the spans, which lie in order, as segments that join to its text. An anchor stands in the first
    segment of its passage, once in all of them."""
    ahead = sorted(set(marks), key=lambda mark: (mark.start, mark.end, mark.passage or 0, mark.kind), reverse=True)
    over: list[Mark] = []
    anchored: set[int] = set()
    runs = []
    for span in spans:
        while ahead and ahead[-1].start < span.end:
            over.append(ahead.pop())
        over = [mark for mark in over if mark.end > span.start]
        runs.append(tuple(_cut(text, span, over, anchored)))
    return runs


def _cut(text: str, span: Span, over: Sequence[Mark], anchored: set[int]) -> Iterator[Segment]:
    """The span between all borders of the marks ``over`` it; ``anchored`` learns which passages have their anchor."""
    borders = {max(mark.start, span.start) for mark in over} | {min(mark.end, span.end) for mark in over}
    for start, end in pairwise(sorted(borders | set(span))):
        here = [mark for mark in over if mark.start <= start and mark.end >= end]
        passages = tuple(dict.fromkeys(mark.passage for mark in here if mark.passage is not None))
        yield Segment(
            start=start,
            end=end,
            text=text[start:end],
            passages=passages,
            kinds=tuple(sorted({mark.kind for mark in here if mark.kind})),
            anchors=tuple(passage for passage in passages if passage not in anchored),
        )
        anchored.update(passages)


def _inside(spans: Sequence[Span], paragraph: Paragraph) -> list[Span]:
    """What of the spans lies in the paragraph."""
    first = bisect_right(spans, paragraph.start, key=lambda span: span.end)
    meeting = takewhile(lambda span: span.start < paragraph.end, spans[first:])
    return [Span(max(span.start, paragraph.start), min(span.end, paragraph.end)) for span in meeting]


def _with_gaps(
    paragraph: Paragraph, pieces: Sequence[tuple[Span, tuple[Segment, ...]]]
) -> tuple[tuple[Segment, ...], ...]:
    """The runs of a paragraph with a gap wherever they do not join: at its head, between them, at its end."""
    runs: list[tuple[Segment, ...]] = []
    reached = paragraph.start
    for span, run in pieces:
        runs += [run] if span.start == reached else [GAP, run]
        reached = span.end
    return tuple(runs if reached == paragraph.end else [*runs, GAP])
