"""What comes along with the project: the source texts byte for byte, and the reviewed reference events."""

import json
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import timezone

from articles.ingestion import DocumentFacts, store
from articles.models import Document, Publisher
from tests.makers import content, make_user
from timeline import curation, seeding
from timeline.content import words_for
from timeline.marking import gazetteer
from timeline.models import Actor, Citation, Event, Proposal, Revision, Theme

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CODED = [
    event for line in (SEEDS / "events.jsonl").read_text(encoding="utf-8").splitlines()
    for event in json.loads(line)["events"]
]  # fmt: skip


@pytest.fixture
def seeded():
    return seeding.seed()


def stored():
    """Everything that a second run must leave as it is."""
    models = (Event, Revision, Proposal, Actor, Theme, Document)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_thirty_one_events_are_public_each_with_passages(seeded):
    events = Event.objects.public()
    assert len(CODED) == 32 and events.count() == 31
    assert all(event.citations.exists() for event in events)


def test_each_coded_event_keeps_its_words(seeded):
    for coded in CODED:
        event = Event.objects.get(origin_key=coded["id"])
        assert (event.title, event.kind, event.date or None) == (coded["title"], coded["kind"], coded["date"])
        assert {(p.actor.name, p.role) for p in event.participations.all()} == {
            (actor["name"], actor["role"]) for actor in coded["actors"]
        }


def test_each_coded_passage_is_cited_in_order(seeded):
    for coded in CODED:
        cited = Event.objects.get(origin_key=coded["id"]).citations.filter(origin_event=None).order_by("position")
        assert [c.passage.quote for c in cited] == [p["quote"] for p in coded["passages"]]


def test_two_records_of_one_agreement_are_one_event_with_two_sources(seeded):
    merged = Event.objects.get(status="merged")
    sources = set(merged.merged_into.passages.values_list("text__document", flat=True))
    assert merged.merged_into.date == "2015-09" and len(sources) == 2


def test_most_events_came_through_proposals(seeded):
    assert seeded["accepted"] + seeded["written"] == 32
    assert seeded["accepted"] >= 24


def test_words_of_actors_and_dates_are_marked(seeded):
    marked = Counter(mark[2] for event in Event.objects.public() for c in event.citations.all() for mark in c.marks)
    assert marked["actor"] > 60 and marked["date"] >= 5 and marked["trigger"] > 20


def test_what_the_machine_found_beyond_waits(seeded):
    assert Proposal.objects.open().exists()
    assert not Proposal.objects.filter(state="accepted", event=None).exists()


def test_second_run_changes_nothing(seeded):
    before = stored()
    assert not +seeding.seed()
    assert stored() == before


def test_decision_of_a_person_outlives_the_seed(seeded):
    person = make_user(group="curator")
    event = Event.objects.get(origin_key=CODED[0]["id"])
    words = event.primary_passage
    evidence = curation.Evidence(words.text, words.start, words.end)
    curation.edit(event, content(passages=[evidence], title="Corrected"), version=event.version, by=person)
    other = Event.objects.get(origin_key=CODED[1]["id"])
    curation.retract(other, version=other.version, by=person, reason="Wrong.")
    before = stored()
    seeding.seed()
    assert stored() == before


def test_merge_that_a_person_took_back_stays_taken_back(seeded):
    into = Event.objects.get(status="merged").merged_into
    curation.undo(into, version=into.version, by=make_user(group="curator"))
    seeding.seed()
    assert Event.objects.public().count() == 32


def test_edited_actor_is_left_alone(seeded):
    Actor.objects.filter(slug="china").update(description="Corrected by a person.")
    seeding.seed()
    assert Actor.objects.get(slug="china").description == "Corrected by a person."


def test_nobody_can_sign_in_as_the_reference_set(seeded):
    account = seeding.service_account()
    assert not account.is_active and not account.has_usable_password() and not account.is_staff
    assert authenticate(RequestFactory().post("/admin/login/"), username="reference-set", password="") is None


def test_source_texts_equal_the_files_byte_for_byte(seeded):
    for entry in json.loads((SEEDS / "documents.json").read_text(encoding="utf-8")):
        data = (SEEDS / "documents" / entry["file"]).read_bytes()
        text = Document.objects.get(slug=entry["slug"]).current_text
        assert bytes(text.original) == data and text.text.encode() == data


def test_rebranding_notice_navigation_and_footers_yield_nothing(seeded):
    notice = "Chartered Institute of Export"
    furniture = (notice, "Skip to the content", "Bookshop", "Popular Categories", "Exit mobile version", "Title 17")
    quotes = [p["quote"] for proposal in Proposal.objects.all() for p in proposal.payload["passages"]]
    assert quotes and not [quote for quote in quotes if any(words in quote for words in furniture)]


def test_citations_are_sound_after_seeding(seeded):
    out = StringIO()
    call_command("check_citations", stdout=out)
    assert "are sound" in out.getvalue()


def test_seed_document_that_somebody_stored_before_is_used(db):
    entry = json.loads((SEEDS / "documents.json").read_text(encoding="utf-8"))[1]
    data = (SEEDS / "documents" / entry["file"]).read_bytes()
    store(data, DocumentFacts(slug="of-mine", url=entry["url"]), retrieved_at=timezone.now())
    seeding.seed()
    assert Document.objects.count() == 5 and Event.objects.public().count() == 31


@pytest.mark.parametrize(
    ("model", "slug", "change"),
    [
        (Actor, "china", {"slug": "people-s-republic"}),
        (Actor, "china", {"name": "People’s Republic"}),
        (Theme, "trade", {"slug": "commerce"}),
        (Theme, "trade", {"name": "Commerce"}),
        (Publisher, "praxity", {"slug": "praxity-alliance"}),
    ],
)
def test_seed_runs_again_after_a_person_renamed_something(seeded, model, slug, change):
    model.objects.filter(slug=slug).update(**change)
    before = {event.pk: event.version for event in Event.objects.all()}
    seeding.seed()
    assert {event.pk: event.version for event in Event.objects.all()} == before


def test_marked_actors_take_part(seeded):
    """By the gazetteer, or by the words for which the machine read the actor: a seat may stand for its state."""
    known = gazetteer()
    for citation in Citation.objects.filter(origin_event=None).select_related("event", "passage__text"):
        names = set(citation.event.actors.values_list("name", flat=True))
        read = {words for proposal in citation.event.proposals.all() for words in words_for(proposal, names)}
        quotes = [citation.passage.text.text[start:end] for start, end, kind in citation.marks if kind == "actor"]
        for quote in quotes:
            named = {mention.name for mention in known.find(quote)}
            assert not named or named & names or quote in read, (citation.event.title, quote)
