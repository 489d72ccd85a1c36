"""What does a calendar expression mean? From the groups that a rule of ``date_rules`` cut out to EDTF.

Each function takes the match and the context ``at`` and returns an EDTF string, or None where the words
give no date: because they claim none, or because what they count from is not known. Strings that no
calendar holds (31 February) are left for the caller to refuse. The groups have fixed names:
``D`` day, ``M`` month name, ``Y`` year, ``W`` weekday, ``N`` number, ``U`` unit, ``S`` season,
``which`` (last, this, next); a second one of a kind ends in 2.
"""

import calendar
import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from articles.edtf import Edtf, EdtfError, parse

Match = re.Match[str]
TABLES = json.loads((Path(__file__).parent / "data" / "dates.json").read_text(encoding="utf-8"))
MONTHS: dict[str, int] = {name.casefold(): number for name, number in TABLES["months"].items()}
WEEKDAYS: dict[str, int] = {name.casefold(): number for name, number in TABLES["weekdays"].items()}
SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1}

_CLAUSE = 60  # how far before a date a cue of the future is looked for, in characters
_FUTURE = re.compile(
    r"(?:\b(?:will|shall|due|scheduled|set to|to be|until|till|next|upcoming|expires?|starting|begins|effective|"
    r"deadline|(?<!announced )(?<!unveiled )(?<!outlined )plans to|(?:expected|likely) to)\b|'ll\b|"
    r"\b(?:by|before) (?:the )?$)",
    re.I,
)
_SCHEDULED = re.compile(
    r"(?:\b(?:will|shall|due|scheduled|set to|is to|are to|plans to|expected to)\b|'ll\b).{0,50}\bon $", re.I | re.S
)
_CLAUSE_END = re.compile(r"[.;:!?]\s|\n\s*\n")


