"""What readers are told of an event's past."""

import pytest

from tests.makers import content, evidence, make_actor, make_event, make_text, make_user
from timeline import curation
from timeline.history import changes


@pytest.fixture
def text(db):
    return make_text()


def told(event):
    return [change.words for change in changes(event.revisions.order_by("version"))]


def edit(event, text, **fields):
    said = content(text, **fields)
    return curation.edit(event, said, version=event.version, by=make_user(), reason="A better source.")


def test_history_begins_with_the_publication(text):
    event = make_event(text, publish=False)
    assert told(event) == []
    edit(event, text, title="Still a draft")
    curation.publish(event, version=2, by=make_user())
    assert told(event) == [["published, resting on 1 passage"]]


def test_each_change_tells_the_old_and_the_new(text):
    event = edit(make_event(text), text, title="New", kind="warning", assertion="alleged")
    assert told(event)[1:] == [
        [
            "kind changed from “Statement” to “Warning or alert”",
            "whether it happened changed from “Happened” to “Alleged”",
            "title corrected",
        ]
    ]


def test_name_in_an_old_title_is_not_told_again(text):
    event = edit(make_event(text, title="Somebody wrongly named is charged"), text, title="A man is charged")
    assert told(event)[1:] == [["title corrected"]]


def test_tone_is_told_only_where_the_kind_does_not_explain_it(text):
    event = edit(make_event(text), text, tone="conflict")
    assert told(event)[1:] == [["tone changed from “Words” to “Conflict”"]]


def test_passages_are_counted(text):
    event = make_event(text)
    edit(event, text, passages=[evidence(text, "Ministers met in London."), evidence(text, "The pact covers trade.")])
    assert told(event)[1:] == [["2 passages added", "1 passage taken out"]]


def test_corrected_actors_are_not_named(text):
    event = edit(make_event(text, actors=[(make_actor("Japan"), "source")]), text)
    assert told(event)[1:] == [["actors or their roles corrected"]]


def test_change_that_readers_cannot_see_is_not_told(text):
    event = edit(make_event(text), text, salience="background")
    assert len(told(event)) == 1


def test_time_withheld_is_not_told(text):
    event = make_event(text)
    curation.withhold(event, version=1, by=make_user(), reason="A court said so.")
    curation.undo(event, version=2, by=make_user())
    assert told(event) == [["published, resting on 1 passage"]]


def test_retraction_and_return_are_told(text):
    event = make_event(text)
    curation.retract(event, version=1, by=make_user(), reason="Wrong.")
    curation.publish(event, version=2, by=make_user())
    assert told(event)[1:] == [["retracted"], ["published again"]]


def test_merge_tells_of_the_passages_that_came_along(text):
    into = make_event(text)
    other = make_event(make_text(), title="The other record")
    curation.merge(other, version=1, into=into, into_version=1, by=make_user())
    assert told(into)[1:] == [["1 passage added"]]
