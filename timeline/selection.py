"""What was chosen, and which events is that? All that pages, exports and feed know of what was asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal
from urllib.parse import urlencode

from django.db.models import Q

from timeline import bitmaps, search
from timeline.formatting import listed, period_words
from timeline.models import Citation, Event, Participation
from timeline.querysets import EventQuerySet

Facet = Literal["actors", "themes", "kinds", "documents"]
# The facets of a selection, each with its name in the query string.
PARAMETERS: dict[Facet, str] = {"actors": "actor", "themes": "theme", "kinds": "kind", "documents": "document"}


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
        # The columns know the order of the whole record: to sort what was found costs more than to find it.
        found = set(self.narrow(Event.objects.public()).order_by().values_list("pk", flat=True))
        return [key for key in getattr(self.columns, self.sort) if key in found]

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