@dataclass(frozen=True)
class Published:
    """When the text came out, as far as it is known: a day, a month or a year."""

    day: date  # the middle of what is known
    precision: str
    qualifier: str = ""

    @classmethod
    def read(cls, edtf: str | None) -> "Published | None":
        """From the document's EDTF; None if that is missing, unreadable or open at an end."""
        try:
            read = parse(edtf or "")
        except EdtfError:
            return None
        if read.first_day is None or read.last_day is None:
            return None
        days = (read.last_day - read.first_day).days
        precision = "day" if days == 0 else "month" if days < 31 else "year" if days < 366 else ""
        if not precision:
            return None
        return cls(read.first_day + timedelta(days // 2), precision, "~" if read.approximate else "")

    @property
    def month(self) -> str:
        return f"{self.day:%Y-%m}"


@dataclass
class Context:
    """Where an expression stands: the (folded) text, its publication, and the date mentioned before it."""

    text: str
    published: Published | None
    previous: Edtf | None = None

    @property
    def has_day(self) -> bool:
        return self.published is not None and self.published.precision == "day"

    def before(self, start: int) -> str:
        """The words before ``start``, back to the clause's beginning, at most _CLAUSE characters."""
        window = self.text[max(0, start - _CLAUSE) : start]
        return _CLAUSE_END.split(window)[-1]


# Reading single groups


def month_number(name: str) -> int:
    return MONTHS[name.casefold().rstrip(".")]


def full_year(digits: str, at: Context) -> int:
    """A year of two digits lies between 80 years before publication and ten after."""
    if len(digits) == 4:
        return int(digits)
    base = at.published.day.year if at.published else 2025
    year = base - base % 100 + int(digits)
    return year - 100 if year > base + 10 else year + 100 if year <= base - 90 else year


def count(word: str) -> float | None:
    """``two`` and ``2`` are 2, ``half a`` 0.5; None for a number beyond 200, which counts no dates."""
    word = re.sub(r"\s+", " ", word.casefold())
    number: float = int(word) if word.isdecimal() else TABLES["numbers"][word]
    return number if number <= 200 else None


def singular(unit: str) -> str:
    return "century" if unit.casefold() == "centuries" else unit.casefold().rstrip("s")


def shift(match: Match) -> int:
    """-1, 0 or +1 for last, this or next."""
    return SHIFTS[match["which"].casefold()]


def week(day: date) -> str:
    monday = day - timedelta(day.weekday())
    return f"{monday}/{monday + timedelta(6)}"


def months_from(day: date, months: int) -> str:
    """The month that lies so many months after (before) that of ``day``."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"


def days_from(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


# Stated dates


def nothing(match: Match, at: Context) -> None:
    """Words that look like a date and are none; or say when without a calendar."""


def iso(match: Match, at: Context) -> str:
    return match["iso"]


def numeric(match: Match, at: Context) -> str:
    """Day first, unless only the second number can be a day."""
    day, month = int(match["D"]), int(match["D2"])
    if month > 12:
        day, month = month, day
    return f"{full_year(match['Y'], at):04}-{month:02}-{day:02}"


def year_first(match: Match, at: Context) -> str:
    return f"{match['Y']}-{int(match['D2']):02}-{int(match['D']):02}"


def full(match: Match, at: Context) -> str:
    return f"{full_year(match['Y'], at):04}-{month_number(match['M']):02}-{int(match['D']):02}"


def month_and_year(match: Match, at: Context) -> str:
    return f"{full_year(match['Y'], at):04}-{month_number(match['M']):02}"


def year(match: Match, at: Context) -> str:
    return match["Y"]


def bare_year(match: Match, at: Context) -> str | None:
    """A number of four digits is a year only up to 30 years after publication."""
    latest = at.published.day.year + 30 if at.published else 2060
    return match["Y"] if int(match["Y"]) <= latest else None


def year_range(match: Match, at: Context) -> str:
    """``2012-14``, ``2014/15``: both years; ``2015-10`` that cannot run upwards is a month."""
    first, last = match["Y"], match["Y2"]
    if len(last) == 2 and int(last) <= int(first[2:]) and last != "00":
        return f"{first}-{last}"
    return f"{first}/{last if len(last) == 4 else _same_century(first, last)}"


def financial_year(match: Match, at: Context) -> str | None:
    """The British one: April to March. ``FY2024`` is named by the year in which it ends."""
    groups = match.groupdict()
    if groups.get("which"):
        if not at.has_day or not at.published:
            return None
        first = at.published.day.year - (at.published.day.month < 4) + shift(match)
    else:
        first = full_year(match["Y"], at) - (not groups.get("Y2"))
    return f"{first}-04/{first + 1}-03"


def decade(match: Match, at: Context) -> str:
    """``1990s``; ``1900s`` is the century, ``2000s`` the decade."""
    digits = match["tens"]
    return f"{digits[:2]}XX" if digits[2] == "0" and digits[:2] != "20" else f"{digits}X"


def decade_pair(match: Match, at: Context) -> str:
    second = match["tens2"] if len(match["tens2"]) == 3 else match["tens"][:2] + match["tens2"]
    return f"{match['tens']}0/{second}9"


def spelt_decade(match: Match, at: Context) -> str:
    return f"19{TABLES['decades'][match['tens'].casefold()]}X"


def century(match: Match, at: Context) -> str:
    name = match["century"].casefold()
    number = int(name[:2]) if name[:2].isdecimal() else TABLES["centuries"][name]
    return f"{number - 1}XX"


def day_range(match: Match, at: Context) -> str | None:
    """``19-23 October``: days joined by *and* are an interval only if they are neighbours, or *between*."""
    last = full(match, at) if match["Y"] else day_and_month(match, at)
    if last is None:
        return None
    first = f"{last[:8]}{int(match['D1']):02}"
    neighbours = int(match["D"]) - int(match["D1"]) == 1 or at.before(match.start()).endswith("between ")
    if match["to"].strip().casefold() in ("and", "&") and not neighbours:
        return last
    return f"{first}/{last}"


def long_range(match: Match, at: Context) -> str:
    """``19 October to 3 November 2015``, and over the turn of the year."""
    first, last = month_number(match["M1"]), month_number(match["M"])
    ending = int(match["Y"])
    return f"{ending - (first > last):04}-{first:02}-{int(match['D1']):02}/{ending:04}-{last:02}-{int(match['D']):02}"


def month_range(match: Match, at: Context) -> str:
    """``August to October 2022``, and over the turn of the year ``November to January 2023``."""
    first, last = month_number(match["M1"]), month_number(match["M"])
    ending = int(match["Y"])
    return f"{ending - (first > last):04}-{first:02}/{ending:04}-{last:02}"


def _same_century(first: str, last: str) -> str:
    return f"{int(first[:2]) + (int(last) < int(first[2:])):02}{last}"


# Dates whose year follows from the publication


def day_and_month(match: Match, at: Context) -> str | None:
    """The nearest of the three years around publication, unless *last year* and its kin say which."""
    month, day = month_number(match["M"]), int(match["D"])
    if at.published and match.groupdict().get("which"):
        return f"{at.published.day.year + shift(match)}-{month:02}-{day:02}"
    return nearest(month, day, at)


def nearest(month: int, day: int, at: Context) -> str | None:
    if not at.published:
        return None
    base = at.published.day
    if at.published.precision == "year":
        return f"{base.year}-{month:02}-{day:02}"
    years = (base.year, base.year - 1, base.year + 1)
    held = [date(y, month, day) for y in years if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(y, month)[1]]
    return str(min(held, key=lambda d: abs(d - base))) if held else None


def bare_month(match: Match, at: Context) -> str | None:
    """The latest that has begun; the next after a cue of the future, or if it is only a month ahead.
    A neighbour that has a year lends it (*July and September 2020*)."""
    number = month_number(match["M"])
    if match["Y"]:
        return f"{int(match['Y']) - (number > month_number(match['M2'])):04}-{number:02}"
    if not at.published:
        return None
    base = at.published.day
    if at.published.precision == "year":
        return f"{base.year}-{number:02}"
    ahead = (number - base.month) % 12
    if ahead > 1 and not _FUTURE.search(at.before(match.start())):
        ahead -= 12
    return months_from(base, ahead)


def named_month(match: Match, at: Context) -> str | None:
    """``last September`` ended before publication; ``next May`` begins after it; ``this May`` is this year's."""
    return _part_beside(month_number(match["M"]), shift(match), at)


def month_of_year(match: Match, at: Context) -> str | None:
    """``September last year``."""
    if not at.published:
        return None
    return f"{at.published.day.year + shift(match)}-{month_number(match['M']):02}"


def _part_beside(part: int, step: int, at: Context) -> str | None:
    """The month, season, quarter or half of that number that is last, this or next."""
    if not at.published:
        return None
    base = at.published.day
    if step == 0:
        return f"{base.year}-{part:02}"
    parts = [parse(f"{base.year + year}-{part:02}") for year in (-2, -1, 0, 1)]
    if step < 0:
        return [read.text for read in parts if read.last_day and read.last_day < base][-1]
    return next(read.text for read in parts if read.first_day and read.first_day > base)


def _part(match: Match, part: int, at: Context) -> str | None:
    """A part of a year with the year that the match gives; without one, the latest that has begun."""
    groups = match.groupdict()
    if groups.get("Y"):
        return f"{full_year(groups['Y'], at)}-{part}"
    if not at.published:
        return None
    base = at.published.day
    if groups.get("which"):
        return f"{base.year + shift(match)}-{part}"
    read = parse(f"{base.year}-{part}")
    begun = read.first_day is not None and read.first_day <= base
    return f"{base.year - (not begun)}-{part}"


def quarter(match: Match, at: Context) -> str | None:
    return _part(match, 32 + _ordinal(match["ordinal"]), at)


def half(match: Match, at: Context) -> str | None:
    return _part(match, 39 + (1 if _ordinal(match["ordinal"]) == 1 else 2), at)


def season(match: Match, at: Context) -> str | None:
    return _part(match, TABLES["seasons"][match["S"].casefold()], at)


def named_season(match: Match, at: Context) -> str | None:
    return _part_beside(TABLES["seasons"][match["S"].casefold()], shift(match), at)


def first_months(match: Match, at: Context) -> str | None:
    """``the first six months of 2015``."""
    number = count(match["N"])
    if not number or not 1 <= number <= 12 or not (match["Y"] or at.published):
        return None
    year = int(match["Y"]) if match["Y"] else _publication_year(match, at)
    if number in (3, 6):
        return f"{year}-{33 if number == 3 else 40}"
    return f"{year}-01/{year}-{int(number):02}"


def _publication_year(match: Match, at: Context) -> int:
    """That of ``this year``, ``last year`` or plain ``the year``."""
    assert at.published  # noqa: S101 -- the caller asked
    return at.published.day.year + (shift(match) if match["which"] else 0)


def _ordinal(word: str) -> int:
    word = word.casefold()
    return int(word) if word.isdecimal() else int(TABLES["ordinals"].get(word, 2))


# Relative dates


def _near(at: Context, days: int) -> str | None:
    """The day so many days from publication; where only its month is known, that month with ``~``."""
    if not at.published or at.published.precision == "year":
        return None
    if at.published.precision == "month":
        return f"{at.published.month}~"
    day = days_from(at.published.day, days)
    return f"{day}{at.published.qualifier}" if day else None


def today(match: Match, at: Context) -> str | None:
    return _near(at, 0)


def yesterday(match: Match, at: Context) -> str | None:
    return _near(at, -1)


def tomorrow(match: Match, at: Context) -> str | None:
    return _near(at, 1)


def day_beyond(match: Match, at: Context) -> str | None:
    """The day before yesterday, the day after tomorrow."""
    return _near(at, -2 if match["before"] else 2)


def recent(match: Match, at: Context) -> str | None:
    if not at.published or at.published.precision == "year":
        return None
    return f"{at.published.month}~"


def weekday(match: Match, at: Context) -> str | None:
    """The latest such day, publication day included; the next one after *will ... on*."""
    if not at.has_day or not at.published:
        return None
    ahead = (WEEKDAYS[match["W"].casefold()] - at.published.day.weekday()) % 7
    if ahead and not _SCHEDULED.search(at.before(match.start())):
        ahead -= 7
    return _near(at, ahead)


def named_weekday(match: Match, at: Context) -> str | None:
    """``last Tuesday`` is before publication, ``next`` after it, ``this`` in its week."""
    if not at.has_day or not at.published:
        return None
    ahead = WEEKDAYS[match["W"].casefold()] - at.published.day.weekday()
    step = shift(match)
    return _near(at, ahead if step == 0 else ahead % 7 - 7 if step < 0 else ahead % 7 or 7)


def weekday_of_week(match: Match, at: Context) -> str | None:
    """``Tuesday last week``."""
    if not at.has_day or not at.published:
        return None
    return _near(at, WEEKDAYS[match["W"].casefold()] - at.published.day.weekday() + 7 * shift(match))


def weekend(match: Match, at: Context) -> str | None:
    """Saturday and Sunday: *last* and *the* ended or running, *this* of this week, *next* the one after."""
    if not at.has_day or not at.published:
        return _near(at, 0)
    which = (match["which"] or "last").casefold()
    saturday = 5 - at.published.day.weekday()
    if which in ("last", "past", "the") and saturday > 0:
        saturday -= 7
    start = at.published.day + timedelta(saturday + 7 * (which == "next"))
    return f"{start}/{start + timedelta(1)}"


def unit(match: Match, at: Context) -> str | None:
    """``last year``, ``this week``, ``next month``; ``earlier this week`` ends with publication."""
    return _unit_beside(match["U"].casefold(), shift(match), (match.groupdict().get("part") or "").casefold(), at)


def _unit_beside(name: str, step: int, part: str, at: Context) -> str | None:
    if not at.published or (at.published.precision == "year" and name not in YEARS):
        return None
    base = at.published.day
    if name == "week":
        return _week_beside(step, part, at)
    if name == "quarter":
        year, index = divmod(base.year * 4 + (base.month - 1) // 3 + step, 4)
        return f"{year}-{33 + index}"
    if name == "month":
        return months_from(base, step)
    if name == "day":
        return _near(at, step)
    return f"{base.year // YEARS[name] + step}{'X' * (len(str(YEARS[name])) - 1)}"


def _week_beside(step: int, part: str, at: Context) -> str | None:
    if not at.has_day or not at.published:
        return _near(at, 0)
    base = at.published.day
    monday, sunday = week(base + timedelta(7 * step)).split("/")
    if step == 0 and part == "earlier":
        return monday if monday == str(base) else f"{monday}/{base}"
    if step == 0 and part == "later":
        return sunday if sunday == str(base) else f"{base}/{sunday}"
    return f"{monday}/{sunday}"


def ago(match: Match, at: Context) -> str | None:
    """``two years ago``: the unit counted back, as exact as the unit."""
    return _from_publication(match["U"], count(match["N"]), -1, at)


def from_now(match: Match, at: Context) -> str | None:
    """``in two weeks' time``, ``three months from now``."""
    return _from_publication(match["U"], count(match["N"]), 1, at)


def _from_publication(unit: str, number: float | None, direction: int, at: Context) -> str | None:
    if not at.published or number is None:
        return None
    return counted(at.published.day, at.published.precision, singular(unit), number * direction)


YEARS = {"year": 1, "decade": 10, "century": 100}
DAYS = {"hour": 0, "day": 1, "week": 7, "fortnight": 14}


def counted(base: date, precision: str, unit: str, number: float) -> str | None:
    """So many units from ``base``, as exact as the unit, and no more exact than ``base`` is known."""
    if unit in YEARS:
        return f"{base.year + int(number * YEARS[unit])}~"
    if number != int(number) or precision not in ("day", "month"):
        return None
    if unit == "month":
        return f"{months_from(base, int(number))}~"
    day = days_from(base, int(number) * DAYS[unit])
    if precision != "day" or day is None:
        return None
    return week(day) if unit in ("week", "fortnight") else f"{day}~"


# Dates counted from the one mentioned before


_STEPS = {"that": 0, "the same": 0, "the previous": -1, "the preceding": -1, "before": -1}


def that_unit(match: Match, at: Context) -> str | None:
    """``that year``, ``the following month``, ``the next day``, ``the year before``."""
    if not at.previous or at.previous.first_day is None:
        return None
    step = _STEPS.get(re.sub(r"\s+", " ", match["that"].casefold()), 1)
    found = counted(at.previous.first_day, at.previous.precision, match["U"].casefold(), step)
    return found and found.rstrip("~")


def later(match: Match, at: Context) -> str | None:
    """``two years later``, ``a month earlier``: counted from the date before, as exact as the unit."""
    number = count(match["N"])
    if not at.previous or at.previous.first_day is None or number is None:
        return None
    direction = -1 if match["way"].casefold() in ("earlier", "previously") else 1
    return counted(at.previous.first_day, at.previous.precision, singular(match["U"]), number * direction)


# Chinese


def chinese(match: Match, at: Context) -> str:
    """``2019年6月17日``, ``二〇一九年六月``."""
    digits = "".join(str(TABLES["chinese_digits"].get(c, c)) for c in match["Y"])
    parts = [f"-{_chinese_number(match[name]):02}" for name in ("M", "D") if match[name]]
    return digits + "".join(parts)


def chinese_day_and_month(match: Match, at: Context) -> str | None:
    return nearest(_chinese_number(match["M"]), _chinese_number(match["D"]), at)


def chinese_relative(match: Match, at: Context) -> str | None:
    unit, step = TABLES["chinese_relative"][match["chinese"]]
    if unit == "day":
        return _near(at, step)
    found = _unit_beside(unit, step, "", at)
    parts = [f"-{_chinese_number(match[name]):02}" for name in ("M", "D") if match[name]]
    return found and found + "".join(parts)


def _chinese_number(text: str) -> int:
    """Up to 99: ``17``, ``十七``, ``三十一``."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    digits: dict[str, int] = TABLES["chinese_digits"]
    return (digits.get(tens, 1) * 10 if ten else 0) + sum(digits.get(c, 0) for c in ones[-1:])


# dateparser, for single spans that our tables do not cover

# Only dates with day, month and year are taken, so that the base fills nothing in.
_BASE = datetime(2000, 1, 1)


@lru_cache(maxsize=1024)
def by_dateparser(span: str, language: str) -> str | None:
    """The full date that dateparser reads in a short span; None unless it names day, month and year."""
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]  # slow to import, and rarely needed

    where = {"locales": ["en-GB"]} if language == "en" else {"languages": [language]}
    parser = DateDataParser(**where, settings={"RELATIVE_BASE": _BASE, "DATE_ORDER": "DMY"})
    found = parser.get_date_data(span)
    if found.date_obj is None or not {"year", "month", "day"} <= set(found.parts):
        return None
    return str(found.date_obj.date().isoformat())


def foreign(match: Match, at: Context) -> str | None:
    """``14 juillet 2015``, in the first language whose months hold the word."""
    name = match["foreign"].casefold()
    for language, names in TABLES["foreign_months"].items():
        if name in (n.casefold() for n in names):
            return by_dateparser(match[0], language)
    return None


def unusual(match: Match, at: Context) -> str | None:
    """English shapes that are too rare for a table: ``2015 October 21``, ``the 21st day of October 2015``."""
    return by_dateparser(re.sub(r"\s+", " ", match[0]), "en")
