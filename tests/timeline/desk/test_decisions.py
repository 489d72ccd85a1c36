"""The decisions on an event: each is confirmed on a page of its own, with a reason where one is needed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.makers import content, make_event, make_theme, make_user
from tests.timeline.posting import fields_of
from timeline import curation
from timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return make_user("ada", group="curator")


@pytest.fixture
def desk(client, curator):
    client.force_login(curator, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def event():
    return make_event()


def page_of(event, name="change", *more):
    return reverse(f"admin:timeline_event_{name}", args=[event.pk, *more])


@pytest.mark.parametrize(
    ("publish", "decision", "status"),
    [(False, "publish", "published"), (True, "retract", "retracted"), (True, "withhold", "withheld"),
     (True, "undo", "draft")],
)  # fmt: skip
def test_a_confirmed_decision_is_carried_out(desk, publish, decision, status):
    event = make_event(publish=publish, themes=[make_theme()])
    page = page_of(event, "decide", decision)
    desk.post(page, fields_of(desk.get(page), reason="Because"))
    event.refresh_from_db()
    assert (event.status, event.revisions.get(version=2).reason) == (status, "Because")


@pytest.mark.parametrize("decision", ["retract", "withhold"])
def test_taking_an_event_away_needs_a_reason(desk, decision):
    event = make_event()
    page = page_of(event, "decide", decision)
    desk.post(page, fields_of(desk.get(page), reason="  "))
    assert Event.objects.get().version == 1


def test_a_decision_that_cannot_be_is_explained(desk):
    event = make_event(themes=[make_theme()])
    page = page_of(event, "decide", "publish")
    assert "Only a draft or retracted event" in desk.post(page, fields_of(desk.get(page))).content.decode()


def test_merging_shows_both_and_then_redirects(desk):
    event, other = make_event(title="One record"), make_event(title="Another record")
    page = page_of(event, "decide", "merge")
    shown = desk.get(page, {"into": f"{other.pk}: {other.title}"})
    assert "One record" in shown.content.decode() and "Another record" in shown.content.decode()
    response = desk.post(page, fields_of(shown, reason="The same"))
    event.refresh_from_db()
    assert (event.status, event.merged_into) == ("merged", other)
    assert response.url == page_of(other)


@pytest.mark.parametrize("into", ["", "x", "0", "999999", "9" * 40])
def test_merging_into_nothing_is_explained(desk, into):
    page = page_of(make_event(), "decide", "merge")
    response = desk.get(page, {"into": into})
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()


def test_an_event_cannot_be_merged_into_itself(desk):
    event = make_event()
    page = page_of(event, "decide", "merge")
    shown = desk.get(page, {"into": event.pk})
    assert "into itself" in desk.post(page, fields_of(shown)).content.decode()


def test_an_unknown_decision_is_no_page(desk):
    assert desk.get(page_of(make_event(), "decide", "delete")).status_code == 404


@pytest.mark.parametrize("number", [0, 4])
def test_publishing_asks_for_one_to_three_themes(desk, number):
    event = make_event(publish=False, themes=[make_theme(f"theme-{each}") for each in range(number)])
    page = page_of(event, "decide", "publish")
    assert "one to three themes" in desk.post(page, fields_of(desk.get(page))).content.decode()
    assert Event.objects.get().status == "draft"


@pytest.mark.parametrize(
    ("decision", "read"),
    [("publish", True), ("retract", True), ("merge", True), ("undo", True), ("withhold", False)],
)
def test_beside_each_reason_stands_whether_readers_see_it(desk, decision, read):
    event, other = make_event(publish=decision != "publish"), make_event()
    words = desk.get(page_of(event, "decide", decision), {"into": other.pk}).context["form"].fields["reason"].help_text
    assert ("readers see it too" in words, "Readers never see it" in words) == (read, not read)


def test_undo_shows_the_last_change_alone(desk, curator, event):
    edit(event, curator, title="Second")
    edit(event, curator, title="Third")
    revision, changes = desk.get(page_of(event, "decide", "undo")).context["undone"]
    assert (revision.version, [(change.old, change.new) for change in changes]) == (3, [(["Second"], ["Third"])])


def test_undo_reads_no_text(desk, curator, event):
    edit(event, curator, title="Second")
    with CaptureQueriesContext(connection) as asked:
        desk.get(page_of(event, "decide", "undo"))
    assert not [query for query in asked if '"articles_documenttext"."text"' in query["sql"]]


def edit(event, by, **fields):
    return curation.edit(event, content(event.primary_passage.text, **fields), version=event.version, by=by)
