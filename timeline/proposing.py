"""Candidates of the extractor into stored proposals.

A run may be repeated at will: it pairs what it finds with what is stored for the text, by what was
extracted and never by what a person made of it. What a person decided stays decided.
"""

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from articles.extraction.gazetteer import Gazetteer
from articles.extraction.model import as_json
from articles.extraction.pipeline import VERSION, extract
from articles.models import DocumentText
from articles.reading.cleaning import clean_text
from timeline.content import spans
from timeline.models import Proposal
from timeline.pairing import overlap, pair

State = Proposal.State
DECIDED = (State.ACCEPTED, State.REJECTED)


def propose(text: DocumentText, known: Gazetteer) -> Counter:
    """Store what the extractor finds in the text; counts of "new", "unchanged", "decided" and "superseded".

    One transaction: a run that is killed leaves the text's proposals as they were.
    """
    document = text.document
    candidates = extract(text.text, published=document.published or None, gazetteer=known, title=document.title)
    found = [_proposal(text, as_json(candidate, text.text)) for candidate in candidates]
    with transaction.atomic():
        DocumentText.objects.select_for_update().only("pk").get(pk=text.pk)
        return _reconcile(found, list(text.proposals.order_by("pk")))


def _proposal(text: DocumentText, event: dict) -> Proposal:
    """The unsaved proposal that says what the candidate says."""
    primary = event["passages"][0]
    return Proposal(
        text=text, start=primary["start"], end=primary["end"], title=clean_text(event["title"]), kind=event["kind"],
        date=event["date"] or "", actors=[[actor["name"], actor["role"]] for actor in event["actors"]],
        confidence=event["confidence"], payload=event, extractor_version=VERSION,
    )  # fmt: skip


def _reconcile(found: Sequence[Proposal], stored: Sequence[Proposal]) -> Counter:
    counts: Counter[str] = Counter()
    partner = {id(new): old for new, old in pair(found, stored, _likeness)}
    kept = set()
    for new in found:
        old = partner.get(id(new))
        outcome = _outcome(new, old)
        counts[outcome] += 1
        if outcome == "new":
            new.save()
        elif old is not None:
            kept.add(old.pk)
    gone = [old.pk for old in stored if old.pk not in kept]
    counts["superseded"] = Proposal.objects.filter(pk__in=gone, state=State.OPEN).update(state=State.SUPERSEDED)
    return counts


def _outcome(new: Proposal, old: Proposal | None) -> str:
    """What becomes of a finding: the machine's words are never edited, so a changed one is a new proposal."""
    if old is None:
        return "new"
    if old.state in DECIDED:
        return "decided"
    if _says_the_same(new, old):
        Proposal.objects.filter(pk=old.pk, state=State.SUPERSEDED).update(state=State.OPEN)
        return "unchanged"
    return "new"


def _likeness(new: Proposal, old: Proposal) -> tuple | None:
    """Overlap first, then kind, actors and date; of equals, what a person decided."""
    common = overlap(spans(new), spans(old))
    if not common:
        return None
    actors, others = {name for name, _ in new.actors}, {name for name, _ in old.actors}
    shared = len(actors & others) / len(actors | others) if actors | others else 1.0
    return (common, new.kind == old.kind, shared, new.date == old.date, _says_the_same(new, old), old.state in DECIDED)


def _says_the_same(new: Proposal, old: Proposal) -> bool:
    return new.payload == old.payload
