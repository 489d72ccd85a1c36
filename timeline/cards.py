"""How does an event stand in a list? As a card, rendered once for each version of the event and of what it names.

Rendering fifty events costs more than all the rest of a page. What a card shows changes only by
``timeline.curation``, which counts the event's version up, or by an edit of an actor, theme,
document or publisher, which leaves a line in that model's history: both are part of the key under
which the card is cached, so a card is never stale and nothing has to be cleared.
"""

import functools
import hashlib
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.core.cache import cache
from django.template.loader import get_template, render_to_string

from articles.models import Document, Publisher
from timeline.models import Actor, Event, Theme

# The instant of the review tells apart two databases that share a cache, as before and after a restore.
STATE = ("pk", "version", "reviewed_at")
TEMPLATES = ("timeline/_event.html", "timeline/_who.html", "timeline/_names.html", "timeline/_assertion.html")
NAMED = (Actor, Theme, Document, Publisher)


class Card(NamedTuple):
    """A rendered event and what its headings are made from."""

    sort_year: int | None
    sort_day: date | None
    coarse: bool
    html: str


def cards(keys: Sequence[int]) -> list[Card]:
    """The cards of the public events with these keys, in the order of the keys."""
    public = Event.objects.public()
    named = _state_of_names()
    states = {key: f"{version}-{at.timestamp()}" for key, version, at in public.filter(pk__in=keys).values_list(*STATE)}
    names = {key: f"card-{_looks()}-{key}-{states[key]}-{named}" for key in keys if key in states}
    held = cache.get_many(names.values())
    missing = public.for_list().in_order([key for key, name in names.items() if name not in held])
    made = {names[event.pk]: _card(event) for event in missing}
    cache.set_many(made, timeout=None)
    known = held | made
    return [known[name] for name in names.values() if name in known]


def _state_of_names() -> str:
    """Differs whenever somebody has edited what cards name."""
    last = (model.history.order_by("-history_id").values_list("history_id", flat=True).first() for model in NAMED)
    return "-".join(str(key or 0) for key in last)


@functools.cache
def _looks() -> str:
    """Differs between releases that render a card in another way, for a cache that outlives the process."""
    sources = (get_template(name).template.source for name in TEMPLATES)
    return hashlib.sha256("".join(sources).encode()).hexdigest()[:12]


def _card(event: Event) -> Card:
    html = render_to_string(TEMPLATES[0], {"event": event})
    return Card(event.sort_year, event.sort_day, event.coarse, html)
