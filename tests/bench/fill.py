"""A scratch record of any size with the skew of a real one: few actors are in most events, recent years are fuller.

Rows are written in bulk, not through curation, and only ever into the scratch database of a measurement.
"""

import hashlib
import random
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone

from articles.models import Document, DocumentText, Passage, Publisher
from timeline import search
from timeline.kinds import Kind
from timeline.models import Actor, Citation, Event, Participation, Role, Theme

ACTORS, EVENTS_A_DOCUMENT = 300, 25
FIRST_YEAR, LAST_YEAR = 1997, 2026
VERBS = ["signs", "warns of", "sanctions", "reviews", "visits", "denies", "announces", "discusses", "bans", "charges"]
OBJECTS = ["a trade pact", "cyber attacks", "telecoms equipment", "the steel industry", "a student exchange",
           "the embassy site", "nuclear investment", "arms exports", "climate talks", "academic research"]  # fmt: skip


def fill(events: int, *, seed: int = 75) -> None:
    """Store so many published events with actors, themes, documents and passages; the same ones for the same seed."""
    chance = random.Random(seed)
    actors = Actor.objects.bulk_create(
        Actor(name=f"Actor {n:03}", slug=f"actor-{n:03}", kind=Actor.Kind.GOVERNMENT_BODY) for n in range(ACTORS)
    )
    themes = Theme.objects.bulk_create(Theme(slug=f"theme-{n:02}", name=f"Theme {n:02}", position=n) for n in range(18))
    reviewer = get_user_model().objects.create_user("reviewer")
    passages = _passages(events, chance)
    made = Event.objects.bulk_create((_event(passage, reviewer, chance) for passage in passages), batch_size=500)
    _join(made, passages, actors, themes, chance)
    search.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _skewed(things: list, chance: random.Random):
    """The first of the things often, the last seldom: by rank, as names are spread in news."""
    return things[min(int(chance.paretovariate(0.9)) - 1, len(things) - 1)]


def _passages(events: int, chance: random.Random) -> list[Passage]:
    publishers = Publisher.objects.bulk_create(
        Publisher(name=f"Publisher {n}", slug=f"publisher-{n}") for n in range(20)
    )
    passages = []
    for number in range((events + EVENTS_A_DOCUMENT - 1) // EVENTS_A_DOCUMENT):
        sentences = [
            f"Actor {chance.randrange(ACTORS):03} {chance.choice(VERBS)} {chance.choice(OBJECTS)} in round {n}."
            for n in range(min(EVENTS_A_DOCUMENT, events - len(passages)))
        ]
        text = _text(number, "\n\n".join(sentences), chance.choice(publishers))
        for sentence in sentences:
            start = text.text.index(sentence)
            passages.append(Passage(text=text, start=start, end=start + len(sentence), quote=sentence))
    return Passage.objects.bulk_create(passages, batch_size=500)


def _text(number: int, words: str, publisher: Publisher) -> DocumentText:
    document = Document.objects.create(
        slug=f"document-{number:04}", title=f"Document {number}", publisher=publisher, published="2020"
    )
    digest = hashlib.sha256(words.encode()).hexdigest()
    return DocumentText.objects.create(
        document=document, text=words, text_sha256=digest, original=words.encode(), original_sha256=digest,
        reader="bench", retrieved_at=timezone.now(),
    )  # fmt: skip


def _event(passage: Passage, reviewer, chance: random.Random) -> Event:
    kind = _skewed(list(Kind), chance)
    year = round(chance.triangular(FIRST_YEAR, LAST_YEAR, LAST_YEAR - 3))
    first = last = date(year, 1, 1) + timedelta(days=chance.randrange(365))
    coarse = chance.random() < 0.1
    if coarse:
        first, last = date(year, 1, 1), date(year, 12, 31)
    return Event(
        title=passage.quote.removesuffix("."), kind=kind, tone=kind.tone, status=Event.Status.PUBLISHED, version=1,
        date=str(year) if coarse else first.isoformat(), date_basis=Event.DateBasis.STATED, first_day=first,
        last_day=last, sort_day=first, sort_year=year, coarse=coarse, primary_passage=passage,
        reviewed_by=reviewer, reviewed_at=timezone.now(),
    )  # fmt: skip


def _join(events, passages, actors, themes, chance: random.Random) -> None:
    participations, citations, about = [], [], []
    for event, passage in zip(events, passages, strict=True):
        chosen = {_skewed(actors, chance).pk for _ in range(chance.randint(1, 4))}
        participations += [
            Participation(event=event, actor_id=actor, role=Role.SOURCE if place == 0 else Role.TARGET, position=place)
            for place, actor in enumerate(sorted(chosen))
        ]
        citations.append(Citation(event=event, passage=passage, position=0))
        about += [
            Event.themes.through(event_id=event.pk, theme_id=theme)
            for theme in {_skewed(themes, chance).pk for _ in range(chance.randint(1, 3))}
        ]
    Participation.objects.bulk_create(participations, batch_size=500)
    Citation.objects.bulk_create(citations, batch_size=500)
    Event.themes.through.objects.bulk_create(about, batch_size=500)
