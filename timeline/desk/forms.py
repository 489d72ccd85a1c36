"""What did the curator type? The one typed form of an event, for writing, editing and accepting alike.

Three parts stand in one HTML form: the fields, the actors by name, and the passages by their span.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse_lazy
from django.utils.functional import cached_property

from articles import edtf
from articles.extraction.titles import LONGEST as LONGEST_TITLE
from articles.layout import Block
from articles.models import Document, DocumentText
from timeline.content import Content, Evidence
from timeline.desk import quoting
from timeline.desk.pages import suggests
from timeline.desk.surroundings import around
from timeline.desk.wording import date_in_words, quote
from timeline.kinds import Kind, Tone
from timeline.marking import gazetteer, marked
from timeline.models import Actor, Event, Role, Theme

LARGEST_VERSION = 2**31 - 1
MOST_THEMES = 3
READERS_READ_REASONS = "It stays in the history, and on the page of a public event readers see it too."
COLLEAGUES_READ_REASONS = "Colleagues see it. Readers never see it."
THEMES_OF_A_PUBLIC_EVENT = f"A public event has one to three themes: choose at least one, and at most {MOST_THEMES}."
_SPAN = re.compile(r"([0-9]{1,12}):([0-9]{1,9})-([0-9]{1,9})")


def has_its_themes(number: int) -> bool:
    return 1 <= number <= MOST_THEMES


class EdtfField(forms.CharField):
    """A date as people type it; cleaned to EDTF, or to nothing."""

    def clean(self, value):
        typed = super().clean(value)
        known = edtf.from_words(typed) if typed else ""
        if known is None:
            raise ValidationError(
                "This cannot be read as a date. Write 26 March 2024, c. June 2025, autumn 2020, 2024, "
                "or EDTF such as 2024-03-26, 2018/.. or 2023-35."
            )
        return known


class SpanField(forms.CharField):
    """A span of a stored text, ``text id:start-end``; cleaned to ``Evidence`` without marks."""

    widget = forms.HiddenInput

    def prepare_value(self, value):
        if isinstance(value, Evidence):
            return f"{value.text.pk}:{value.start}-{value.end}"
        return value

    def clean(self, value):
        found = _SPAN.fullmatch(super().clean(value))
        texts = DocumentText.objects.select_related("document").defer("original")
        text = texts.filter(pk=int(found[1])).first() if found else None
        if text is None:
            raise ValidationError("This passage names no stored text.")
        start, end = int(found[2]), int(found[3])
        if not start < end <= len(text.text):
            raise ValidationError(f"The span {start}–{end} does not lie inside “{text}”.")
        return Evidence(text, start, end)


class FieldsForm(forms.Form):
    """All that is one value of the event, and the version that the person saw.

    A ``public`` one has a theme at least; to a draft it may be given later.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION)
    title = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"class": "desk-title", "rows": 2}),
        help_text=f"What happened, in at most {LONGEST_TITLE} words.",
    )
    summary = forms.CharField(max_length=10_000, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(choices=[("", "Choose a kind"), *Kind.choices])
    tone = forms.ChoiceField(
        choices=[("", "As the kind has it"), *Tone.choices],
        required=False,
        help_text="Another tone than the kind’s needs a reason.",
    )
    assertion = forms.ChoiceField(choices=Event.Assertion, label="It is told as")
    attributed_to = forms.CharField(
        max_length=200, required=False, help_text="Who says so, if not the document itself."
    )
    salience = forms.ChoiceField(choices=Event.Salience, label="Main or background")
    date = EdtfField(
        max_length=60,
        required=False,
        help_text="18 Nov 2025, c. June 2025; or blank.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "data-read-date": reverse_lazy("admin:timeline_event_read_date")}
        ),
    )
    date_basis = forms.ChoiceField(
        choices=Event.DateBasis, label="How the date is known", initial=Event.DateBasis.UNKNOWN
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(), required=False, widget=forms.CheckboxSelectMultiple, help_text="One to three."
    )
    reason = forms.CharField(
        max_length=2000,
        required=False,
        label="Reason for the change",
        help_text=READERS_READ_REASONS,
    )

    def __init__(self, *args, public: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.public = public

    def clean_themes(self):
        themes = self.cleaned_data["themes"]
        if self.public and not has_its_themes(len(themes)):
            raise ValidationError(THEMES_OF_A_PUBLIC_EVENT)
        return themes

    def clean(self):
        cleaned = super().clean()
        if "date" in cleaned and not cleaned["date"]:
            cleaned["date_basis"] = Event.DateBasis.UNKNOWN.value
        elif cleaned.get("date") and cleaned.get("date_basis") == Event.DateBasis.UNKNOWN:
            self.add_error("date_basis", "Say how the date is known, or leave the date blank.")
        return cleaned

    def clean_title(self):
        words = self.cleaned_data["title"].split()
        if len(words) > LONGEST_TITLE:
            raise ValidationError(f"At most {LONGEST_TITLE} words; these are {len(words)}.")
        return " ".join(words)


class ActorForm(forms.Form):
    """One actor by name or alias, with its role; a blank name is no actor."""

    name = forms.CharField(
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=suggests("actors")),
    )
    role = forms.ChoiceField(choices=Role)

    def clean_name(self):
        typed = " ".join(self.cleaned_data["name"].split())
        return find_actor(typed) if typed else None


