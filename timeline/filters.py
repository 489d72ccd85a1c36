"""How is it typed? The one form of page, exports and feed: from a query string to a ``Selection``.

Whatever is wrong with the query string ends in ``BadFilter`` with sentences for people.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, wraps
from typing import Literal

from django import forms
from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict
from django_filters import Filter, FilterSet

from articles import edtf
from articles.models import Document
from articles.reading.cleaning import clean_text
from timeline import search
from timeline.formatting import listed, period_words, shorten
from timeline.kinds import Kind
from timeline.models import Actor, Event, Theme
from timeline.public import reached
from timeline.querysets import EventQuerySet
from timeline.selection import PARAMETERS, Selection

MAX_VALUES = 20
MAX_PAGE = 10_000
MAX_QUERY = 400

MATCHES = [("all", "All of them"), ("any", "Any of them")]
ORDERS = [("newest", "Newest first"), ("oldest", "Oldest first")]
ROWS = [("events", "One row an event"), ("passages", "One row a passage")]


class BadFilter(ValueError):
    """The query string asks for something that cannot be; ``messages`` say what and how to put it right."""

    def __init__(self, messages: list[str]):
        super().__init__(" ".join(messages))
        self.messages = messages


def explained(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of a machine format, which answers a BadFilter with 400 and its messages, one a line."""

    @wraps(view, updated=())
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except BadFilter as error:
            words = "".join(f"{message}\n" for message in error.messages)
            return HttpResponseBadRequest(words, content_type="text/plain; charset=utf-8")

    return answer


def _echo(value: str) -> str:
    """What somebody sent, fit to be shown back: it may be long, or hold what no page can encode."""
    return f"“{shorten(clean_text(value[:200]), 60)}”"


