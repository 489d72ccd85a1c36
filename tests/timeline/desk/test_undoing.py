"""Decisions of the review queue are taken back, as long as nothing was built upon them."""

import pytest
from django.urls import reverse

from tests.makers import content, make_event, make_proposal, make_text, make_user
from tests.timeline.posting import fields_of
from timeline import curation
from timeline.models import Event, Proposal

pytestmark = pytest.mark.django_db
REVIEW = "/admin/timeline/proposal/review/"
UNDO = "/admin/timeline/proposal/review/undo/"


@pytest.fixture
def curator():
    return make_user("ada", group="curator")


@pytest.fixture
def desk(client, curator):
    client.force_login(curator, backend="django.contrib.auth.backends.ModelBackend")
    return client


def form(desk, decision, *, place="", **changes):
    page = desk.get(REVIEW + place)
    return fields_of(page, holding="proposal_version", decision=decision, **changes)


def undo_form(desk):
    return fields_of(desk.get(REVIEW), holding="event_version")


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_undo_brings_the_last_proposal_back(desk, decision):
    proposal = make_proposal()
    make_proposal(confidence=0.1)
    desk.post(REVIEW, form(desk, decision, rejected_for="Page furniture"))
    page = desk.post(UNDO, undo_form(desk), follow=True)
    assert page.context["proposal"] == proposal
    assert not Event.objects.public().exists()


def test_undo_of_an_added_passage_leaves_the_event_as_it_was(desk):
    text = make_text()
    event = make_event(text, words="The pact covers trade.")
    make_proposal(text)
    desk.post(REVIEW, form(desk, f"same:{event.pk}:1"))
    desk.post(UNDO, undo_form(desk))
    assert (event.citations.count(), Proposal.objects.get().state) == (1, "open")


def test_several_decisions_are_undone_one_after_the_other(desk):
    made = [make_proposal(confidence=confidence) for confidence in (0.9, 0.8)]
    for _ in made:
        desk.post(REVIEW, form(desk, "reject", rejected_for="Page furniture"))
    for _ in made:
        desk.post(UNDO, undo_form(desk))
    assert Proposal.objects.open().count() == 2


def test_an_accepted_proposal_can_be_accepted_again_after_undo(desk):
    make_proposal()
    desk.post(REVIEW, form(desk, "accept"))
    desk.post(UNDO, undo_form(desk))
    desk.post(REVIEW, form(desk, "accept", title="The second time"))
    assert [event.title for event in Event.objects.all()] == ["The second time"]


def test_an_undone_acceptance_does_not_suggest_its_own_draft(desk):
    make_proposal()
    desk.post(REVIEW, form(desk, "accept"))
    page = desk.post(UNDO, undo_form(desk), follow=True)
    assert page.context["likely"] == []


def test_what_was_published_by_hand_after_undo_is_no_error_of_ours(desk, curator):
    make_proposal()
    desk.post(REVIEW, form(desk, "accept"))
    desk.post(UNDO, undo_form(desk))
    curation.publish(Event.objects.get(), version=2, by=curator)
    page = desk.post(REVIEW, form(desk, "accept"))
    assert "was made from this proposal before" in page.content.decode()
    assert (Event.objects.count(), Proposal.objects.get().state) == (1, "open")


def test_what_somebody_built_upon_cannot_be_undone_here(desk):
    make_proposal()
    desk.post(REVIEW, form(desk, "accept"))
    data, event = undo_form(desk), Event.objects.get()
    curation.edit(event, content(event.primary_passage.text), version=1, by=make_user())
    page = desk.post(UNDO, data, follow=True)
    assert "can no longer be undone" in page.content.decode()
    assert Event.objects.public().count() == 1


def test_nobody_undoes_what_others_decided(desk):
    curation.reject(make_proposal(), version=1, by=make_user(), reason="No event")
    assert desk.get(REVIEW).context["undo"] is None


@pytest.mark.parametrize("data", [{}, {"proposal": "x"}, {"proposal": 1, "proposal_version": 99, "event_version": 0}])
def test_a_damaged_undo_undoes_nothing(desk, data):
    make_proposal()
    desk.post(REVIEW, form(desk, "reject", rejected_for="Page furniture"))
    desk.post(UNDO, data)
    assert Proposal.objects.get().state == "rejected"


def test_a_rejected_proposal_is_reopened_from_its_page(desk, curator):
    proposal = make_proposal()
    curation.reject(proposal, version=1, by=curator, reason="No event")
    page = desk.get(reverse("admin:timeline_proposal_change", args=[proposal.pk]))
    desk.post(
        reverse("admin:timeline_proposal_reopen", args=[proposal.pk]), fields_of(page, holding="proposal_version")
    )
    proposal.refresh_from_db()
    assert proposal.state == "open"
