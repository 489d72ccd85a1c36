"""Which events stand on this page of a list?

The keys of all events of a selection are cheap, so a page loads its own fifty rows by key: the
fiftieth page costs what the first one costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.filters import BadFilter
from timeline.selection import Selection

SIZE = 50


@dataclass(frozen=True)
class Page:
    """One page of a list: the keys of its events. ``total`` counts all pages. An empty list has one empty page."""

    keys: Sequence[int]
    number: int
    pages: int
    total: int

    @property
    def has_next(self) -> bool:
        return self.number < self.pages

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def first(self) -> int:
        """The position of the first event in the whole list, from 1; 0 on an empty page."""
        return (self.number - 1) * SIZE + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.number * SIZE, self.total)


def page_of(position: int) -> int:
    """The number of the page on which the event at this position of a list stands; positions count from 0."""
    return position // SIZE + 1


def page(selection: Selection, number: int) -> Page:
    """Raises BadFilter where the list has no such page."""
    keys = selection.ids
    pages = max(1, -(-len(keys) // SIZE))
    if number > pages:
        raise BadFilter([f"No page {number:,}: the last one is page {pages:,}."])
    return Page(keys[(number - 1) * SIZE : number * SIZE], number, pages, len(keys))
