"""Which decisions on an event are open to a curator, and the pages that ask for confirmation and a reason."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404

from timeline import curation
from timeline.desk.forms import (
    COLLEAGUES_READ_REASONS,
    LARGEST_VERSION,
    READERS_READ_REASONS,
    THEMES_OF_A_PUBLIC_EVENT,
    has_its_themes,
)
from timeline.desk.likely import likely
from timeline.desk.pages import page, require, suggests, to_event
from timeline.desk.wording import compare, content_now, last_change, since
from timeline.models import Event

Status = Event.Status


@dataclass(frozen=True)
class Decision:
    """One button of the event page and the page behind it."""

    name: str
    label: str
    explains: str
    done: str
    carry_out: Callable
    statuses: Collection[str]
    needs_reason: bool = False
    who_reads_reason: str = READERS_READ_REASONS


DECISIONS = {
    decision.name: decision
    for decision in (
        Decision("publish", "Publish", "Readers will see the event, with you as its reviewer.", "is public",
                 curation.publish, (Status.DRAFT, Status.RETRACTED)),
        Decision("retract", "Retract", "It leaves the timeline. Its address stays, and shows readers your reason.",
                 "is retracted", curation.retract, (Status.PUBLISHED,), needs_reason=True),
        Decision("withhold", "Withhold", "For legal reasons only: readers see no trace of the event.",
                 "is withheld", curation.withhold, (Status.DRAFT, Status.PUBLISHED, Status.RETRACTED),
                 needs_reason=True, who_reads_reason=COLLEAGUES_READ_REASONS),
        Decision("merge", "Merge", "Both tell one occurrence: this one will redirect to the other, which gains its "
                 "passages.", "is merged", curation.merge, (Status.DRAFT, Status.PUBLISHED)),
        Decision("undo", "Undo last change", "The event goes back to what it was before its last change; the history "
                 "keeps both.", "is back to what it was before", curation.undo, tuple(Status)),
    )
}  # fmt: skip


def open_to(event: Event, user) -> list[Decision]:
    """The decisions that the event's status allows and the person may take."""
    if not user.has_perm("timeline.decide"):
        return []
    return [decision for decision in DECISIONS.values() if event.status in decision.statuses]


class DecisionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=LARGEST_VERSION)
    reason = forms.CharField(
        max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=READERS_READ_REASONS
    )

    def __init__(self, *args, decision: Decision, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = decision.needs_reason
        self.fields["reason"].help_text = decision.who_reads_reason


class EventChoiceField(forms.CharField):
    """An event by its number, or by ``number: title`` as the suggestions give it."""

    default_error_messages = {"required": "Choose the event."}

    def clean(self, value):
        number = super().clean(value).partition(":")[0].strip()
        known = number.isascii() and number.isdigit() and len(number) < 10
        event = Event.objects.filter(pk=int(number)).first() if known else None
        if event is None:
            raise ValidationError(
                "There is no such event. Type words of its title and choose one, or write its number."
            )
        return event


class TargetForm(forms.Form):
    into = EventChoiceField(
        label="Into", max_length=400, help_text="Type words of its title and choose one, or write its number.",
        widget=forms.TextInput(attrs=suggests("events")),
    )  # fmt: skip


class MergeForm(DecisionForm, TargetForm):
    into = EventChoiceField(widget=forms.HiddenInput)
    into_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=LARGEST_VERSION)


def decide(request, event: Event, name: str):
    """The page that explains a decision and asks for the reason; posted, the decision itself."""
    if name not in DECISIONS:
        raise Http404
    require(request, "timeline.decide")
    decision = DECISIONS[name]
    if name == "merge":
        return _merge(request, event, decision)
    if request.method != "POST":
        return _confirm(request, event, decision, _form(event, decision))
    form = DecisionForm(request.POST, decision=decision)
    if name == "publish" and not has_its_themes(event.themes.count()):
        form.add_error(None, THEMES_OF_A_PUBLIC_EVENT)
    if not form.is_valid():
        return _confirm(request, event, decision, form)
    return _carry_out(request, event, decision, form, **form.cleaned_data)


def _carry_out(request, event: Event, decision: Decision, form: DecisionForm, *, version: int, **how):
    try:
        decision.carry_out(event, version=version, by=request.user, **how)
    except curation.Conflict as error:
        # The reason stays; only the version is the new one, beside what was changed meanwhile.
        event.refresh_from_db()
        anew = _form(event, decision, reason=how["reason"])
        return _confirm(request, event, decision, anew, missed=since(event, version), why=str(error), status=409)
    except curation.CurationError as error:
        form.add_error(None, str(error))
        return _confirm(request, event, decision, form)
    messages.success(request, f"“{event}” {decision.done}.")
    return to_event(event)


def _form(event: Event, decision: Decision, *, reason: str = "") -> DecisionForm:
    return DecisionForm(initial={"version": event.version, "reason": reason}, decision=decision)


def _confirm(request, event: Event, decision: Decision, form: DecisionForm, *, status: int = 200, **context):
    if decision.name == "undo":
        context["undone"] = last_change(event)
    return page(request, "event/decide.html", status=status, event=event, decision=decision, form=form,
                title=f"{decision.label}: “{event}”", **context)  # fmt: skip


# --- merging: first choose the other event, then see both and confirm -----------------------------


def _merge(request, event: Event, decision: Decision):
    if request.method == "POST":
        return _post_merge(request, event, decision)
    target = TargetForm(request.GET if "into" in request.GET else None)
    if not (target.is_bound and target.is_valid()):
        perhaps = [each for each in likely(content_now(event)) if each.event != event]
        return page(request, "event/merge.html", event=event, decision=decision, target=target, likely=perhaps,
                    title=f"{decision.label}: “{event}”")  # fmt: skip
    return _confirm_merge(request, event, decision, target.cleaned_data["into"])


def _post_merge(request, event: Event, decision: Decision):
    form = MergeForm(request.POST, decision=decision)
    if not form.is_valid():
        target = TargetForm(request.POST)
        return page(request, "event/merge.html", event=event, decision=decision, target=target, form=form,
                    title=f"{decision.label}: “{event}”")  # fmt: skip
    said = form.cleaned_data
    try:
        merged = curation.merge(event, version=said["version"], into=said["into"], into_version=said["into_version"],
                                by=request.user, reason=said["reason"])  # fmt: skip
    except curation.CurationError as error:
        status = 409 if isinstance(error, curation.Conflict) else 200
        return _confirm_merge(
            request, event, decision, said["into"], reason=said["reason"], why=str(error), status=status
        )
    messages.success(request, f"“{event}” is merged into “{merged}”, which has its passages now.")
    return to_event(merged)


def _confirm_merge(request, event: Event, decision: Decision, into: Event, *, reason: str = "", why="", status=200):
    """Both events as they stand now, and a form that holds both versions."""
    event.refresh_from_db()
    into.refresh_from_db()
    form = MergeForm(
        initial={"version": event.version, "into": into.pk, "into_version": into.version, "reason": reason},
        decision=decision,
    )
    return page(
        request, "event/merge.html", status=status, event=event, into=into, decision=decision, form=form, why=why,
        table=compare(None, content_now(event), content_now(into)), title=f"Merge “{event}”",
    )  # fmt: skip
