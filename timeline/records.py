"""What is public of an event, as plain data for exports?

Events are loaded by their keys in batches: memory stays flat, no cursor is held open while a slow
reader takes his time, and an event that is retracted meanwhile is no longer given out. What hangs
on them comes as bare rows, because ten thousand events are a hundred thousand objects.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from articles.models import Document, Passage
from timeline.exports import ActorRecord, PassageRecord, Record
from timeline.models import Citation, Event, Participation
from timeline.selection import Selection

BATCH = 1000


def records(selection: Selection, *, site_url: str) -> Iterator[Record]:
    """The selection's events in their order; ``site_url`` makes addresses absolute, without a slash at its end."""
    for start in range(0, len(selection.ids), BATCH):
        yield from _batch(Event.objects.public().in_order(selection.ids[start : start + BATCH]), site_url)


def _batch(events: list[Event], site_url: str) -> Iterator[Record]:
    actors, themes, passages = _actors(events), _themes(events), _passages(events, site_url)
    for event in events:
        yield _record(event, site_url, actors=actors[event.pk], themes=themes[event.pk], passages=passages[event.pk])


def _record(event: Event, site_url: str, **lists) -> Record:
    return {
        "id": event.pk,
        "url": site_url + event.get_absolute_url(),
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind,
        "tone": event.tone,
        "assertion": event.assertion,
        "attributed_to": event.attributed_to,
        "date": event.date or None,
        "first_day": event.first_day.isoformat() if event.first_day else None,
        "last_day": event.last_day.isoformat() if event.last_day else None,
        "date_basis": event.date_basis,
        "reviewed": event.reviewed_at.date().isoformat(),
        **lists,
    }


def _actors(events: list[Event]) -> dict[int, list[ActorRecord]]:
    parts = Participation.objects.filter(event__in=events).order_by("position")
    rows = parts.values_list("event", "actor__name", "role")
    return _by_event((event, {"name": name, "role": role}) for event, name, role in rows)


def _themes(events: list[Event]) -> dict[int, list[str]]:
    tagged = Event.themes.through.objects.filter(event__in=events)
    return _by_event(tagged.order_by("theme__position", "theme__name").values_list("event", "theme__slug"))


def _passages(events: list[Event], site_url: str) -> dict[int, list[PassageRecord]]:
    cited = Citation.objects.filter(event__in=events).order_by("position")
    rows = list(cited.values_list("event", "passage", "passage__quote", "passage__start", "passage__end",
                                  "passage__text__document"))  # fmt: skip
    documents = Document.objects.with_publisher().in_bulk({row[-1] for row in rows})
    sources = {key: _source(document, site_url) for key, document in documents.items()}
    return _by_event(
        (event, _passage(key, quote, start, end, sources[document])) for event, key, quote, start, end, document in rows
    )


def _source(document: Document, site_url: str) -> dict[str, str]:
    """What every passage of the document says of it; the address still lacks the passage."""
    return {
        "document": document.slug,
        "url": site_url + document.get_absolute_url(),
        "document_title": document.title,
        "publisher": document.publisher.name if document.publisher else "",
        "published": document.published,
    }


def _passage(key: int, quote: str, start: int, end: int, source: dict[str, str]) -> PassageRecord:
    url = f"{source['url']}#{Passage(pk=key).anchor}"
    return {**source, "quote": quote, "start": start, "end": end, "url": url}


def _by_event(rows: Iterable[tuple]) -> dict[int, list]:
    """What belongs to each event of ``(event key, what)``, in the order given."""
    lists = defaultdict(list)
    for event, what in rows:
        lists[event].append(what)
    return lists
