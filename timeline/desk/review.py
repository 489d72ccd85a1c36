"""The review queue: one proposal after the other, each decided on the page that shows it in its document."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from timeline import curation
from timeline.content import content_of, unknown_actors
from timeline.desk.decisions import EventChoiceField
from timeline.desk.events import conflict
from timeline.desk.forms import COLLEAGUES_READ_REASONS, LARGEST_VERSION, EventForm
from timeline.desk.likely import Likely, likely
from timeline.desk.origins import origins
from timeline.desk.pages import page, require, suggests
from timeline.desk.queue import Place, PlaceForm
from timeline.desk.surroundings import around
from timeline.desk.undoing import undoable
from timeline.desk.wording import compare, date_in_words
from timeline.models import Event, Proposal

OTHER = "Other"
REASONS = (
    "No event: a standing state, a trend or an opinion",
    "Not about the United Kingdom and China, or China and a third country",
    "Told more than once in this document",
    "The passage is misread",
    "Page furniture",
    "Too vague: no occasion, no actor",
    OTHER,
)


class QueueDecisionForm(forms.Form):
    """What the curator decided, on which version of which proposal."""

    proposal = forms.ModelChoiceField(
        Proposal.objects.select_related("text__document__publisher").defer("text__original"), widget=forms.HiddenInput
    )
    proposal_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=LARGEST_VERSION)
    # Said by the button pressed: "same:12:3" is event 12 as its version 3 was shown.
    decision = forms.RegexField(r"\A(check|look|accept|reject|same:[0-9]{1,9}:[0-9]{1,9})\Z")
    rejected_for = forms.ChoiceField(
        choices=[("", "Choose a reason"), *((reason, reason) for reason in REASONS)], required=False, label="Reason"
    )
    rejected_because = forms.CharField(
        max_length=2000,
        required=False,
        label="In your words",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=COLLEAGUES_READ_REASONS,
    )

    @property
    def rejection(self) -> str:
        """The reason of a rejection: one of the list, words of the curator's own, or both."""
        said = self.cleaned_data
        listed = "" if said["rejected_for"] == OTHER else said["rejected_for"]
        return ": ".join(part for part in (listed, said["rejected_because"].strip()) if part)


class LookUpForm(forms.Form):
    """Another event that may be the same, to be looked at before it is taken."""

    looked_up = EventChoiceField(
        label="Another event", max_length=400, widget=forms.TextInput(attrs=suggests("events"))
    )


# --- showing ---------------------------------------------------------------------------------------


def review(request):
    """The proposal at this place of the queue; posted, the decision on it."""
    require(request, "timeline.view_proposal")
    require(request, "timeline.decide")
    place_form = PlaceForm(request.GET)
    place = Place.of(place_form)
    if request.method == "POST":
        return _decide(request, place)
    proposal = place.proposal()
    if proposal is None:
        return page(request, "proposal/review.html", title="Review", place=place, place_form=place_form,
                    left=place.queue().count(), undo=undoable(request.user))  # fmt: skip
    return _show(request, place, proposal)


def _show(
    request,
    place: Place,
    proposal: Proposal,
    *,
    form: EventForm | None = None,
    decision: QueueDecisionForm | None = None,
    look_up: LookUpForm | None = None,
    looked_up: Event | None = None,
    why: str = "",
    status: int = 200,
):
    """The proposal in its document beside its fields; ``form`` and ``decision`` hold what was typed, if anything."""
    source = content_of(proposal)
    text, marks = proposal.text.text, [mark for each in source.passages for mark in each.marks]
    # A draft that an undone acceptance left behind is this proposal itself, not another event.
    events = [each for each in likely(source) if each.event.origin_proposal_id != proposal.pk]
    if looked_up and looked_up.pk not in [each.event.pk for each in events]:
        events.insert(0, Likely(looked_up, 0, ["looked up by you"]))
    return page(
        request, "proposal/review.html", status=status, title="Review", proposal=proposal, place=place, why=why,
        place_form=PlaceForm(request.GET), left=place.queue().count(), next=place.after_this(proposal),
        form=form or EventForm(source=source), decision=decision or _undecided(proposal),
        look_up=look_up or LookUpForm(), likely=events,
        blocks=around(text, [(each.start, each.end) for each in source.passages], marks),
        origins=origins(proposal.payload), unknown=unknown_actors(proposal),
        undo=undoable(request.user), skip=place.url(after=proposal.pk),
        published=date_in_words(proposal.text.document.published),
    )  # fmt: skip


