"""Under which headings do the events of a list stand? Years, and months within a year."""

import calendar
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from timeline.cards import Card
from timeline.formatting import NO_DATE

UNDATED = "undated"


class Month(NamedTuple):
    """Events under one month; without a name those dated more coarsely, at the head of their year."""

    name: str
    events: list[Card]


class Year(NamedTuple):
    """Events under one year; ``anchor`` is where a link on the page leads to it."""

    heading: str
    anchor: str
    months: list[Month]


def by_year(events: Iterable[Card]) -> list[Year]:
    """The events, which come in the order of a list, under their headings; undated ones under "Date not known"."""
    return [
        Year(str(year), f"y{year}", _by_month(group)) if year else Year(NO_DATE, UNDATED, _by_month(group))
        for year, group in groupby(events, key=lambda event: event.sort_year)
    ]


def _by_month(events: Iterable[Card]) -> list[Month]:
    return [Month(name, list(group)) for name, group in groupby(events, key=_month)]


def _month(event: Card) -> str:
    if event.sort_day is None or event.coarse:
        return ""
    return calendar.month_name[event.sort_day.month]
