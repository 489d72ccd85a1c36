"""Which public events have what? The record's columns as bitmaps, held in memory until the next revision.

Counting in SQL what remains under every value of every facet takes longer than all the rest of a
page; one ``&`` of two bitmaps counts ten thousand events in a microsecond. A bitmap is an integer
whose bit n stands for the event with the key n.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from timeline.models import Citation, Event, Participation, Revision

ATTEMPTS = 5

Bitmap = int
# Year and month; None for an event without a date.
Month = tuple[int, int] | None
Fingerprint = tuple[int, int, datetime | None]


@dataclass(frozen=True)
class Columns:
    """The public record: keys in both orders, and for every value of a column the events that have it."""

    newest: tuple[int, ...]
    oldest: tuple[int, ...]
    actors: dict[int, Bitmap]
    themes: dict[int, Bitmap]
    kinds: dict[str, Bitmap]
    documents: dict[int, Bitmap]
    months: dict[tuple[Month, str], Bitmap]  # by month of the sort day and tone


def bitmap(keys: Iterable[int]) -> Bitmap:
    """The bitmap of these events."""
    keys = list(keys)
    bits = bytearray(max(keys, default=0) // 8 + 1)
    for key in keys:
        bits[key >> 3] |= 1 << (key & 7)
    return int.from_bytes(bits, "little")


def columns() -> Columns:
    """The columns as they stand: read again only after a revision was added."""
    global _held
    now = fingerprint()
    if _held is None or _held[0] != now:
        _held = _read_in_one_state(now)
    return _held[1]


_held: tuple[Fingerprint, Columns] | None = None


def _read_in_one_state(now: Fingerprint) -> tuple[Fingerprint, Columns]:
    """The columns with the fingerprint of the record from which they were read.

    They take several queries; if somebody decides between two of them, all are read once more. (A
    transaction would not help: on SQLite it would hold up whoever writes, and on PostgreSQL each of its
    queries may see another state.) Of a record that changes during every one of the ``ATTEMPTS`` the last
    reading is given; its fingerprint has passed, so whoever asks next reads again.
    """
    for _ in range(ATTEMPTS):
        before, read, now = now, _read(), fingerprint()
        if now == before:
            break
    return before, read


def fingerprint() -> Fingerprint:
    """Differs whenever the record does, because every change of an event adds a revision and none is ever removed.

    The number tells apart what the last key cannot: two transactions may commit in the other order
    than they took their keys. The instant tells apart two databases, as before and after a restore.
    """
    last = Revision.objects.order_by("-pk").values_list("pk", "at").first() or (0, None)
    return (Revision.objects.count(), *last)


def _read() -> Columns:
    public = Event.objects.public()
    dated = list(public.values_list("pk", "kind", "tone", "sort_day"))
    of_public = {"event__in": public.values("pk")}
    sources = Citation.objects.filter(**of_public).values_list("event", "passage__text__document")
    return Columns(
        newest=tuple(public.newest_first().values_list("pk", flat=True)),
        oldest=tuple(public.oldest_first().values_list("pk", flat=True)),
        actors=_by_value(Participation.objects.filter(**of_public).order_by().values_list("event", "actor")),
        themes=_by_value(Event.themes.through.objects.filter(**of_public).values_list("event", "theme")),
        kinds=_by_value((key, kind) for key, kind, _, _ in dated),
        documents=_by_value(sources.order_by()),
        months=_by_value((key, (day and (day.year, day.month), tone)) for key, _, tone, day in dated),
    )


def _by_value(pairs) -> dict:
    """The bitmaps by value of ``(event key, value)``."""
    keys = defaultdict(list)
    for key, value in pairs:
        keys[value].append(key)
    return {value: bitmap(having) for value, having in keys.items()}
