"""Which parts of a stored text may readers of this installation see?"""

from collections.abc import Iterable

from django.conf import settings

from articles.excerpts import Span, shown
from articles.models import Document, DocumentText


def is_whole(document: Document) -> bool:
    """Whether readers may see all of the document: its licence is open, or this is a private machine."""
    return settings.SHOW_FULL_TEXT or document.licence == Document.Licence.OPEN


def readable(text: DocumentText, cited: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of the text that may be shown; ``cited`` are those of all its passages that public events cite."""
    return shown(text.text, cited, full=is_whole(text.document))
