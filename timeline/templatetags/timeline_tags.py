"""Thin doors from templates to plain functions of the timeline."""

from collections import defaultdict
from urllib.parse import parse_qsl

from django import template

from timeline import evidence, formatting
from timeline.kinds import KINDS_OF_TONE, Tone
from timeline.selection import PARAMETERS

register = template.Library()

PLURALS = {"Person": "People", "Media": "Media", "Military": "Armed forces"}

register.filter("date_words", formatting.date_words)
register.filter("short_date_words", formatting.short_date_words)
register.filter("basis_words", formatting.basis_words)
register.filter("is_approximate", formatting.is_approximate)
register.filter("number", formatting.number)
register.filter("plural", formatting.plural)
register.filter("shorten", formatting.shorten)
register.simple_tag(evidence.events_by_passage)


@register.filter
def cast(event):
    """The event's actors by role, as ``formatting.Cast``."""
    return formatting.cast((part.actor, part.role) for part in event.participations.all())


@register.simple_tag
def query(selection, **changes):
    """The query string of the selection after the changes, with its ``?``; nothing if nothing is chosen."""
    words = selection.query(**changes)
    return f"?{words}" if words else ""


@register.filter
def fields(selection, without):
    """``(name, value)`` of the selection for a form that itself asks for some; ``without`` names those."""
    asked_for = without.split()
    return [pair for pair in parse_qsl(selection.query()) if pair[0] not in asked_for]


@register.filter
def chips(selection):
    """What is chosen, each as ``(what, its words, the query string without it)``."""
    chosen = [
        (PARAMETERS[facet], selection.name_of(facet, slug), selection.dropping(facet, slug).query())
        for facet in PARAMETERS
        for slug in selection.of(facet)
    ]
    if selection.from_day or selection.to_day:
        words = formatting.period_words(selection.from_day, selection.to_day)
        chosen.append(("period", words, selection.query(from_day=None, to_day=None)))
    if selection.q:
        chosen.append(("search", f"“{selection.q}”", selection.query(q="")))
    return chosen


@register.filter
def chosen(selection, facet):
    """The slugs chosen of a facet."""
    return selection.of(facet)


@register.filter
def with_actor(selection, actor):
    """The query string of the selection with the actor chosen as well."""
    return selection.adding("actors", actor.slug).query()


@register.simple_tag
def tones():
    """The four tones in the order of the chart, from the line outwards on both sides."""
    return list(Tone)


@register.filter
def percent_of(part, whole):
    """A length as a share of another, in per cent."""
    return round(100 * part / whole, 2)


@register.filter
def several(label):
    """The heading over all actors of a kind: ``Government bodies``."""
    return PLURALS.get(label) or (f"{label[:-1]}ies" if label.endswith("y") else f"{label}s")


@register.filter
def noun(count, singular):
    """The noun alone, singular or plural, for a number that stands elsewhere."""
    return singular if count == 1 else f"{singular}s"


@register.filter
def by_tone(kinds):
    """The values of the facet of kinds as ``(tone, values)``, leaving out tones without any."""
    groups = [(tone, [value for value in kinds if value.slug in of_tone]) for tone, of_tone in KINDS_OF_TONE.items()]
    return [(tone, values) for tone, values in groups if values]


@register.filter
def how_dated(event):
    """How finely the event's date is known, and by what."""
    return formatting.how_dated(event.date, event.date_basis)


@register.simple_tag
def bases():
    """All the ways in which a date may be known."""
    return formatting.BASES.values()


@register.filter
def mark_classes(segment):
    """The classes by which the words of a segment are marked; empty where nothing is."""
    return " ".join(f"m-{kind}" for kind in segment.kinds)


@register.inclusion_tag("timeline/_notes.html")
def notes(beside, block):
    """The events that rest on passages which begin in this block of a document, each with those passages."""
    by_event = defaultdict(list)
    for anchor in (anchor for run in block.runs for segment in run for anchor in segment.anchors):
        for event in beside.get(anchor, ()):
            by_event[event].append(anchor)
    return {"notes": list(by_event.items())}


@register.filter
def tone_in(segment, beside):
    """The classes of a marked segment of a document: the tone of its first event; whether it belongs to several."""
    events = [event for passage in segment.passages for event in beside.get(passage, ())]
    tones = [event.tone for event in events[:1]]
    return " ".join([*tones, "several"] if len(events) > 1 else tones)
