"""Which words of a passage give the act, the date and the actors of an event?

What the extractor marked stays as far as it still holds after a person's corrections; what a person
chose is marked by the gazetteer and the date finder.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from articles import edtf
from articles.extraction.dates import find_dates
from articles.extraction.gazetteer import Gazetteer
from articles.extraction.model import ActorEntry, Alias
from timeline.content import Content, Evidence, marks_within
from timeline.models import Actor

Mark = tuple[int, int, str]


def gazetteer() -> Gazetteer:
    """All actors of the database under all their names, as the extractor takes them."""
    actors = Actor.objects.order_by("pk").prefetch_related("aliases")
    return Gazetteer(
        ActorEntry(actor.name, actor.kind, actor.country, tuple(_alias(alias) for alias in actor.aliases.all()))
        for actor in actors
    )


def _alias(row) -> Alias:
    return Alias(row.alias, case_sensitive=row.case_sensitive, needs_context=row.needs_context)


def marked(
    content: Content, source: Content | None, *, known: Gazetteer, words: Collection[str] = ()
) -> list[Evidence]:
    """The content's passages with their marks: those of ``source`` that still hold, and those found anew.

    The words of the act stay. The words of the date stay with the date. Words for an actor stay if they
    name one who takes part, are among ``words``, or if nobody whom the source names was taken out.
    """
    names = _names(content)
    holds = _holding(content, source, known, names, set(words))
    as_before = _unchanged(content, source)
    return [
        replace(each, marks=as_before[_span(each)])
        if _span(each) in as_before
        else replace(each, marks=_marks(each, content, source, holds, known, names))
        for each in content.passages
    ]


def _unchanged(content: Content, source: Content | None) -> dict[tuple, Sequence[Mark]]:
    """The marks by passage that stand as they are, because neither the actors nor the date have changed."""
    if source is None or source.date != content.date or _names(source) != _names(content):
        return {}
    return {_span(each): each.marks for each in source.passages}


def _names(content: Content) -> set[str]:
    return {actor.name for actor, _ in content.actors}


def _span(each: Evidence) -> tuple[int, int, int]:
    return each.text.pk, each.start, each.end


def _holding(content: Content, source: Content | None, known: Gazetteer, names: set[str], words: set[str]):
    """A test of one mark of the source: does it hold for the content?"""
    same_date = bool(source) and content.date == source.date
    nobody_left = bool(source) and _names(source) <= names

    def holds(kind: str, quote: str) -> bool:
        if kind != "actor":
            return kind == "trigger" or same_date
        named = {mention.name for mention in known.find(quote)}
        return bool(named & names) if named else nobody_left or quote in words

    return holds


def _marks(
    each: Evidence, content: Content, source: Content | None, holds: Callable, known: Gazetteer, names: set[str]
) -> list[Mark]:
    text = each.text.text
    same_text = [other for other in source.passages if other.text == each.text] if source else []
    held = marks_within([mark for other in same_text for mark in other.marks], each.start, each.end)
    kept = [mark for mark in held if holds(mark[2], text[mark[0] : mark[1]])]
    found = marks_of(text, each.start, each.end, known=known, actors=names, date=content.date,
                     published=each.text.document.published or None)  # fmt: skip
    return _outermost({*kept, *found})


def _outermost(marks: set[Mark]) -> list[Mark]:
    """The marks in text order, without those that lie within another of the same kind."""

    def covered(mark: Mark) -> bool:
        return any(o != mark and o[2] == mark[2] and o[0] <= mark[0] and mark[1] <= o[1] for o in marks)

    return sorted(mark for mark in marks if not covered(mark))


def marks_of(
    text: str, start: int, end: int, *, known: Gazetteer, actors: Collection[str], date: str, published: str | None
) -> list[Mark]:
    """Marks inside ``text[start:end]``: the words that name one of ``actors`` and those that mean ``date`` (EDTF).

    Where no words do, there is no mark: a date that was taken from the publication has none.
    """
    passage = text[start:end]
    who = [(m.start + start, m.end + start, "actor") for m in known.find(passage) if m.name in actors]
    when = [
        (m.start + start, m.end + start, "date") for m in find_dates(passage, published) if date and _meet(m.edtf, date)
    ]
    return sorted(who + when)


def _meet(one: str, other: str) -> bool:
    a, b = edtf.parse(one), edtf.parse(other)
    starts_in_time = a.first_day is None or b.last_day is None or a.first_day <= b.last_day
    return starts_in_time and (b.first_day is None or a.last_day is None or b.first_day <= a.last_day)
