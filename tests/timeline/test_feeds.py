"""The feed of a selection: newest decisions first, ids that stay, nothing that breaks a reader."""

from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils.http import http_date

from tests.makers import content, make_actor, make_event, make_text, make_theme, make_user
from timeline import curation, feeds
from timeline.models import Event

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(client, query=""):
    response = client.get(f"{reverse('timeline:feed')}?{query}")
    assert response.status_code == 200 and response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content).findall("a:entry", ATOM)


def titles(client, query=""):
    return [entry.find("a:title", ATOM).text for entry in entries(client, query)]


def test_events_lately_confirmed_come_first_whatever_their_date(client, db):
    make_event(title="Confirmed first", date="2025")
    make_event(title="Confirmed last", date="1997")
    make_event(title="Draft", publish=False)
    assert titles(client) == ["Confirmed last", "Confirmed first"]


def test_feed_takes_the_filter_of_the_timeline(client, db):
    make_event(title="Visit", kind="visit")
    make_event(title="Vote", kind="vote")
    assert titles(client, "kind=vote") == ["Vote"]


@pytest.mark.parametrize("query", ["actor=nobody", "from=2016&to=2015", "page=-1", "q=%22"])
def test_nonsense_is_explained(client, db, query):
    response = client.get(f"{reverse('timeline:feed')}?{query}")
    assert response.status_code == 400 and response["Content-Type"].startswith("text/plain")


def test_entry_keeps_its_id_when_the_title_changes(client, db):
    event = make_event(title="Before")
    [before] = entries(client)
    Event.objects.filter(pk=event.pk).update(title="After")
    [after] = entries(client)
    assert before.find("a:id", ATOM).text == after.find("a:id", ATOM).text
    assert after.find("a:title", ATOM).text == "After"


def test_entry_says_when_who_and_on_what_words(client, db):
    make_event(actors=[(make_actor("China"), "source")], themes=[make_theme("trade")])
    [entry] = entries(client)
    assert entry.find("a:summary", ATOM).text.startswith(
        "3 May 2016 — China — “China denied the claims on 3 May 2016.” — "
    )
    assert entry.find("a:category", ATOM).get("term") == "Trade"
    assert entry.find("a:link", ATOM).get("href").startswith("http")


def test_hostile_title_breaks_neither_feed_nor_reader(client, db):
    event = make_event()
    Event.objects.filter(pk=event.pk).update(title="A <b>bold</b> & \x0b vertical tab")
    assert titles(client) == ["A <b>bold</b> &  vertical tab"]


def test_summary_is_text_even_where_it_looks_like_markup(client, db):
    make_event(actors=[(make_actor("<script>"), "source")])
    assert "&lt;script&gt;" in entries(client)[0].find("a:summary", ATOM).text


def test_feed_is_bounded(client, db, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(feeds, "LENGTH", 2)
    for number in range(3):
        make_event(title=str(number))
    with django_assert_max_num_queries(8):
        assert titles(client) == ["2", "1"]


def test_entry_was_updated_by_the_last_revision_and_published_by_the_review(client, db):
    event = make_event()
    curation.edit(event, content(event.primary_passage.text, title="New"), version=1, by=make_user())
    [entry] = entries(client)
    assert entry.find("a:updated", ATOM).text == event.revisions.get(version=2).at.isoformat()
    assert entry.find("a:published", ATOM).text == event.reviewed_at.isoformat()


@pytest.mark.parametrize("change", ["edit", "retract"])
def test_copy_of_a_reader_ends_with_the_event_that_it_holds(client, db, change):
    text = make_text()
    make_event(text, title="Older"), make_event(text, title="Newest")
    event = Event.objects.get(title="Older")
    held = client.get(reverse("timeline:feed"))
    assert not held.has_header("Last-Modified")
    assert client.get(reverse("timeline:feed"), headers={"If-None-Match": held["ETag"]}).status_code == 304
    if change == "edit":
        curation.edit(event, content(text, title="New"), version=1, by=make_user())
    else:
        curation.retract(event, version=1, by=make_user(), reason="Wrong.")
    since = {"If-Modified-Since": http_date()}
    for condition in (since, {"If-None-Match": held["ETag"]}, {**since, "If-None-Match": held["ETag"]}):
        answer = client.get(reverse("timeline:feed"), headers=condition)
        assert answer.status_code == 200 and b"Older" not in answer.content


def test_retracted_event_leaves_the_feed(client, db):
    event = make_event()
    curation.retract(event, version=1, by=make_user(), reason="Wrong.")
    assert entries(client) == []
