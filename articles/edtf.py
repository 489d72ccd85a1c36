"""What does an uncertain date mean, and how is it said to people? Our subset of EDTF (ISO 8601-2).

A point is a year, month, day, season (21-24), quarter (33-36), half (40, 41), decade (``199X``) or
century (``19XX``), with at most one qualifier behind it: ``~`` approximate, ``?`` uncertain, ``%``
both. An interval joins two points, ``2021-08/2022-10``, or is open at one end, ``2018/..``. Winter
runs from December of its year to February of the next. All days lie in the years 1800 to 2100.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "season", "quarter", "half", "year", "decade", "century", "interval"]

FIRST_YEAR, LAST_YEAR = 1800, 2100
OPEN = ".."
LONGEST = len("2021-08-01~/2022-10-31~")

MONTHS = tuple(calendar.month_name[1:])
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}
HALVES = {40: "first", 41: "second"}

# First and last month of each part of a year; 14 is February of the next year.
PART_MONTHS = {month: (month, month) for month in range(1, 13)} | {
    **{21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)},
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)},
    **{40: (1, 6), 41: (7, 12)},
}

_POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<part>(?!00)[0-9]{2})(?:-(?P<day>(?!00)[0-9]{2}))?)?(?P<qualifier>[~?%]?)"
)
_QUALIFIER_WORDS = {"": "", "~": "c. ", "?": "perhaps ", "%": "perhaps c. "}


class EdtfError(ValueError):
    """The text is no date of our subset; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date that was read. Both days are inclusive; an open end has None (never both ends)."""

    text: str
    first_day: date | None
    last_day: date | None
    precision: Precision
    approximate: bool
    uncertain: bool

    @property
    def sort_day(self) -> date:
        """The day by which lists order it: the first, or the last where the start is open."""
        return next(day for day in (self.first_day, self.last_day) if day)


class _Point(NamedTuple):
    """The written parts of one point; ``part`` and ``day`` are 0 where it has none."""

    year: str
    part: int = 0
    day: int = 0
    qualifier: str = ""


_OPEN_END = _Point(OPEN)


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read one EDTF string; raises EdtfError, with a message for people, if it is not of our subset."""
    start, end = _ends(text)
    first_day = None if start is _OPEN_END else _bounds(start)[0]
    last_day = None if end is _OPEN_END else _bounds(end)[1]
    if first_day and last_day and first_day > last_day:
        raise EdtfError("The date ends before it starts: write the earlier date first.")
    qualifiers = {start.qualifier, end.qualifier}
    return Edtf(
        text=text,
        first_day=first_day,
        last_day=last_day,
        precision=_precision(start) if start is end else "interval",
        approximate=bool(qualifiers & {"~", "%"}),
        uncertain=bool(qualifiers & {"?", "%"}),
    )


def words(text: str) -> str:
    """The date for people: ``c. 18 November 2025``, ``third quarter of 2023``, ``since 2018``."""
    return _say(text, short=False)


def short_words(text: str) -> str:
    """The date under a heading that gives its year: ``26 Mar``, ``c. Jun``, ``Q3``, ``10–16 Jun``.
    Years are said only where the date has nothing finer, or reaches into another year."""
    return _say(text, short=True)


def from_words(text: str) -> str | None:
    """EDTF of what people type into a form: EDTF itself, ``18 Nov 2025``, ``18/11/2025``,
    ``autumn 2020``; None if it is neither."""
    text = text[: 2 * LONGEST].strip()
    return _valid(text) or _typed(text)


def read(text: str) -> str:
    """EDTF of what people type. Raises EdtfError, which says how to write a date, where it is none."""
    return from_words(text) or parse(text).text


def _ends(text: str) -> tuple[_Point, _Point]:
    """The points at both ends; the very same one twice where the text is a single point."""
    if len(text) > LONGEST:
        raise EdtfError(f"That is too long for a date: at most {LONGEST} characters.")
    if "/" not in text:
        point = _read(text)
        return point, point
    left, _, right = text.partition("/")
    if "" in (left, right):
        raise EdtfError("Write .. for the open end of a period, as in 2018/.. or ../2024-05-03.")
    if left == right == OPEN:
        raise EdtfError("A period needs a date at one end at least, as in 2018/..")
    return (_OPEN_END if left == OPEN else _read(left)), (_OPEN_END if right == OPEN else _read(right))


def _read(text: str) -> _Point:
    match = _POINT.fullmatch(text)
    if not match or ("X" in match["year"] and match["part"]):
        raise EdtfError(
            f"{text!r} is no date that we know: write 2024, 2024-03, 2024-03-26, 2020-23 (autumn), "
            "199X, 2018/.. or 2025-11-18~."
        )
    point = _Point(match["year"], int(match["part"] or 0), int(match["day"] or 0), match["qualifier"])
    _bounds(point)
    return point


