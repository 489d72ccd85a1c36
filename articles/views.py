"""The pages of the sources. Which documents and passages are public is told by who includes the addresses."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import F
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.excerpts import Span
from articles.layout import Block, Mark, lay_out
from articles.models import Document, DocumentText, Passage
from articles.readable import cited_spans, is_whole, readable


class Reading(NamedTuple):
    """One text of a document as it stands on its page."""

    text: DocumentText
    blocks: tuple[Block, ...]


@require_safe
def documents(request, public_documents, public_passages):
    """The sources, newest first."""
    newest_first = (F("published_first_day").desc(nulls_last=True), "title", "pk")
    sources = public_documents().with_publisher().order_by(*newest_first)
    return render(request, "articles/documents.html", {"documents": sources})


@require_safe
def document(request, slug, public_documents, public_passages):
    """One source with its cited passages marked. Passages of an earlier text stand in that text, below."""
    document = get_object_or_404(public_documents().with_publisher(), slug=slug)
    passages = public_passages().filter(text__document=document).order_by("start", "end")
    passages = list(passages.select_related("text").defer("text__original"))
    cited = cited_spans({passage.text for passage in passages}, public_passages())
    readings = _readings(passages, document, cited)
    return render(
        request,
        "articles/document.html",
        {"document": document, "readings": readings, "is_whole": is_whole(document), "passage_count": len(passages)},
    )


def _readings(passages: list[Passage], document: Document, cited: dict[str, list[Span]]) -> list[Reading]:
    """The texts of which something is cited, the current one first."""
    standing: dict[DocumentText, list[Passage]] = defaultdict(list)
    for passage in passages:
        passage.text.document = document
        standing[passage.text].append(passage)
    texts = sorted(standing, key=lambda text: (not text.is_current, -text.number))
    return [Reading(text, _blocks(text, standing[text], cited[text.text_sha256])) for text in texts]


def _blocks(text: DocumentText, passages: list[Passage], cited: list[Span]) -> tuple[Block, ...]:
    spans = readable(text, cited)
    return lay_out(text.text, spans, [Mark(p.start, p.end, passage=p.pk) for p in passages])
