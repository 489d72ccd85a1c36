"""How does a passage stand in its document? Its paragraphs with their neighbours, laid out like a reader's page."""

from collections.abc import Iterable, Sequence

from articles.excerpts import Span
from articles.layout import Block, Mark, lay_out
from articles.paragraphs import paragraphs, touched

QUOTE = "quote"


def around(
    text: str,
    quotes: Sequence[tuple[int, int]],
    marks: Iterable[tuple[int, int, str]] = (),
    *,
    neighbours: int = 2,
) -> tuple[Block, ...]:
    """The paragraphs that hold the quotes, and so many on each side. Segments of a quote are of kind "quote" too."""
    found = paragraphs(text)
    cited = {paragraph.number for quote in quotes for paragraph in touched(found, *quote)}
    shown = {number + by for number in cited for by in range(-neighbours, neighbours + 1)}
    spans = [Span(paragraph.start, paragraph.end) for paragraph in found if paragraph.number in shown]
    marked = [Mark(start, end, kind) for start, end, kind in marks]
    return lay_out(text, spans, [*(Mark(start, end, QUOTE) for start, end in quotes), *marked], found=found)
