"""Which events were asked for? The one typed form of page, exports and feed, and what was chosen in it.

``EventFilter`` reads a query string; whatever is wrong with it ends in ``BadFilter`` with sentences
for people. ``Selection`` is what was validly chosen, and the only way from there to events.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, wraps
from typing import Literal
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import Exists, Model, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict
from django_filters import Filter, FilterSet

from articles import edtf
from articles.models import Document
from articles.reading.cleaning import clean_text
from timeline import bitmaps, search
from timeline.formatting import listed, period_words, shorten
from timeline.kinds import Kind
from timeline.models import Actor, Citation, Event, Participation, Theme
from timeline.querysets import EventQuerySet

MAX_VALUES = 20
MAX_PAGE = 10_000
MAX_QUERY = 400

MATCHES = [("all", "All of them"), ("any", "Any of them")]
ORDERS = [("newest", "Newest first"), ("oldest", "Oldest first")]
ROWS = [("events", "One row an event"), ("passages", "One row a passage")]

Facet = Literal["actors", "themes", "kinds", "documents"]
# The facets of a selection, each with its name in the query string.
PARAMETERS: dict[Facet, str] = {"actors": "actor", "themes": "theme", "kinds": "kind", "documents": "document"}


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


# --- what was chosen -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Selection:
    """Which events, in which order: slugs by facet, a period with inclusive days, words, an order.

    Actors and themes must all be met, or any of each with ``match="any"``; kinds and documents any.
    ``names`` knows what people call the chosen slugs; two selections are equal without it.
    """

    actors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    match: Literal["all", "any"] = "all"
    from_day: date | None = None
    to_day: date | None = None
    q: str = ""
    sort: Literal["newest", "oldest"] = "newest"
    names: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def events(self) -> EventQuerySet:
        """The public events of the selection in its order, undated ones last."""
        found = self.narrow(Event.objects.public())
        return found.oldest_first() if self.sort == "oldest" else found.newest_first()

    @cached_property
    def columns(self) -> bitmaps.Columns:
        """The public record, so that all that one page counts is counted in one state of it."""
        return bitmaps.columns()

    @cached_property
    def ids(self) -> Sequence[int]:
        """The keys of the events in their order; one query, whoever asks how often."""
        if self.is_empty:
            return getattr(self.columns, self.sort)
        return list(self.events().values_list("pk", flat=True))

    @cached_property
    def bitmap(self) -> bitmaps.Bitmap:
        """The same events, for counting."""
        return bitmaps.bitmap(self.ids)

    def narrow(self, events: EventQuerySet) -> EventQuerySet:
        """Those of the events that the selection asks for."""
        for condition in self._conditions():
            events = events.filter(condition)
        return search.matching(events, self.q) if self.q else events

    def _conditions(self) -> Iterator[Q]:
        parts = Participation.objects.order_by()
        for slugs in self._together(self.actors):
            yield Q(pk__in=parts.filter(actor__slug__in=slugs).values("event"))
        tagged = Event.themes.through.objects.order_by()
        for slugs in self._together(self.themes):
            yield Q(pk__in=tagged.filter(theme__slug__in=slugs).values("event"))
        if self.kinds:
            yield Q(kind__in=self.kinds)
        if self.documents:
            cited = Citation.objects.order_by().filter(passage__text__document__slug__in=self.documents)
            yield Q(pk__in=cited.values("event"))
        yield from self._period()

    def _together(self, slugs: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The slugs in groups of which an event must meet each by one at least."""
        if self.match == "any":
            return [slugs] if slugs else []
        return [(slug,) for slug in slugs]

    def _period(self) -> Iterator[Q]:
        """An event is in if its interval meets the period; an undated one is in no period."""
        if self.from_day:
            yield Q(last_day__gte=self.from_day) | Q(last_day=None, first_day__isnull=False)
        if self.to_day:
            yield Q(first_day__lte=self.to_day) | Q(first_day=None, last_day__isnull=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen that leaves events out."""
        return replace(self, sort="newest", match="all") == Selection()

    def of(self, facet: Facet) -> tuple[str, ...]:
        """What is chosen of the facet."""
        return getattr(self, facet)

    def adding(self, facet: Facet, slug: str, name: str = "") -> "Selection":
        names = {**self.names, (facet, slug): name} if name else self.names
        return replace(self, **{facet: tuple(sorted({*self.of(facet), slug}))}, names=names)

    def dropping(self, facet: Facet, slug: str) -> "Selection":
        return replace(self, **{facet: tuple(kept for kept in self.of(facet) if kept != slug)})

    def name_of(self, facet: Facet, slug: str) -> str:
        return self.names.get((facet, slug), slug)

    def query(self, *, page: int = 1, **changes) -> str:
        """The one query string, without ``?``, of this selection after the changes; empty if nothing is chosen."""
        chosen = replace(self, **changes)
        pairs = [("q", chosen.q)]
        pairs += [(name, slug) for facet, name in PARAMETERS.items() for slug in chosen.of(facet)]
        pairs += [("match", "any" if chosen.match == "any" else "")]
        pairs += [("from", _from_text(chosen.from_day)), ("to", _to_text(chosen.to_day))]
        pairs += [("sort", "oldest" if chosen.sort == "oldest" else ""), ("page", str(page) if page > 1 else "")]
        return urlencode([(name, value) for name, value in pairs if value])

    def words(self) -> str:
        """The selection for people: ``actors China and Japan; from 1 May 2015; containing “steel”``."""
        parts = [self._facet_words(facet) for facet in PARAMETERS if self.of(facet)]
        if self.from_day or self.to_day:
            parts.append(period_words(self.from_day, self.to_day))
        if self.q:
            parts.append(f"containing “{self.q}”")
        return "; ".join(parts) or "all events"

    def _facet_words(self, facet: Facet) -> str:
        names = [self.name_of(facet, slug) for slug in self.of(facet)]
        either = self.match == "any" or facet in ("kinds", "documents")
        label = PARAMETERS[facet] if len(names) == 1 else facet
        return f"{label} {listed(names, joined_by='or' if either else 'and')}"


def _from_text(day: date | None) -> str:
    """The shortest text that ``from`` reads as this day."""
    if day is None:
        return ""
    if day.day > 1:
        return day.isoformat()
    return f"{day:%Y-%m}" if day.month > 1 else f"{day:%Y}"


def _to_text(day: date | None) -> str:
    """The shortest text that ``to`` reads as this day."""
    if day is None:
        return ""
    following = day + timedelta(days=1)
    if following.day > 1:
        return day.isoformat()
    return f"{day:%Y-%m}" if following.month > 1 else f"{day:%Y}"


# --- the typed form --------------------------------------------------------------------------------


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


def _reached(model: type[Model], path: str, name: str = "name") -> Callable[[list[str]], dict[str, str]]:
    """Finds the names by slug, of those rows alone to which a public event leads by ``path``.

    A row that only unpublished events reach is not known, in the very words of one that is not there.
    """

    def known(slugs: list[str]) -> dict[str, str]:
        reached = Exists(Event.objects.public().filter(**{path: OuterRef("pk")}))
        return dict(model.objects.filter(reached, slug__in=slugs).order_by().values_list("slug", name))

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
                f"{_echo(text)} is no day that we know: write 2016, 2016-03, 2016-03-26 or March 2016, "
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


class BoundedFilterSet(FilterSet):
    """A filter set that reads no absurd number of values, and that shows nothing where anything is wrong."""

    def messages(self) -> list[str]:
        """What is wrong with the query string, in sentences; empty if nothing is."""
        if sum(len(values) for _, values in self.data.lists()) > settings.QUERY_MAX_FIELDS:
            return [f"The address has too many parts: at most {settings.QUERY_MAX_FIELDS}."]
        return [message for messages in self.form.errors.values() for message in messages]

    @property
    def qs(self):
        return self.queryset.none() if self.messages() else self.filter_queryset(self.queryset.all())


class EventFilter(BoundedFilterSet):
    """The parameters of the timeline, its exports and its feed. Names that it does not know are passed over."""

    q = TypedFilter(WordsField, label="Search")
    actor = TypedFilter(ChosenField, label="Actors", noun="actor", known=_reached(Actor, "participations__actor"))
    theme = TypedFilter(ChosenField, label="Themes", noun="theme", known=_reached(Theme, "themes"))
    kind = TypedFilter(ChosenField, label="Kinds", noun="kind", known=_kinds)
    document = TypedFilter(
        ChosenField,
        label="Documents",
        noun="document",
        known=_reached(Document, "citations__passage__text__document", name="title"),
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

    def __init__(self, data: QueryDict | None = None, queryset: EventQuerySet | None = None, **kwargs):
        data = QueryDict() if data is None else data
        super().__init__(data, Event.objects.public() if queryset is None else queryset, **kwargs)

    @classmethod
    def get_filters(cls):
        """``from`` is a word of Python's own, so its filter is declared as ``from_``."""
        return {name.rstrip("_"): filter_ for name, filter_ in super().get_filters().items()}

    def messages(self) -> list[str]:
        return super().messages() or self._contradictions()

    def _contradictions(self) -> list[str]:
        first, last = self.form.cleaned_data["from"], self.form.cleaned_data["to"]
        if first and last and first > last:
            return [f"The period {period_words(first, last)} ends before it starts: write the earlier day first."]
        return []

    @property
    def selection(self) -> Selection:
        """What was chosen. Raises BadFilter."""
        said = self._said()
        facets = {facet: said[parameter] for facet, parameter in PARAMETERS.items()}
        return Selection(
            **{facet: tuple(names) for facet, names in facets.items()},
            match=said["match"], from_day=said["from"], to_day=said["to"], q=said["q"], sort=said["sort"],
            names={(facet, slug): name for facet, names in facets.items() for slug, name in names.items()},
        )  # fmt: skip

    @property
    def number(self) -> int:
        """The page that was asked for. Raises BadFilter."""
        return self._said()["page"]

    @property
    def by_passage(self) -> bool:
        """Whether a table shall have a row a passage. Raises BadFilter."""
        return self._said()["rows"] == "passages"

    def filter_queryset(self, queryset: EventQuerySet) -> EventQuerySet:
        return self.selection.narrow(queryset)

    def _said(self) -> dict:
        if messages := self.messages():
            raise BadFilter(messages)
        return self.form.cleaned_data


def select(data: QueryDict) -> Selection:
    """What the query string chooses. Raises BadFilter."""
    return EventFilter(data).selection
