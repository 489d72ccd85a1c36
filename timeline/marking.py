"""Which words of a passage give an event's date and its actors?

For passages that a person chose. Passages that the extractor proposed bring their own marks.
"""

from collections.abc import Collection

from articles import edtf
from articles.extraction.dates import find_dates
from articles.extraction.gazetteer import Gazetteer
from articles.extraction.model import ActorEntry, Alias
from timeline.models import Actor

Marks = list[list]


def gazetteer() -> Gazetteer:
    """All actors of the database under all their names, as the extractor takes them."""
    actors = Actor.objects.order_by("pk").prefetch_related("aliases")
    return Gazetteer(
        ActorEntry(actor.name, actor.kind, actor.country, tuple(_alias(alias) for alias in actor.aliases.all()))
        for actor in actors
    )


def _alias(row) -> Alias:
    return Alias(row.alias, case_sensitive=row.case_sensitive, needs_context=row.needs_context)


def marks_of(
    text: str, start: int, end: int, *, known: Gazetteer, actors: Collection[str], date: str, published: str | None
) -> Marks:
    """Marks inside ``text[start:end]``: the words that name one of ``actors`` and those that mean ``date`` (EDTF).

    Where no words do, there is no mark: a date that was taken from the publication has none.
    """
    passage = text[start:end]
    who = [[m.start + start, m.end + start, "actor"] for m in known.find(passage) if m.name in actors]
    when = [
        [m.start + start, m.end + start, "date"] for m in find_dates(passage, published) if date and _meet(m.edtf, date)
    ]
    return sorted(who + when)


def _meet(one: str, other: str) -> bool:
    a, b = edtf.parse(one), edtf.parse(other)
    starts_in_time = a.first_day is None or b.last_day is None or a.first_day <= b.last_day
    return starts_in_time and (b.first_day is None or a.last_day is None or b.first_day <= a.last_day)
