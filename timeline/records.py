"""What is public of an event, as plain data for exports?

Events are loaded by their keys in batches: memory stays flat, no cursor is held open while a slow
reader takes his time, and an event that is retracted meanwhile is no longer given out.
"""

from collections.abc import Iterator

from timeline.exports import PassageRecord, Record
from timeline.filters import Selection
from timeline.models import Event
from timeline.paging import load

BATCH = 200


def records(selection: Selection, *, site_url: str) -> Iterator[Record]:
    """The selection's events in their order; ``site_url`` makes addresses absolute, without a slash at its end."""
    for start in range(0, len(selection.ids), BATCH):
        for event in load(Event.objects.public().for_export(), selection.ids[start : start + BATCH]):
            yield record(event, site_url=site_url)


def record(event: Event, *, site_url: str) -> Record:
    """One event that was loaded ``for_export``."""
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
        "actors": [{"name": part.actor.name, "role": part.role} for part in event.participations.all()],
        "themes": [theme.slug for theme in event.themes.all()],
        "passages": [_passage(citation.passage, site_url) for citation in event.citations.all()],
    }


def _passage(passage, site_url: str) -> PassageRecord:
    document = passage.text.document
    return {
        "quote": passage.quote,
        "start": passage.start,
        "end": passage.end,
        "document": document.slug,
        "url": site_url + passage.get_absolute_url(),
        "document_title": document.title,
        "publisher": document.publisher.name if document.publisher else "",
        "published": document.published,
    }
