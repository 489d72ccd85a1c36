"""The machine may run as often as it likes: it never undoes, revives or doubles what a person decided."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.extraction.gazetteer import Gazetteer
from articles.extraction.model import ActorEntry, Alias
from tests.makers import make_text, make_user
from timeline import curation, proposing
from timeline.models import Event, Proposal

pytestmark = pytest.mark.django_db

KNOWN = Gazetteer(
    [
        ActorEntry("United Kingdom", "state", "GB", (Alias("UK"), Alias("Britain"))),
        ActorEntry("China", "state", "CN", (Alias("Beijing"),)),
    ]
)
NEWS = (
    "The UK sanctioned two Chinese companies on 26 March 2024.\n\n"
    "Britain and China signed a trade pact in London on 21 October 2015.\n"
)


@pytest.fixture
def text():
    return make_text(NEWS, published="2024-03-26")


@pytest.fixture
def proposals(text):
    proposing.propose(text, KNOWN)
    return list(text.proposals.order_by("start"))


def states():
    return sorted(Proposal.objects.values_list("state", flat=True))


def test_finds_what_the_text_tells(proposals):
    assert [(p.kind, p.date) for p in proposals] == [("sanction", "2024-03-26"), ("agreement", "2015-10-21")]
    assert proposals[0].payload["passages"][0]["quote"] in NEWS


def test_proposing_publishes_nothing(proposals):
    assert not Event.objects.exists()
    assert states() == ["open", "open"]


def test_second_run_changes_nothing(text, proposals):
    before = list(Proposal.objects.values())
    counts = proposing.propose(text, KNOWN)
    assert (counts["new"], counts["unchanged"], counts["superseded"]) == (0, 2, 0)
    assert list(Proposal.objects.values()) == before


def test_rejected_proposal_stays_rejected(text, proposals):
    curation.reject(proposals[0], version=1, by=make_user(), reason="Opinion.")
    counts = proposing.propose(text, KNOWN)
    assert (counts["decided"], counts["new"]) == (1, 0)
    assert states() == ["open", "rejected"]


def test_accepted_and_edited_event_is_left_alone(text, proposals):
    event = curation.accept(proposals[0], version=1, by=make_user())
    proposing.propose(text, KNOWN)
    event.refresh_from_db()
    assert (event.version, Event.objects.count(), states()) == (1, 1, ["accepted", "open"])


def test_undone_acceptance_is_not_doubled(text, proposals):
    event = curation.accept(proposals[0], version=1, by=make_user())
    curation.undo(event, version=1, by=make_user())
    assert proposing.propose(text, KNOWN)["new"] == 0
    assert states() == ["open", "open"]


def test_what_is_no_longer_found_is_superseded_and_comes_back(text, proposals, monkeypatch):
    found = proposing.extract
    monkeypatch.setattr(proposing, "extract", lambda *args, **kwargs: found(*args, **kwargs)[:1])
    assert proposing.propose(text, KNOWN)["superseded"] == 1
    monkeypatch.setattr(proposing, "extract", found)
    assert proposing.propose(text, KNOWN)["unchanged"] == 2
    assert states() == ["open", "open"]


def test_other_words_of_the_machine_are_a_new_proposal(text, proposals, monkeypatch):
    said = proposing.as_json
    monkeypatch.setattr(proposing, "as_json", lambda *args: {**said(*args), "title": "Another title"})
    counts = proposing.propose(text, KNOWN)
    assert (counts["new"], counts["superseded"]) == (2, 2)
    assert proposals[0].title != "Another title"


def test_other_words_on_what_was_decided_change_nothing(text, proposals, monkeypatch):
    curation.reject(proposals[0], version=1, by=make_user(), reason="Opinion.")
    said = proposing.as_json
    monkeypatch.setattr(proposing, "as_json", lambda *args: {**said(*args), "kind": "warning"})
    proposing.propose(text, KNOWN)
    assert Proposal.objects.filter(start=proposals[0].start).count() == 1


def test_failure_leaves_the_stored_proposals(text, proposals, monkeypatch):
    def fail(*args):
        raise RuntimeError("killed")

    monkeypatch.setattr(proposing, "as_json", lambda *args: {**proposals[0].payload, "title": "Changed"})
    monkeypatch.setattr(proposing.Proposal, "save", fail)
    with pytest.raises(RuntimeError):
        proposing.propose(text, KNOWN)
    assert states() == ["open", "open"]


def test_a_text_is_locked_and_read_without_its_bytes(text):
    with CaptureQueriesContext(connection) as asked:
        call_command("propose", text.document.slug, stdout=StringIO())
    selects = [query["sql"].partition(" FROM ")[0] for query in asked if 'FROM "articles_documenttext"' in query["sql"]]
    assert not [columns for columns in selects if '"original"' in columns]
    assert len([columns for columns in selects if '"articles_documenttext"."text"' in columns]) == 1
