"""Which parts of a stored text may readers of this installation see?"""

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet

from articles.excerpts import Span, shown
from articles.models import Document, DocumentText


def is_whole(document: Document) -> bool:
    """Whether readers may see all of the document: its licence is open, or this is a private machine."""
    return settings.SHOW_FULL_TEXT or document.licence == Document.Licence.OPEN


def cited_spans(texts: Iterable[DocumentText], public_passages: QuerySet) -> dict[str, list[tuple[int, int]]]:
    """By the text's SHA-256, all that public events cite of it under whichever document it is held.

    What may be shown depends on all of them: two documents of one origin together show what one may.
    """
    same = public_passages.filter(text__text_sha256__in={text.text_sha256 for text in texts}).order_by()
    cited = defaultdict(list)
    for digest, start, end in same.values_list("text__text_sha256", "start", "end"):
        cited[digest].append((start, end))
    return cited


def readable(text: DocumentText, cited: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of the text that may be shown; ``cited`` are what ``cited_spans`` gives for it."""
    return shown(text.text, cited, full=is_whole(text.document))
