"""How does the evidence of an event read? Each passage in its paragraphs, with the words that give act, date and actors
marked.
"""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import F

from articles.fragments import text_fragment
from articles.layout import Block, Mark, lay_out
from articles.models import Document, Passage
from articles.readable import cited_spans, readable
from timeline.formatting import listed
from timeline.models import Citation, Event
from timeline.public import public_passages


class Panel(NamedTuple):
    """One passage on an event's page.

    ``same_document`` says that the panel above is of the same document; ``kinds`` are those of the marks inside.
    """

    passage: Passage
    document: Document
    same_document: bool
    blocks: tuple[Block, ...]
    kinds: frozenset[str]
    address: str
    publisher_address: str

    @property
    def place(self) -> str:
        """``paragraph 3``, or ``paragraphs 3 and 4``."""
        numbers = [str(block.number) for block in self.blocks if block.number]
        return f"{'paragraph' if len(numbers) == 1 else 'paragraphs'} {listed(numbers)}"


def panels(event: Event) -> list[Panel]:
    """The panels of an event that was loaded ``for_page``, the primary passage first."""
    citations = list(event.citations.all())
    texts = {citation.passage.text_id: citation.passage.text for citation in citations}
    cited = cited_spans(texts.values(), public_passages())
    spans = {key: readable(text, cited[text.text_sha256]) for key, text in texts.items()}
    documents = [None] + [citation.passage.text.document for citation in citations]
    return [
        _panel(citation, spans[citation.passage.text_id], before)
        for citation, before in zip(citations, documents, strict=False)
    ]


def events_by_passage(document: Document) -> dict[int, list[Event]]:
    """The public events of a document by the number of the passage that they rest on, in order of time."""
    cited = Event.objects.public().filter(citations__passage__text__document=document)
    beside = defaultdict(list)
    for event in cited.annotate(cited_passage=F("citations__passage")).order_by("sort_day", "pk"):
        beside[event.cited_passage].append(event)
    return dict(beside)


def _panel(citation: Citation, spans, before: Document | None) -> Panel:
    passage = citation.passage
    document = passage.text.document
    marks = [Mark(passage.start, passage.end, passage=passage.pk), *(Mark(*mark) for mark in citation.marks)]
    return Panel(
        passage=passage,
        document=document,
        same_document=document == before,
        blocks=lay_out(passage.text.text, spans, marks, around=(passage.start, passage.end)),
        kinds=frozenset(kind for _, _, kind in citation.marks),
        address=passage.get_absolute_url(),
        publisher_address=document.url + text_fragment(passage.quote) if document.url else "",
    )
