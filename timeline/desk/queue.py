"""Which proposal comes next, and where in the queue is the curator?

The place stands in the address (``order``, ``document``, ``after``), so skipping needs no memory,
the back button works, and two curators never share a state.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Q
from django.urls import reverse

from articles.models import Document
from timeline.models import Proposal


class PlaceForm(forms.Form):
    """Where in the queue: its order, the document it is narrowed to, after or at which proposal."""

    order = forms.ChoiceField(choices=[("surest", "Surest first"), ("oldest", "Oldest first")], required=False)
    document = forms.ModelChoiceField(Document.objects.all(), required=False, empty_label="All documents")
    after = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)
    at = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        waiting = Count("texts__proposals", filter=Q(texts__proposals__state=Proposal.State.OPEN))
        self.fields["document"].queryset = Document.objects.annotate(waiting=waiting).filter(waiting__gt=0)
        self.fields["document"].label_from_instance = lambda document: f"{document} ({document.waiting})"


@dataclass(frozen=True)
class Place:
    """A validated place in the queue; wrong values in the address count as not given."""

    order: str = "surest"
    document: int | None = None
    after: int | None = None
    at: int | None = None

    @classmethod
    def of(cls, form: PlaceForm) -> "Place":
        form.is_valid()
        said = form.cleaned_data
        document = said.get("document")
        return cls(said.get("order") or "surest", document and document.pk, said.get("after"), said.get("at"))

    def query(self, **where) -> str:
        """The query string of another place of the same order and document; without ``where``, of the start."""
        kept = {"order": self.order, "document": self.document, **where}
        return urlencode({name: value for name, value in kept.items() if value})

    def url(self, **where) -> str:
        return f"{reverse('admin:timeline_proposal_review')}?{self.query(**where)}"

    def queue(self):
        queue = Proposal.objects.open()
        if self.document:
            queue = queue.filter(text__document=self.document)
        return queue.oldest_first() if self.order == "oldest" else queue.surest_first()

    def proposal(self) -> Proposal | None:
        """The one to show: the one asked for, else the first after the last one seen."""
        queue = self.queue().select_related("text__document__publisher").defer("text__original")
        if self.at:
            return queue.filter(pk=self.at).first()
        last = Proposal.objects.filter(pk=self.after).first() if self.after else None
        return (queue.filter(self._behind(last)) if last else queue).first()

    def after_this(self, proposal: Proposal) -> Proposal | None:
        return self.queue().filter(self._behind(proposal)).defer("payload").first()

    def _behind(self, last: Proposal) -> Q:
        if self.order == "oldest":
            return Q(created_at__gt=last.created_at) | Q(created_at=last.created_at, pk__gt=last.pk)
        return Q(confidence__lt=last.confidence) | Q(confidence=last.confidence, pk__gt=last.pk)
