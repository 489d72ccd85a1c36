"""The review queue: one proposal after the other, decided on the page that shows it."""

import pytest

from tests.makers import make_actor, make_event, make_proposal, make_text, make_theme, make_user
from tests.timeline.posting import fields_of
from timeline import curation
from timeline.desk import forms
from timeline.models import Event, Proposal

pytestmark = pytest.mark.django_db
REVIEW = "/admin/timeline/proposal/review/"


@pytest.fixture
def curator():
    return make_user("ada", group="curator")


@pytest.fixture
def desk(client, curator):
    client.force_login(curator, backend="django.contrib.auth.backends.ModelBackend")
    return client


def shown(desk, **place):
    return desk.get(REVIEW, place).context.get("proposal")


def form(desk, decision, *, place="", **changes):
    page = desk.get(REVIEW + place)
    return fields_of(page, holding="proposal_version", decision=decision, **changes)


# --- what comes next -------------------------------------------------------------------------------


def test_the_surest_comes_first_or_the_oldest(desk):
    unsure, sure = make_proposal(confidence=0.3), make_proposal(confidence=0.9)
    assert shown(desk) == sure
    assert shown(desk, order="oldest") == unsure


def test_skipping_walks_through_the_whole_queue_once(desk):
    made = [make_proposal(confidence=confidence) for confidence in (0.5, 0.9, 0.5, 0.1)]
    seen, address = [], REVIEW
    while proposal := (page := desk.get(address)).context.get("proposal"):
        seen.append(proposal)
        address = page.context["skip"]
    assert seen == [made[1], made[0], made[2], made[3]]
    assert "4 skipped proposals wait" in page.content.decode()


def test_one_document_can_be_worked_through(desk):
    text = make_text()
    make_proposal(confidence=0.9)
    mine = make_proposal(text, confidence=0.1)
    assert shown(desk, document=text.document.pk) == mine
    assert "1 left" in desk.get(REVIEW, {"document": text.document.pk}).content.decode()


@pytest.mark.parametrize(
    "place", [{"order": "x"}, {"document": "9" * 30}, {"after": "-1"}, {"at": "x"}, {"after": 10**30}]
)
def test_a_wrong_place_is_the_head_of_the_queue(desk, place):
    proposal = make_proposal()
    assert shown(desk, **place) == proposal


def test_an_empty_queue_says_so(desk):
    assert "Nothing waits" in desk.get(REVIEW).content.decode()


def test_decided_proposals_do_not_come_back(desk, curator):
    curation.reject(make_proposal(), version=1, by=curator, reason="No event")
    assert shown(desk) is None


# --- what is shown ---------------------------------------------------------------------------------


def test_the_passage_stands_marked_in_its_paragraph(desk):
    proposal = make_proposal()
    start = proposal.text.text.index("denied")
    proposal.payload["marks"] = [{"start": start, "end": start + 6, "kind": "trigger"}]
    proposal.save()
    page = desk.get(REVIEW).content.decode()
    assert '<mark class="mark-quote mark-trigger ">denied</mark>' in page
    assert "A third paragraph closes the text." in page


def test_the_text_is_laid_out_once(desk, monkeypatch):
    """In the document beside the form; the form itself shows quotations alone."""
    make_proposal()
    monkeypatch.setattr(forms, "around", None)
    assert "<blockquote>China denied the claims on 3 May 2016.</blockquote>" in desk.get(REVIEW).content.decode()


def test_beside_the_reason_of_a_rejection_stands_who_reads_it(desk):
    make_proposal()
    assert "Readers never see it" in desk.get(REVIEW).context["decision"].fields["rejected_because"].help_text


def test_names_that_the_record_does_not_hold_are_told(desk):
    make_actor("China")
    make_proposal(actors=[["China", "source"], ["Nobody’s Group", "target"]])
    page = desk.get(REVIEW).content.decode()
    assert "“Nobody’s Group”" in page and "not in the record" in page


def test_an_event_of_the_same_passage_is_suggested(desk):
    text = make_text()
    event = make_event(text)
    make_proposal(text)
    assert [each.event for each in desk.get(REVIEW).context["likely"]] == [event]


def test_an_event_of_another_time_is_not_suggested(desk):
    make_event(make_text(), date="1999-01-01")
    make_proposal()
    assert desk.get(REVIEW).context["likely"] == []


def test_the_page_asks_the_database_little(desk, django_assert_max_num_queries):
    text = make_text()
    for _ in range(5):
        make_event(text)
        make_proposal(text)
    with django_assert_max_num_queries(30):
        desk.get(REVIEW)


# --- accepting -------------------------------------------------------------------------------------


