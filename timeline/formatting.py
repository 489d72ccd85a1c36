"""How is it said to people? Dates, who acted on whom, shortened quotations, numbers of things."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from articles import edtf

Who = TypeVar("Who")

NO_DATE = "Date not known"
ELLIPSIS = " …"


class Basis(NamedTuple):
    """How the date of an event is known: in a few words, in a sentence on its page, and explained for all events."""

    words: str
    sentence: str
    meaning: str


BASES = {
    "stated": Basis(
        "stated in the text",
        "the words of the source state it.",
        "the words of the passage or its surroundings give it",
    ),
    "relative": Basis(
        "counted from the publication date",
        "counted from the day on which the source was published.",
        "“on Tuesday”, “last September”, counted from the day of publication",
    ),
    "publication": Basis(
        "publication date",
        "this is the date of publication, because no words of the passage give one.",
        "no words give a date; the event is told as news, so the day of publication stands in, marked “c.”",
    ),
    "unknown": Basis(
        "not known",
        "No words of the source tell when it happened.",
        "no date; such events stand at the end of every list",
    ),
}
PRECISIONS: dict[edtf.Precision, str] = {
    "day": "Known to the day",
    "month": "Known to the month",
    "season": "Known to the season",
    "quarter": "Known to the quarter",
    "half": "Known to the half-year",
    "year": "Known to the year",
    "decade": "Known to the decade",
    "century": "Known to the century",
    "interval": "Known as a period",
}


class Cast(NamedTuple, Generic[Who]):
    """Those who take part in an event, by role, each in the order given."""

    sources: tuple[Who, ...]
    targets: tuple[Who, ...]
    participants: tuple[Who, ...]


def date_words(text: str) -> str:
    """An EDTF date for people, ``c. 18 November 2025``; blank means that it is not known."""
    return edtf.words(text) if text else NO_DATE


def short_date_words(text: str) -> str:
    """The same under a heading that gives the year: ``c. 18 Nov``."""
    return edtf.short_words(text) if text else NO_DATE


def is_approximate(text: str) -> bool:
    """Whether the date is marked approximate or uncertain, so that its dot is drawn hollow."""
    known = edtf.parse(text) if text else None
    return known is None or known.approximate or known.uncertain


def basis_words(basis: str) -> str:
    """How a date is known: ``publication date``."""
    return BASES[basis].words


def how_dated(text: str, basis: str) -> str:
    """How finely a date is known, and by what: ``Known to the day: the words of the source state it.``"""
    if not text:
        return BASES["unknown"].sentence
    return f"{PRECISIONS[edtf.parse(text).precision]}: {BASES[basis].sentence}"


def day_words(day: date) -> str:
    return edtf.words(day.isoformat())


def period_words(first: date | None, last: date | None) -> str:
    """``from 1 May 2015 to 31 December 2016``, ``from 1 May 2015``, ``to 31 December 2016`` or nothing."""
    ends = [f"from {day_words(first)}"] if first else []
    return " ".join([*ends, f"to {day_words(last)}"] if last else ends)


def cast(people: Iterable[tuple[Who, str]]) -> Cast[Who]:
    """Sort ``(who, role)`` by role; roles are ``source``, ``target`` and ``participant``."""
    listed = list(people)
    return Cast(*(tuple(who for who, its in listed if its == role) for role in ("source", "target", "participant")))


def who_words(people: Iterable[tuple[str, str]]) -> str:
    """Who acted on whom, of ``(name, role)``: ``MI5 · United Kingdom → China with Five Eyes``."""
    sources, targets, participants = (" · ".join(names) for names in cast(people))
    if not targets:
        return " with ".join(filter(None, [sources, participants]))
    acted = f"{sources} → {targets}" if sources else f"→ {targets}"
    return f"{acted} with {participants}" if participants else acted


def shorten(text: str, limit: int = 280) -> str:
    """The text cut at a word's border to at most ``limit`` code points, the ellipsis included."""
    if len(text) <= limit:
        return text
    room = text[: limit - len(ELLIPSIS) + 1]
    border = max(room.rfind(" "), room.rfind("\n"))
    # A run without a space, such as Chinese, has no border: it is cut where the room ends.
    kept = room[:border] if border > 0 else room[:-1]
    return kept.rstrip(" \n,;:–—-") + ELLIPSIS


def number(count: int) -> str:
    return f"{count:,}"


def plural(count: int, singular: str, several: str = "") -> str:
    """``no events``, ``1 event``, ``10,000 events``; ``several`` where an ``s`` behind it is wrong."""
    if count == 1:
        return f"1 {singular}"
    return f"{number(count) if count else 'no'} {several or singular + 's'}"


def listed(words: Sequence[str], *, joined_by: str = "and") -> str:
    """``China``, ``China and Japan``, ``China, Japan and France``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joined_by} {words[-1]}"
