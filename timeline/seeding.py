"""Fill a database with what the project brings along: actors, themes, documents, and the reviewed reference events.

What is there already is left alone, whoever put it there, so the seed may run again at any time. The
reference events go through ``timeline.curation`` like a curator's decisions, signed by a service
account that nobody can sign in with.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from articles import ingestion
from articles.extraction.gazetteer import Gazetteer
from articles.models import DocumentText, Publisher
from timeline import curation
from timeline.content import Content, Evidence, content_of, spans, words_for
from timeline.marking import gazetteer, marked
from timeline.models import Actor, ActorAlias, Event, Proposal, Revision, Theme
from timeline.pairing import overlap, pair
from timeline.proposing import propose

SEEDS = Path(settings.BASE_DIR) / "seeds"
SERVICE_ACCOUNT = "reference-set"
REASON = "Reviewed reference event, coded by hand."
Coded = dict[str, Any]


def seed() -> Counter:
    """Do all of it; counts of what is new by name ("actors", "documents", "accepted", "written", "merged" ...)."""
    counts: Counter[str] = Counter()
    counts["themes"] = _load("themes.json", _add_theme)
    counts["publishers"] = _load("publishers.json", _add_publisher)
    counts["actors"] = _load_actors()
    counts["documents"] = _load("documents.json", _add_document)
    known, by = gazetteer(), service_account()
    for line in (SEEDS / "events.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text = _text_of(document["doc"])
        counts["proposals"] += propose(text, known)["new"]
        counts += _apply(document["events"], text, known, by)
    counts["merged"] = sum(_merge(**wish, by=by) for wish in _read("merges.json"))
    return counts


def service_account():
    """The account that signs the reference events: no password, not active, so nobody can sign in with it."""
    user, new = get_user_model().objects.get_or_create(
        username=SERVICE_ACCOUNT, defaults={"is_active": False, "first_name": "Reference", "last_name": "set"}
    )
    if new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


# --- what is known beforehand ------------------------------------------------------------------------


def _read(name: str) -> list[dict[str, Any]]:
    return json.loads((SEEDS / name).read_text(encoding="utf-8"))


def _load(name: str, add) -> int:
    """How many of the file's entries were added; each entry is one transaction."""
    added = 0
    for entry in _read(name):
        with transaction.atomic():
            added += add(entry)
    return added


def _add_theme(entry: dict) -> bool:
    return _add(Theme, entry)


def _add_publisher(entry: dict) -> bool:
    return _add(Publisher, entry)


def _add(model, entry: dict) -> bool:
    """A row is held under its slug or under its name: a person may have changed either."""
    if model.objects.filter(Q(slug=entry["slug"]) | Q(name=entry["name"])).exists():
        return False
    model.objects.create(**entry)
    return True


@transaction.atomic
def _load_actors() -> int:
    """New actors with their aliases, in bulk; an actor that is held keeps what people made of it."""
    held = {key for row in Actor.objects.values_list("slug", "name") for key in row}
    entries = [entry for entry in _read("actors.json") if not {entry["slug"], entry["name"]} & held]
    actors = bulk_create_with_history([Actor(**_without(entry, "aliases")) for entry in entries], Actor)
    aliases = [
        ActorAlias(actor=actor, alias=alias["text"], **_without(alias, "text"))
        for actor, entry in zip(actors, entries, strict=True)
        for alias in entry["aliases"]
    ]
    bulk_create_with_history(aliases, ActorAlias)
    return len(actors)


def _without(entry: dict, name: str) -> dict:
    return {key: value for key, value in entry.items() if key != name}


def _add_document(entry: dict) -> bool:
    data = (SEEDS / "documents" / entry["file"]).read_bytes()
    facts = ingestion.DocumentFacts(**_without(entry, "file"))
    return ingestion.store(data, facts, retrieved_at=timezone.now()).is_new


def _text_of(name: str) -> DocumentText:
    """The stored text of a seed file, under whichever name somebody may have stored it before."""
    digest = hashlib.sha256((SEEDS / "documents" / f"{name}.txt").read_bytes()).hexdigest()
    texts = DocumentText.objects.filter(text_sha256=digest).select_related("document")
    return texts.order_by("pk")[0]


# --- reference events --------------------------------------------------------------------------------


def _apply(coded: Iterable[Coded], text: DocumentText, known: Gazetteer, by) -> Counter:
    """Accept, with the coders' corrections, the proposal that fits each event; write by hand what none fits."""
    counts: Counter[str] = Counter()
    missing = [event for event in coded if not Event.objects.filter(origin_key=event["id"]).exists()]
    for event, proposal in _pairs(missing, text):
        content = _content(event, proposal, text, known)
        if proposal is None:
            curation.write(content, by=by, reason=REASON, publish=True, origin_key=event["id"])
        else:
            curation.accept(proposal, version=proposal.version, by=by, content=content, reason=REASON,
                            origin_key=event["id"])  # fmt: skip
        counts["written" if proposal is None else "accepted"] += 1
    return counts


def _pairs(coded: list[Coded], text: DocumentText) -> Iterator[tuple[Coded, Proposal | None]]:
    """Each coded event with the open proposal that fits it: best overlap, then kind. None where none fits."""

    def likeness(event: Coded, proposal: Proposal) -> tuple | None:
        common = overlap([(p["start"], p["end"]) for p in event["passages"]], spans(proposal))
        return (common, event["kind"] == proposal.kind) if common else None

    partner = {event["id"]: found for event, found in pair(coded, list(text.proposals.open().order_by("pk")), likeness)}
    for event in coded:
        yield event, partner.get(event["id"])


def _content(event: Coded, proposal: Proposal | None, text: DocumentText, known: Gazetteer) -> Content:
    actors = _actors([actor["name"] for actor in event["actors"]])
    content = Content(
        title=event["title"], kind=event["kind"], date=event["date"] or "", date_basis=event["date_basis"],
        salience=event["salience"], assertion=event.get("assertion", Event.Assertion.HAPPENED),
        themes=_themes(event["themes"]),
        actors=[(actors[actor["name"]], actor["role"]) for actor in event["actors"]],
        passages=[Evidence(text, passage["start"], passage["end"]) for passage in event["passages"]],
    )  # fmt: skip
    source = content_of(proposal) if proposal else None
    words = words_for(proposal, actors) if proposal else ()
    return replace(content, passages=marked(content, source, known=known, words=words))


def _actors(names: list[str]) -> dict[str, Actor]:
    """The actors by the names of the reference set, also where a person has given them another name since."""
    slugs = {entry["name"]: entry["slug"] for entry in _read("actors.json")}
    rows = Actor.objects.filter(Q(name__in=names) | Q(slug__in=[slugs[name] for name in names]))
    held = {key: row for row in rows for key in (row.slug, row.name)}
    return {name: held.get(name) or held[slugs[name]] for name in names}


def _themes(slugs: list[str]) -> list[Theme]:
    names = [entry["name"] for entry in _read("themes.json") if entry["slug"] in slugs]
    return list(Theme.objects.filter(Q(slug__in=slugs) | Q(name__in=names)))


def _merge(*, event: str, into: str, reason: str, by) -> bool:
    """Merge two reference events, once: if a person took that back, it stays taken back."""
    one, other = Event.objects.get(origin_key=event), Event.objects.get(origin_key=into)
    if Revision.objects.filter(event__in=[one, other]).exclude(by=by, action__in=["accept", "write"]).exists():
        return False
    curation.merge(one, version=one.version, into=other, into_version=other.version, by=by, reason=reason)
    return True
