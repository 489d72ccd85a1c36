"""Which other events belong beside an event?"""

from typing import NamedTuple

from timeline.models import Event

MOST_TOLD_TOGETHER, MOST_ON_EACH_SIDE = 6, 2


class Neighbours(NamedTuple):
    """The events beside one: told of the same date by the same document; then earlier and later ones of its actors."""

    told_together: list[Event]
    earlier: list[Event]
    later: list[Event]


def neighbours(event: Event) -> Neighbours:
    """The public events beside a public one; each stands in once."""
    public = Event.objects.public()
    told_together = list(public.told_together_with(event).order_by("pk")[:MOST_TOLD_TOGETHER])
    if event.sort_day is None:
        return Neighbours(told_together, [], [])
    others = public.of_same_actors(event).exclude(pk__in=[near.pk for near in told_together])
    earlier = others.filter(sort_day__lt=event.sort_day).order_by("-sort_day", "pk")[:MOST_ON_EACH_SIDE]
    later = others.filter(sort_day__gt=event.sort_day).order_by("sort_day", "pk")[:MOST_ON_EACH_SIDE]
    return Neighbours(told_together, list(earlier)[::-1], list(later))