def _undecided(proposal: Proposal) -> QueueDecisionForm:
    return QueueDecisionForm(initial={"proposal": proposal.pk, "proposal_version": proposal.version})


# --- deciding --------------------------------------------------------------------------------------


def _decide(request, place: Place):
    decision = QueueDecisionForm(request.POST)
    sent = decision.is_valid()
    proposal = decision.cleaned_data.get("proposal")
    if proposal is None:
        messages.error(request, "This proposal is no longer there.")
        return redirect(place.url())
    name, *_ = decision.cleaned_data.get("decision", "").split(":")
    form = EventForm(request.POST, source=content_of(proposal), public=name == "accept")
    if not sent:
        return _show(request, place, proposal, form=form, decision=decision)
    return _CARRY_OUT[name](request, place, proposal, form, decision)


def _check(request, place, proposal, form, decision):
    return _show(request, place, proposal, form=form, decision=decision)


def _look(request, place, proposal, form, decision):
    look_up = LookUpForm(request.POST)
    event = look_up.cleaned_data["looked_up"] if look_up.is_valid() else None
    return _show(request, place, proposal, form=form, decision=decision, look_up=look_up, looked_up=event)


def _accept(request, place, proposal, form, decision):
    if not form.is_valid():
        return _show(request, place, proposal, form=form, decision=decision)
    version = decision.cleaned_data["proposal_version"]
    try:
        event = curation.accept(proposal, version=version, by=request.user, content=form.content(), reason=form.reason)
    except curation.Conflict as error:
        return _taken(request, place, proposal, form, why=str(error))
    except curation.CurationError as error:
        form.refuse(str(error))
        return _show(request, place, proposal, form=form, decision=decision)
    messages.success(request, f"Published: “{event}”.")
    return redirect(place.url(after=proposal.pk))


def _same(request, place, proposal, form, decision):
    _, number, version = decision.cleaned_data["decision"].split(":")
    event = get_object_or_404(Event, pk=int(number))
    try:
        curation.accept_into(proposal, version=decision.cleaned_data["proposal_version"], event=event,
                             event_version=int(version), by=request.user)  # fmt: skip
    except curation.CurationError as error:
        return _refused(request, place, proposal, form, decision, why=str(error), looked_up=event)
    messages.success(request, f"Added the passage to “{event}”.")
    return redirect(place.url(after=proposal.pk))


def _reject(request, place, proposal, form, decision):
    if not decision.rejection:
        decision.add_error("rejected_for", "Say why: choose a reason or write one.")
        return _show(request, place, proposal, form=form, decision=decision)
    version = decision.cleaned_data["proposal_version"]
    try:
        curation.reject(proposal, version=version, by=request.user, reason=decision.rejection)
    except curation.CurationError as error:
        return _refused(request, place, proposal, form, decision, why=str(error))
    messages.success(request, f"Rejected: “{proposal}”.")
    return redirect(place.url(after=proposal.pk))


_CARRY_OUT = {"check": _check, "look": _look, "accept": _accept, "same": _same, "reject": _reject}


def _refused(request, place, proposal, form, decision, *, why: str, looked_up=None):
    """The same page with the reason and all that was typed, or with who decided first where somebody did."""
    proposal.refresh_from_db()
    return _show(request, place, proposal, form=form, decision=_anew(decision, proposal), looked_up=looked_up, why=why,
                 status=409)  # fmt: skip


def _anew(decision: QueueDecisionForm, proposal: Proposal) -> QueueDecisionForm:
    """What was typed, now for the version that the page shows."""
    typed = decision.data.copy()
    typed["proposal_version"] = proposal.version
    return QueueDecisionForm(typed)


def _taken(request, place, proposal, form: EventForm, *, why: str):
    """Somebody decided while the curator wrote, whose words stand beside what came of it and can still be used."""
    proposal.refresh_from_db()
    source = content_of(proposal)
    if proposal.state == Proposal.State.ACCEPTED:
        return conflict(request, proposal.event, form, seen=source, why=why)
    if proposal.state == Proposal.State.OPEN:
        return _refused(request, place, proposal, form, QueueDecisionForm(request.POST), why=why)
    mine = form.content()
    return page(
        request, "event/conflict.html", status=409, title="Somebody else decided on this proposal", why=why,
        proposal=proposal, table=compare(source, mine, None), form=EventForm(source=mine, reason=form.reason),
        save_url=reverse("admin:timeline_event_add"), save_label="Keep what I wrote as a draft event",
    )  # fmt: skip