def _bounds(point: _Point) -> tuple[date, date]:
    first_year, last_year = int(point.year.replace("X", "0")), int(point.year.replace("X", "9"))
    if first_year < FIRST_YEAR or last_year > LAST_YEAR:
        raise EdtfError(f"The year must lie between {FIRST_YEAR} and {LAST_YEAR}.")
    if not point.part:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if point.part not in PART_MONTHS or (point.day and point.part > 12):
        raise EdtfError(f"There is no month {point.part:02}: months are 01-12, seasons 21-24, quarters 33-36.")
    if point.day:
        day = _day(first_year, point.part, point.day)
        return day, day
    first_month, last_month = PART_MONTHS[point.part]
    return date(first_year, first_month, 1), _last_day(first_year, last_month)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise EdtfError(f"{MONTHS[month - 1]} {year} has no day {day}.") from None


def _last_day(year: int, month: int) -> date:
    """The last day of a month, where months 13 and 14 are those of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > LAST_YEAR:
        raise EdtfError(f"The date must end by {LAST_YEAR}.")
    return date(year, month, calendar.monthrange(year, month)[1])


def _precision(point: _Point) -> Precision:
    if point.day:
        return "day"
    if point.part:
        return _part_precision(point.part)
    if point.year.endswith("XX"):
        return "century"
    return "decade" if point.year.endswith("X") else "year"


def _part_precision(part: int) -> Precision:
    if part in SEASONS:
        return "season"
    if part in QUARTERS:
        return "quarter"
    return "half" if part in HALVES else "month"


def _say(text: str, *, short: bool) -> str:
    parse(text)
    start, end = _ends(text)
    if start is end:
        return _point_words(start, short)
    if end is _OPEN_END:
        return f"since {_point_words(start, short)}"
    if start is _OPEN_END:
        return f"until {_point_words(end, short)}"
    return _interval_words(start, end, short)


def _interval_words(start: _Point, end: _Point, short: bool) -> str:
    """Both ends, saying once what they share; ends of unlike certainty share nothing."""
    to = " – " if short else " to "
    if start.qualifier != end.qualifier or start.year != end.year or not (start.part and end.part):
        return f"{_point_words(start, short, year=True)}{to}{_point_words(end, short, year=True)}"
    about, last = _QUALIFIER_WORDS[start.qualifier], _point_words(end._replace(qualifier=""), short)
    if start.part == end.part and start.day and end.day:
        return f"{about}{start.day}–{last}"
    return f"{about}{_part_words(start, short)}{to}{last}"


def _point_words(point: _Point, short: bool, *, year: bool = False) -> str:
    """One point with its year; ``short`` leaves the year out where it can, unless ``year`` asks for it."""
    about, part = _QUALIFIER_WORDS[point.qualifier], _part_words(point, short)
    if not part:
        return about + _year_words(point)
    if short and not year:
        return about + part
    of = " of " if point.part in PART_MONTHS and point.part >= 33 and not short else " "
    return about + part + of + _year_words(point)


def _part_words(point: _Point, short: bool) -> str:
    """What stands before the year: ``26 March``, ``autumn``, ``third quarter``; empty for a bare year."""
    if not point.part:
        return ""
    if point.part in QUARTERS:
        return f"Q{point.part - 32}" if short else f"{QUARTERS[point.part]} quarter"
    if point.part in HALVES:
        return f"{HALVES[point.part]} half"
    if point.part in SEASONS:
        return SEASONS[point.part]
    month = MONTHS[point.part - 1][: 3 if short else None]
    return f"{point.day} {month}" if point.day else month


def _year_words(point: _Point) -> str:
    if point.year.endswith("XX"):
        century = int(point.year[:2]) + 1
        return f"{century}{'st' if century == 21 else 'th'} century"
    if point.year.endswith("X"):
        return f"{point.year[:3]}0s"
    if point.part == 24:
        following = str(int(point.year) + 1)
        return f"{point.year}–{following if following.endswith('00') else following[2:]}"
    return point.year


_TYPED = re.compile(
    r"(?P<about>c\. ?|circa |about )?(?:(?:(?P<day>[0-9]{1,2}) )?(?P<part>[a-z]{3,9}) )?(?P<year>[0-9]{4})",
    re.I,
)
_TYPED_PARTS = (
    {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
    | {name: number for number, name in SEASONS.items()}
    | {"sept": 9}
)


# Day first, as the British write it.
_NUMBERS = re.compile(r"(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{4})")


def _typed(text: str) -> str | None:
    if numbers := _NUMBERS.fullmatch(text):
        return _valid(f"{numbers['year']}-{int(numbers['month']):02}-{int(numbers['day']):02}")
    match = _TYPED.fullmatch(text)
    if not match or (match["part"] and match["part"].lower() not in _TYPED_PARTS):
        return None
    part = f"-{_TYPED_PARTS[match['part'].lower()]:02}" if match["part"] else ""
    day = f"-{int(match['day']):02}" if match["day"] else ""
    return _valid(f"{match['year']}{part}{day}{'~' if match['about'] else ''}")


def _valid(text: str) -> str | None:
    try:
        return parse(text).text
    except EdtfError:
        return None
