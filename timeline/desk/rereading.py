"""Reading a document for events at the press of a button: what the machine finds joins the review queue."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from articles.models import DocumentText
from timeline.desk.pages import require
from timeline.desk.queue import Place
from timeline.marking import gazetteer
from timeline.proposing import propose


def read(request, document: int):
    """Store what the extractor finds in the document's current text, and show what of it waits."""
    require(request, "timeline.view_proposal")
    require(request, "timeline.decide")
    texts = DocumentText.objects.select_related("document").defer("original")
    text = get_object_or_404(texts, document=document, is_current=True)
    new = propose(text, gazetteer())["new"]
    messages.success(request, f"{_counted(new)} found in “{text.document}”.")
    if not text.proposals.open().exists():
        return redirect("admin:articles_document_change", document)
    return redirect(Place(document=document).url())


def _counted(new: int) -> str:
    return "1 new proposal was" if new == 1 else f"{new or 'No'} new proposals were"