def find_actor(typed: str) -> Actor:
    """The actor of this name or alias. Raises ValidationError that names the nearest, or all that it may be."""
    exact = Actor.objects.filter(name=typed).first()
    if exact:
        return exact
    found = list(Actor.objects.filter(Q(name__iexact=typed) | Q(aliases__alias__iexact=typed)).distinct()[:5])
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError(f"“{typed}” may be {_or([actor.name for actor in found])}: write the full name.")
    near = get_close_matches(typed, Actor.objects.values_list("name", flat=True), n=3)
    hint = f" Did you mean {_or(near)}?" if near else " An editor can add one under “Actors”."
    raise ValidationError(f"No actor is called “{typed}”.{hint}")


def _or(names: list[str]) -> str:
    return " or ".join(f"“{name}”" for name in names)


class ActorRows(forms.BaseFormSet):
    def clean(self):
        seen = set()
        for form in self.forms:
            actor = form.cleaned_data.get("name") if form.is_valid() else None
            if actor in seen:
                form.add_error("name", f"“{actor}” stands in twice.")
            seen.add(actor or object())

    def actors(self) -> list[tuple[Actor, str]]:
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data.get("name")]
        return [(row["name"], row["role"]) for row in rows]


class PassageForm(forms.Form):
    span = SpanField()


class PassageRows(forms.BaseFormSet):
    """The passages in their order; the first is the primary one."""

    ordering_widget = forms.NumberInput(attrs={"min": 1, "class": "desk-order"})

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["ORDER"].label = "Place"
        form.fields["DELETE"].label = "Take out"

    def clean(self):
        spans = [(e.text.pk, e.start, e.end) for e in self.evidence()]
        if len(set(spans)) < len(spans):
            raise ValidationError("A passage stands in twice.")

    def evidence(self) -> list[Evidence]:
        kept = [form for form in self.forms if form.is_valid() and not form.cleaned_data.get("DELETE")]
        kept.sort(key=lambda form: form.cleaned_data.get("ORDER") or len(self.forms))
        return [form.cleaned_data["span"] for form in kept]