def test_accepting_publishes_what_the_machine_proposed(desk, curator):
    china, theme = make_actor("China"), make_theme("trade")
    proposal = make_proposal(themes=["trade"])
    response = desk.post(REVIEW, form(desk, "accept"))
    event = Event.objects.public().get()
    assert (event.title, event.date, event.reviewed_by) == (proposal.title, "2016-05-03", curator)
    assert (list(event.actors.all()), list(event.themes.all())) == ([china], [theme])
    assert event.primary_passage.quote == "China denied the claims on 3 May 2016."
    assert f"after={proposal.pk}" in response.url


def test_accepting_takes_the_corrections_of_the_form(desk):
    make_proposal()
    desk.post(REVIEW, form(desk, "accept", title="China rejects the claims", kind="warning", date="May 2016"))
    event = Event.objects.public().get()
    assert (event.title, event.kind, event.tone, event.date) == (
        "China rejects the claims", "warning", "conflict", "2016-05",
    )  # fmt: skip


def test_accepting_asks_for_a_theme(desk):
    make_proposal(themes=[])
    page = desk.post(REVIEW, form(desk, "accept", title="Kept"))
    assert "one to three themes" in page.content.decode() and ">\nKept</textarea>" in page.content.decode()
    assert not Event.objects.exists()


def test_the_next_one_follows_at_once(desk):
    first, second = make_proposal(confidence=0.9), make_proposal(confidence=0.5)
    page = desk.post(REVIEW, form(desk, "accept"), follow=True)
    assert page.context["proposal"] == second
    assert f"Published: “{first}”" in page.content.decode()


def test_an_error_in_the_form_stays_on_the_page(desk):
    proposal = make_proposal()
    page = desk.post(REVIEW, form(desk, "accept", title="Kept", date="soon"))
    assert page.context["proposal"] == proposal
    assert "cannot be read as a date" in page.content.decode() and ">\nKept</textarea>" in page.content.decode()
    assert not Event.objects.exists()


def test_enter_checks_and_decides_nothing(desk):
    make_proposal()
    page = desk.post(REVIEW, form(desk, "check", date="c. May 2016"))
    assert "c. May 2016 (2016-05~)" in page.content.decode()
    assert Proposal.objects.get().state == "open"


@pytest.mark.parametrize("decision", ["", "delete", "same", "same:x:1", "same:1", "accept\n"])
def test_an_unknown_decision_decides_nothing(desk, decision):
    make_proposal()
    assert desk.post(REVIEW, form(desk, decision)).status_code == 200
    assert Proposal.objects.get().state == "open"


def test_a_proposal_that_never_was_is_no_error_of_ours(desk):
    make_proposal()
    response = desk.post(REVIEW, form(desk, "accept", proposal="99999"), follow=True)
    assert "no longer there" in response.content.decode()


# --- the same event --------------------------------------------------------------------------------


def test_the_same_event_gains_the_passage(desk):
    text = make_text()
    event = make_event(text, words="The pact covers trade.")
    proposal = make_proposal(text)
    desk.post(REVIEW, form(desk, f"same:{event.pk}:1"))
    proposal.refresh_from_db()
    assert (proposal.state, proposal.event, event.citations.count()) == ("accepted", event, 2)


def test_another_event_is_looked_up_before_it_is_taken(desk):
    make_proposal()
    event = make_event(title="A far event", date="1999-01-01")
    page = desk.post(REVIEW, form(desk, "look", looked_up=f"{event.pk}: A far event", title="Kept"))
    assert [each.event for each in page.context["likely"]] == [event]
    assert ">\nKept</textarea>" in page.content.decode()


@pytest.mark.parametrize("typed", ["", "nothing", "99999"])
def test_an_event_that_is_not_there_is_explained(desk, typed):
    make_proposal()
    page = desk.post(REVIEW, form(desk, "look", looked_up=typed))
    assert page.context["look_up"].errors["looked_up"]


# --- rejecting -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("listed", "own", "reason"),
    [
        ("The passage is misread", "", "The passage is misread"),
        ("The passage is misread", "It is about Japan", "The passage is misread: It is about Japan"),
        ("Other", "A joke", "A joke"),
        ("", "A joke", "A joke"),
    ],
)
def test_a_rejection_keeps_its_reason(desk, listed, own, reason):
    make_proposal()
    desk.post(REVIEW, form(desk, "reject", rejected_for=listed, rejected_because=own))
    assert (Proposal.objects.get().state, Proposal.objects.get().reason) == ("rejected", reason)


@pytest.mark.parametrize("listed", ["", "Other", "Invented"])
def test_a_rejection_needs_a_reason(desk, listed):
    make_proposal()
    page = desk.post(REVIEW, form(desk, "reject", rejected_for=listed))
    assert page.context["decision"].errors["rejected_for"]
    assert Proposal.objects.get().state == "open"


def test_a_rejection_asks_nothing_of_the_other_fields(desk):
    make_proposal()
    desk.post(REVIEW, form(desk, "reject", rejected_for="Page furniture", title="", date="soon"))
    assert Proposal.objects.get().state == "rejected"
