"""Two people at one thing: the later one sees both versions, loses nothing, and can save again."""

import pytest
from django.urls import reverse

from tests.makers import content, make_actor, make_event, make_proposal, make_text, make_theme, make_user
from tests.timeline.posting import fields_of
from timeline import curation
from timeline.models import Event, Proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def other():
    return make_user("grace")


@pytest.fixture
def desk(client):
    client.force_login(make_user("ada", group="curator"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def change(event):
    return reverse("admin:timeline_event_change", args=[event.pk])


def edited(event, by, **fields):
    """Somebody else's edit."""
    text = event.primary_passage.text
    said = content(text, themes=event.themes.all(), **fields)
    return curation.edit(event, said, version=event.version, by=by, reason="A better source")


def row(response, label):
    return next(row for row in response.context["table"] if row.label == label)


def test_a_stale_form_shows_both_versions(desk, other):
    event = make_event(title="As it was", themes=[make_theme()])
    mine = fields_of(desk.get(change(event)), title="As I wrote", summary="And why it matters.")
    edited(event, other, title="As they wrote")
    response = desk.post(change(event), mine)
    title = row(response, "Title")
    assert response.status_code == 409
    assert (title.seen, title.mine, title.now) == (["As it was"], ["As I wrote"], ["As they wrote"])
    assert "grace" in response.content.decode() and "A better source" in response.content.decode()
    assert Event.objects.get().title == "As they wrote"


def test_only_what_one_changed_is_offered_as_ones_own(desk, other):
    event = make_event(themes=[make_theme()])
    mine = fields_of(desk.get(change(event)), summary="Why it matters.")
    edited(event, other, title="As they wrote", kind="warning", actors=[(make_actor(), "source")])
    table = desk.post(change(event), mine).context["table"]
    assert [row.label for row in table if row.differs] == ["Summary"]


def test_saving_after_a_conflict_reverts_nothing_of_the_colleagues(desk, other):
    event = make_event(themes=[make_theme()], summary="One line.\nAnother line.")
    mine = fields_of(desk.get(change(event)), salience="background")
    theirs = {"title": "As they wrote", "kind": "warning", "date": "2016", "summary": "Shorter."}
    edited(event, other, actors=[(make_actor(), "source")], **theirs)
    desk.post(change(event), fields_of(desk.post(change(event), mine)))
    event.refresh_from_db()
    assert {name: getattr(event, name) for name in theirs} == theirs
    assert (event.salience, event.tone, event.actors.count(), event.version) == ("background", "conflict", 1, 3)


def test_what_both_changed_is_as_one_wrote_it_oneself(desk, other):
    event = make_event(themes=[make_theme()])
    mine = fields_of(desk.get(change(event)), kind="talks", date="2017")
    edited(event, other, kind="warning", date="2018")
    desk.post(change(event), fields_of(desk.post(change(event), mine)))
    event.refresh_from_db()
    assert (event.kind, event.tone, event.date) == ("talks", "cooperation", "2017")


def test_what_was_typed_can_be_saved_on_the_new_version(desk, other):
    event = make_event(themes=[make_theme()])
    mine = fields_of(desk.get(change(event)), title="As I wrote", reason="I know better")
    edited(event, other, title="As they wrote")
    again = fields_of(desk.post(change(event), mine))
    assert (again["version"], again["title"], again["reason"]) == (["2"], ["As I wrote"], ["I know better"])
    desk.post(change(event), again)
    event.refresh_from_db()
    assert (event.title, event.version) == ("As I wrote", 3)


def test_a_third_person_in_between_is_a_conflict_again(desk, other):
    event = make_event(themes=[make_theme()])
    mine = fields_of(desk.get(change(event)), title="As I wrote")
    edited(event, other, title="Second")
    again = fields_of(desk.post(change(event), mine))
    edited(event, other, title="Third")
    response = desk.post(change(event), again)
    assert (response.status_code, row(response, "Title").now) == (409, ["Third"])


def test_a_passage_of_ones_own_survives_the_conflict(desk, other):
    text = make_text()
    event = make_event(text, themes=[make_theme()])
    added = {"addition-document": text.document.pk, "addition-words": "The pact covers trade."}
    mine = fields_of(desk.get(change(event)), **added)
    edited(event, other, title="As they wrote")
    response = desk.post(change(event), mine)
    assert any("The pact covers trade." in line for line in row(response, "Passages").mine)
    desk.post(change(event), fields_of(response))
    assert event.citations.count() == 2


@pytest.mark.parametrize("decision", ["retract", "withhold", "undo"])
def test_a_stale_decision_is_not_carried_out(desk, other, decision):
    event = make_event()
    page = reverse("admin:timeline_event_decide", args=[event.pk, decision])
    mine = fields_of(desk.get(page), reason="My reason")
    edited(event, other, title="As they wrote")
    response = desk.post(page, mine)
    event.refresh_from_db()
    assert (response.status_code, event.status, event.version) == (409, "published", 2)
    assert [(change.old, change.new) for change in response.context["missed"]] == [
        (["China denies the claims"], ["As they wrote"])
    ]
    assert fields_of(response)["reason"] == ["My reason"]


@pytest.mark.parametrize("side", ["event", "into"])
def test_a_merge_sees_both_sides_in_their_present_version(desk, other, side):
    both = {"event": make_event(title="One"), "into": make_event(title="Two")}
    page = reverse("admin:timeline_event_decide", args=[both["event"].pk, "merge"])
    mine = fields_of(desk.get(page, {"into": both["into"].pk}), reason="The same")
    edited(both[side], other, title="Changed")
    response = desk.post(page, mine)
    assert response.status_code == 409
    assert not Event.objects.filter(status="merged").exists()
    desk.post(page, fields_of(response))
    assert Event.objects.get(status="merged").pk == both["event"].pk


# --- in the review queue ---------------------------------------------------------------------------

REVIEW = "/admin/timeline/proposal/review/"


def typed(desk, **changes):
    return fields_of(desk.get(REVIEW), holding="proposal_version", decision="accept", title="As I wrote", **changes)


def test_a_proposal_accepted_meanwhile_becomes_an_edit_of_its_event(desk, other):
    proposal = make_proposal()
    mine = typed(desk)
    event = curation.accept(proposal, version=1, by=other)
    response = desk.post(REVIEW, mine)
    assert response.status_code == 409
    assert row(response, "Title").mine == ["As I wrote"]
    desk.post(change(event), fields_of(response))
    event.refresh_from_db()
    assert (event.title, event.version, Event.objects.count()) == ("As I wrote", 2, 1)


def test_a_proposal_rejected_meanwhile_keeps_ones_words_for_a_draft(desk, other):
    proposal = make_proposal()
    mine = typed(desk)
    curation.reject(proposal, version=1, by=other, reason="No event")
    response = desk.post(REVIEW, mine)
    page = response.content.decode()
    assert response.status_code == 409 and "No event" in page and "grace" in page
    desk.post(response.context["save_url"], fields_of(response))
    assert (Event.objects.get().title, Event.objects.get().status) == ("As I wrote", "draft")


def test_a_proposal_reopened_meanwhile_is_shown_again_with_ones_words(desk, other):
    proposal = make_proposal()
    mine = typed(desk)
    curation.reject(proposal, version=1, by=other, reason="No event")
    curation.reopen(proposal, version=2, by=other)
    response = desk.post(REVIEW, mine)
    assert response.status_code == 409
    desk.post(REVIEW, {**fields_of(response, holding="proposal_version"), "decision": "accept"})
    assert Event.objects.get().title == "As I wrote"


def test_a_rejection_that_comes_too_late_changes_nothing(desk, other):
    proposal = make_proposal()
    mine = {**typed(desk), "decision": "reject", "rejected_because": "My long reason"}
    curation.accept(proposal, version=1, by=other)
    response = desk.post(REVIEW, mine)
    assert response.status_code == 409
    assert "My long reason" in response.content.decode()
    assert Proposal.objects.get().state == "accepted"


def test_adding_to_an_event_that_changed_asks_again(desk, other):
    text = make_text()
    event = make_event(text)
    make_proposal(text)
    mine = {**typed(desk), "decision": f"same:{event.pk}:1"}
    edited(event, other, title="As they wrote")
    response = desk.post(REVIEW, mine)
    assert response.status_code == 409
    assert f"same:{event.pk}:2" in response.content.decode()
    assert Proposal.objects.get().state == "open"
