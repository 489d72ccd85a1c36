"""Which events may tell the same occurrence as this content? Suggestions only: a person decides."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from articles import edtf
from timeline.content import Content
from timeline.models import Event

MOST = 3
LEEWAY = timedelta(days=3)  # Reports of one occurrence differ by a few days.
LONGEST = timedelta(days=370)  # A coarser date meets too many events to say anything.
LOOKED_AT = 200
ENOUGH = 2.0


@dataclass(frozen=True)
class Likely:
    """An event with what it has in common, in words."""

    event: Event
    score: float
    common: list[str]


def likely(content: Content) -> list[Likely]:
    """The most likely events first; none where too little is in common."""
    found = (_weigh(content, event) for event in _near(content))
    return sorted((each for each in found if each.score >= ENOUGH), key=lambda each: (-each.score, each.event.pk))[
        :MOST
    ]


def _near(content: Content):
    """Draft and published events whose date meets the content's, or that cite words that overlap its passages."""
    near = Q(pk__in=[])
    if period := _period(content.date):
        near |= Q(first_day__lte=period[1], last_day__gte=period[0])
    for each in content.passages:
        near |= Q(passages__text=each.text.pk, passages__start__lt=each.end, passages__end__gt=each.start)
    open_events = Event.objects.filter(status__in=(Event.Status.DRAFT, Event.Status.PUBLISHED))
    return (
        open_events.filter(near).distinct().order_by("-pk").prefetch_related("participations", "passages")[:LOOKED_AT]
    )


def _period(edtf_date: str) -> tuple[date, date] | None:
    known = edtf.parse(edtf_date) if edtf_date else None
    if known is None or not (known.first_day and known.last_day) or known.last_day - known.first_day > LONGEST:
        return None
    return known.first_day - LEEWAY, known.last_day + LEEWAY


def _weigh(content: Content, event: Event) -> Likely:
    parts = {
        "the passages overlap": 2.0 * _overlaps(content, event),
        "the dates meet": 0.5 * _dates_meet(content, event),
        "same kind": 1.0 * (content.kind == event.kind),
        "same actors": 1.0
        * _shared({a.pk for a, _ in content.actors}, {p.actor_id for p in event.participations.all()}),
        "like titles": 2.0 * _shared(_words(content.title), _words(event.title)),
    }
    return Likely(event, sum(parts.values()), [words for words, part in parts.items() if part > 0.3])


def _overlaps(content: Content, event: Event) -> bool:
    return any(
        held.text_id == each.text.pk and held.start < each.end and each.start < held.end
        for held in event.passages.all()
        for each in content.passages
    )


def _dates_meet(content: Content, event: Event) -> bool:
    period = _period(content.date)
    return bool(period and event.first_day and event.last_day
                and event.first_day <= period[1] and period[0] <= event.last_day)  # fmt: skip


def _words(title: str) -> set[str]:
    return {word for word in title.lower().split() if len(word) > 3}


def _shared(one: set, other: set) -> float:
    """The share of the smaller set that both have; 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
