"""Taking decisions of the review queue back: the last one of a curator, and any rejection."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.shortcuts import redirect

from timeline import curation
from timeline.desk.forms import LARGEST_VERSION
from timeline.desk.pages import require
from timeline.desk.queue import Place, PlaceForm
from timeline.models import Proposal


@dataclass(frozen=True)
class Undoable:
    """A decision on a proposal that nothing was built upon; ``event_version`` is 0 for a rejection."""

    proposal: Proposal
    event_version: int = 0


class UndoForm(forms.Form):
    proposal = forms.IntegerField(min_value=1, max_value=2**62)
    proposal_version = forms.IntegerField(min_value=1, max_value=LARGEST_VERSION)
    event_version = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION)


def undoable(user) -> Undoable | None:
    """The person's last decision in the queue, if it can be taken back without touching anything later."""
    decided = Proposal.objects.filter(
        decided_by=user, state__in=(Proposal.State.ACCEPTED, Proposal.State.REJECTED)
    ).select_related("event").order_by("-decided_at", "-pk").first()  # fmt: skip
    if decided is None or decided.state == Proposal.State.REJECTED:
        return decided and Undoable(decided)
    last = decided.event.revisions.get(version=decided.event.version)
    was_this = last.by_id == user.pk and last.action in ("accept", "add passage") and last.at >= decided.decided_at
    return Undoable(decided, last.version) if was_this else None


def undo(request):
    """Take the person's last decision in the queue back, and show that proposal again."""
    require(request, "timeline.decide")
    place = Place.of(PlaceForm(request.GET))
    sent, last = UndoForm(request.POST), undoable(request.user)
    if not sent.is_valid() or last is None or last.proposal.pk != sent.cleaned_data["proposal"]:
        messages.error(request, "Something was decided since: this can no longer be undone here.")
        return redirect(place.url())
    try:
        _undo(last.proposal, by=request.user, **{name: sent.cleaned_data[name] for name in _VERSIONS})
    except curation.CurationError as error:
        messages.error(request, str(error))
        return redirect(place.url())
    messages.success(request, f"Undone: “{last.proposal}” waits again.")
    return redirect(place.url(at=last.proposal.pk))


_VERSIONS = ("proposal_version", "event_version")


def _undo(proposal: Proposal, *, proposal_version: int, event_version: int, by) -> None:
    if proposal.state == Proposal.State.REJECTED:
        curation.reopen(proposal, version=proposal_version, by=by)
    else:
        curation.undo(
            proposal.event, version=event_version, by=by, reason="A decision of the review queue was taken back."
        )


def reopen(request, proposal: Proposal):
    """Let a rejected proposal wait again."""
    require(request, "timeline.decide")
    form = UndoForm({**request.POST.dict(), "proposal": proposal.pk, "event_version": 0})
    if not form.is_valid():
        raise BadRequest
    try:
        curation.reopen(proposal, version=form.cleaned_data["proposal_version"], by=request.user)
    except curation.CurationError as error:
        messages.error(request, str(error))
        return redirect("admin:timeline_proposal_change", proposal.pk)
    messages.success(request, f"“{proposal}” waits again.")
    return redirect(Place().url(at=proposal.pk))