class ChosenField(forms.Field):
    """Slugs that must be known; gives ``{slug: name}``, by slug. ``known`` finds the names of those that are."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, noun: str, known: Callable[[list[str]], Mapping[str, str]], **kwargs):
        super().__init__(**kwargs)
        self.noun, self.known = noun, known

    def to_python(self, value: list[str] | None) -> list[str]:
        return sorted({slug for slug in value or [] if slug})

    def clean(self, value: list[str] | None) -> dict[str, str]:
        slugs = self.to_python(value)
        if len(slugs) > MAX_VALUES:
            raise forms.ValidationError(f"Choose at most {MAX_VALUES} {self.noun}s at once.")
        names = self.known([slug for slug in slugs if _is_slug(slug)]) if slugs else {}
        unknown = [f"No {self.noun} {_echo(slug)}: choose from the list." for slug in slugs if slug not in names]
        if unknown:
            raise forms.ValidationError(unknown)
        return {slug: names[slug] for slug in slugs}


def _is_slug(text: str) -> bool:
    """Whether the text can be a slug at all; anything else need not trouble the database."""
    return len(text) <= 120 and text.isascii() and text.replace("-", "").replace("_", "").isalnum()


def _named(model: type[Model], path: str, name: str = "name") -> Callable[[list[str]], dict[str, str]]:
    """Finds the names by slug, of those rows alone to which a public event leads by ``path``.

    A row that only unpublished events reach is not known, in the very words of one that is not there.
    """

    def known(slugs: list[str]) -> dict[str, str]:
        return dict(model.objects.filter(reached(path), slug__in=slugs).order_by().values_list("slug", name))

    return known


def _kinds(slugs: list[str]) -> dict[str, str]:
    return {slug: Kind(slug).label for slug in slugs if slug in Kind.values}


class DayField(forms.CharField):
    """A day as people write it, or the end of what they write: of ``2015`` the first or the last day."""

    def __init__(self, *, end: Literal["first_day", "last_day"], **kwargs):
        super().__init__(**kwargs)
        self.end = end

    def clean(self, value: str | None) -> date | None:
        text = self.to_python(value)
        if not text:
            return None
        known = edtf.from_words(text)
        day = getattr(edtf.parse(known), self.end) if known else None
        if day is None:
            raise forms.ValidationError(
                f"{_echo(text)} is not a date we can read: write 2016, 2016-03, 2016-03-26 or March 2016, "
                f"between the years {edtf.FIRST_YEAR} and {edtf.LAST_YEAR}."
            )
        return day


class PageField(forms.IntegerField):
    """The number of a page, 1 if none is given."""

    def clean(self, value: str | None) -> int:
        if value in self.empty_values:
            return 1
        if not (value.isascii() and value.isdigit() and len(value) <= 6 and 1 <= int(value) <= MAX_PAGE):
            raise forms.ValidationError(f"No page {_echo(value)}: pages are numbered from 1 to {MAX_PAGE:,}.")
        return int(value)


class WordsField(forms.CharField):
    """What to search for; without a single letter or digit it would find nothing, and says so."""

    def clean(self, value: str | None) -> str:
        value = (value or "").strip()
        text = " ".join(clean_text(value).split())
        if len(text) > MAX_QUERY:
            raise forms.ValidationError(f"The search is too long: at most {MAX_QUERY} characters.")
        terms = search.terms_of(text)
        if len(terms) > search.MAX_TERMS:
            raise forms.ValidationError(f"The search has too many words: at most {search.MAX_TERMS}.")
        if value and not terms:
            raise forms.ValidationError(f"The search {_echo(value)} has no word in it: write words, or a “phrase”.")
        return text


class OneOfField(forms.ChoiceField):
    """One of few words, the first where none is given."""

    def clean(self, value: str | None) -> str:
        values = [known for known, _ in self.choices]
        if not value:
            return values[0]
        if value not in values:
            words = listed([f"“{known}”" for known in values], joined_by="or")
            raise forms.ValidationError(f"{_echo(value)} is not to be chosen here: write {words}.")
        return value


class TypedFilter(Filter):
    """A parameter read by a field of ours; what it means for events is said by Selection."""

    def __init__(self, field_class: type[forms.Field], **kwargs):
        super().__init__(**kwargs)
        self.field_class = field_class


class EventFilter(FilterSet):
    """The parameters of the timeline, its exports and its feed. Names that it does not know are passed over.

    All that is read from it raises BadFilter if anything is wrong, but for ``messages`` and ``understood``.
    """

    q = TypedFilter(WordsField, label="Search")
    actor = TypedFilter(ChosenField, label="Actors", noun="actor", known=_named(Actor, "participations__actor"))
    theme = TypedFilter(ChosenField, label="Themes", noun="theme", known=_named(Theme, "themes"))
    kind = TypedFilter(ChosenField, label="Kinds", noun="kind", known=_kinds)
    document = TypedFilter(
        ChosenField,
        label="Documents",
        noun="document",
        known=_named(Document, "citations__passage__text__document", name="title"),
    )
    match = TypedFilter(OneOfField, label="Of actors and themes", choices=MATCHES)
    from_ = TypedFilter(DayField, label="From", end="first_day")
    to = TypedFilter(DayField, label="To", end="last_day")
    sort = TypedFilter(OneOfField, label="Order", choices=ORDERS)
    page = TypedFilter(PageField, label="Page")
    rows = TypedFilter(OneOfField, label="Rows", choices=ROWS)

    class Meta:
        model = Event
        fields = ()

    def __init__(self, data: QueryDict):
        super().__init__(data, Event.objects.public())

    @classmethod
    def get_filters(cls):
        """``from`` is a word of Python's own, so its filter is declared as ``from_``."""
        return {name.rstrip("_"): filter_ for name, filter_ in super().get_filters().items()}

    @cached_property
    def messages(self) -> list[str]:
        """What is wrong with the query string, in sentences; empty if nothing is."""
        if self._is_too_long:
            return [f"The address has too many parts: at most {settings.QUERY_MAX_FIELDS}."]
        return [message for messages in self.form.errors.values() for message in messages] or self._contradictions()

    @property
    def _is_too_long(self) -> bool:
        return sum(len(values) for _, values in self.data.lists()) > settings.QUERY_MAX_FIELDS

    def _contradictions(self) -> list[str]:
        first, last = self._valid.get("from"), self._valid.get("to")
        if first and last and first > last:
            return [f"The period {period_words(first, last)} ends before it starts: write the earlier day first."]
        return []

    @property
    def selection(self) -> Selection:
        """What was chosen."""
        return _selection(self._said)

    @property
    def understood(self) -> Selection:
        """What was chosen as far as it is right, so that whoever mistyped a part need not choose the rest again."""
        if self._is_too_long:
            return Selection()
        return _selection({**self._valid, "from": None, "to": None} if self._contradictions() else self._valid)

    @property
    def number(self) -> int:
        """The page that was asked for."""
        return self._said["page"]

    @property
    def by_passage(self) -> bool:
        """Whether a table shall have a row a passage."""
        return self._said["rows"] == "passages"

    def filter_queryset(self, queryset: EventQuerySet) -> EventQuerySet:
        """So that ``qs``, which every FilterSet has, is what the selection says."""
        return self.selection.narrow(queryset)

    @property
    def _said(self) -> dict:
        if self.messages:
            raise BadFilter(self.messages)
        return self._valid

    @cached_property
    def _valid(self) -> dict:
        """What the fields gave, without those in which something is wrong."""
        self.form.is_valid()
        return self.form.cleaned_data


def _selection(said: Mapping) -> Selection:
    """The selection by what the fields gave; those that gave nothing leave it open."""
    facets = {facet: said.get(parameter, {}) for facet, parameter in PARAMETERS.items()}
    return Selection(
        **{facet: tuple(names) for facet, names in facets.items()},
        match=said.get("match", "all"), from_day=said.get("from"), to_day=said.get("to"),
        q=said.get("q", ""), sort=said.get("sort", "newest"),
        names={(facet, slug): name for facet, names in facets.items() for slug, name in names.items()},
    )  # fmt: skip


def select(data: QueryDict) -> Selection:
    """What the query string chooses. Raises BadFilter."""
    return EventFilter(data).selection
