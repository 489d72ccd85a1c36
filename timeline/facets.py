"""How many events has each actor, theme, kind and document under a selection?

A count tells how many events would remain if that value were chosen as well. Of a group that takes
any of its values it tells how many the value has under all other filters.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nsmallest

from django.db.models import Q

from articles.models import Document
from timeline.bitmaps import Bitmap
from timeline.kinds import Kind
from timeline.models import Actor, Theme
from timeline.selection import PARAMETERS, Facet, Selection

TOP = 12
Key = int | str  # a row's key, or a kind
# The rows behind a facet and the field that names them; kinds are no rows.
_ROWS = {"actors": (Actor, "name"), "themes": (Theme, "name"), "documents": (Document, "title")}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with the number of its events; ``query`` is the address with it chosen, or no longer chosen."""

    slug: str
    name: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The first values of a facet, most frequent first, with all chosen ones; ``total`` is how many there are."""

    facet: Facet
    values: list[FacetValue]
    total: int

    @property
    def parameter(self) -> str:
        return PARAMETERS[self.facet]

    @property
    def more(self) -> bool:
        return self.total > len(self.values)


@dataclass(frozen=True, slots=True)
class Facets:
    actors: FacetCounts
    themes: FacetCounts
    kinds: FacetCounts
    documents: FacetCounts


def count(selection: Selection) -> Facets:
    """The first values of every facet, with their counts."""
    return Facets(**{facet: _first_values(selection, facet) for facet in PARAMETERS})


def all_values(selection: Selection, facet: Facet) -> list[FacetValue]:
    """Every value of one facet that has an event, and the chosen ones."""
    counts = _counts(selection, facet)
    return _values(selection, facet, counts, counts)


def _first_values(selection: Selection, facet: Facet) -> FacetCounts:
    counts = _counts(selection, facet)
    first = nsmallest(TOP, counts, key=lambda key: (-counts[key], key))
    values = _values(selection, facet, counts, first)
    without_event = sum(not value.count for value in values)
    return FacetCounts(facet, values, len(counts) + without_event)


def _counts(selection: Selection, facet: Facet) -> dict[Key, int]:
    """The number of events by key of the value, where there are any."""
    base = _base(selection, facet)
    having: dict[Key, Bitmap] = getattr(selection.columns, facet)
    counts = ((key, (base & events).bit_count()) for key, events in having.items())
    return {key: number for key, number in counts if number}


def _base(selection: Selection, facet: Facet) -> Bitmap:
    """The events among which the values of the facet are counted."""
    takes_any = facet in ("kinds", "documents") or selection.match == "any"
    if takes_any and selection.of(facet):
        return replace(selection, **{facet: ()}).bitmap
    return selection.bitmap


def _values(selection: Selection, facet: Facet, counts: dict, keys: Iterable) -> list[FacetValue]:
    """The values with these keys and the chosen ones, most frequent first, then by name."""
    chosen = set(selection.of(facet))
    named = _named(facet, keys, chosen)
    values = [
        FacetValue(slug, name, counts.get(key, 0), slug in chosen, _toggled(selection, facet, slug).query())
        for key, slug, name in named
    ]
    return sorted(values, key=lambda value: (-value.count, value.name))


def _named(facet: Facet, keys: Iterable, slugs: set[str]) -> list[tuple[Key, str, str]]:
    """Key, slug and name of the values with these keys or slugs."""
    if facet == "kinds":
        return [(kind, kind, Kind(kind).label) for kind in {*keys, *slugs}]
    model, name = _ROWS[facet]
    rows = model.objects.filter(Q(pk__in=list(keys)) | Q(slug__in=slugs)).order_by()
    return list(rows.values_list("pk", "slug", name))


def _toggled(selection: Selection, facet: Facet, slug: str) -> Selection:
    return selection.dropping(facet, slug) if slug in selection.of(facet) else selection.adding(facet, slug)