class NewPassageForm(forms.Form):
    """A passage to add, by the exact words of a document."""

    document = forms.ModelChoiceField(Document.objects.filter(texts__is_current=True), required=False)
    words = forms.CharField(
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Copied exactly from the document: whole sentences, usually one, at most three.",
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("words") and "document" in cleaned:
            cleaned["evidence"] = self._find(cleaned["document"], cleaned["words"])
        return cleaned

    def _find(self, document: Document | None, words: str) -> Evidence | None:
        if document is None:
            self.add_error("document", "Choose the document that these words stand in.")
            return None
        text = document.current_text
        try:
            return Evidence(text, *quoting.find(text.text, words))
        except quoting.QuoteError as error:
            self.add_error("words", str(error))
            return None


_Actors = forms.formset_factory(ActorForm, ActorRows, max_num=60, absolute_max=60)
_Passages = forms.formset_factory(
    PassageForm, PassageRows, extra=0, can_order=True, can_delete=True, max_num=60, absolute_max=60
)


@dataclass(frozen=True)
class PassageRow:
    """One passage of the form, as it is shown."""

    form: PassageForm
    evidence: Evidence
    marks: Sequence[tuple[int, int, str]]

    @property
    def quote(self) -> str:
        return quote(self.evidence)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs that it stands in, with their neighbours."""
        span = (self.evidence.start, self.evidence.end)
        return around(self.evidence.text.text, [span], self.marks, neighbours=1)


class EventForm:
    """The whole form of an event. ``source`` is what it shows at first, with the ``reason`` for the change,
    and where the marks of known passages are.

    What is typed is to be ``public`` or may be a draft, which needs less.
    """

    def __init__(self, data=None, *, source: Content | None = None, version: int = 0, reason: str = "", public=False):
        self.source = source
        self.fields = FieldsForm(data, initial={**_fields(source, version), "reason": reason}, public=public)
        self.actors = _Actors(data, prefix="actors", initial=_actor_rows(source))
        self.actors.extra = 1 if source else 4  # Empty rows; the script adds one whenever the last is used.
        self.passages = _Passages(data, prefix="passages", initial=_passage_rows(source))
        self.addition = NewPassageForm(data, prefix="addition", initial=_addition(source))

    @cached_property
    def passage_rows(self) -> list[PassageRow]:
        marks = {_key(each): each.marks for each in self.source.passages} if self.source else {}
        rows = []
        for form in self.passages:
            evidence = form.cleaned_data.get("span") if form.is_bound and form.is_valid() else form.initial.get("span")
            if evidence:
                rows.append(PassageRow(form, evidence, marks.get(_key(evidence), ())))
        return rows

    def is_valid(self) -> bool:
        parts = (self.fields, self.actors, self.passages, self.addition)
        return not [part for part in parts if not part.is_valid()]  # Every part says what is wrong with it.

    @property
    def failed(self) -> bool:
        return self.fields.is_bound and not self.is_valid()

    @property
    def date_read(self) -> str:
        """What the desk reads in the date field, for people."""
        known = edtf.from_words(str(self.fields["date"].value() or ""))
        return date_in_words(known) if known else ""

    @property
    def has_more(self) -> bool:
        """Whether anything is said in the fields that are folded away."""
        return self.failed or any(self.fields[name].value() for name in ("summary", "attributed_to", "tone", "reason"))

    @property
    def version(self) -> int:
        return self.fields.cleaned_data["version"]

    @property
    def reason(self) -> str:
        return self.fields.cleaned_data["reason"]

    def refuse(self, message: str) -> None:
        """Show why curation did not take it; what was typed stays in the form."""
        self.fields.add_error(None, message)

    def content(self) -> Content:
        """What the person says. Only after ``is_valid``."""
        said = {name: value for name, value in self.fields.cleaned_data.items() if name not in ("version", "reason")}
        added = self.addition.cleaned_data.get("evidence")
        bare = [*self.passages.evidence(), *([added] if added else [])]
        content = Content(**said, actors=self.actors.actors(), passages=bare)
        return replace(content, passages=marked(content, self.source, known=gazetteer()))


def _key(evidence: Evidence) -> tuple[int, int, int]:
    return evidence.text.pk, evidence.start, evidence.end


# --- what the form shows at first ------------------------------------------------------------------


def _fields(source: Content | None, version: int) -> dict:
    if source is None:
        return {"version": version}
    tone = "" if source.tone == Kind(source.kind).tone else source.tone
    return {**vars(source), "version": version, "tone": tone, "themes": [theme.pk for theme in source.themes]}


def _actor_rows(source: Content | None) -> list[dict]:
    return [{"name": actor.name, "role": role} for actor, role in source.actors] if source else []


def _passage_rows(source: Content | None) -> list[dict]:
    return [{"span": each} for each in source.passages] if source else []


def _addition(source: Content | None) -> dict:
    return {"document": source.passages[0].text.document_id} if source and source.passages else {}
