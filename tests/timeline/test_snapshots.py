"""A state holds everything that an event says, as plain data that survives JSON."""

import json

import pytest

from tests.makers import make_actor, make_event, make_theme
from timeline.snapshots import column_values, differences, snapshot

pytestmark = pytest.mark.django_db


def test_state_survives_json():
    event = make_event(actors=[(make_actor(), "source")], themes=[make_theme()])
    state = snapshot(event)
    assert json.loads(json.dumps(state)) == state


def test_state_names_actors_themes_and_passages():
    actor, theme = make_actor(), make_theme()
    event = make_event(actors=[(actor, "source")], themes=[theme])
    state = snapshot(event)
    assert state["actors"] == [[actor.pk, "source"]] and state["themes"] == [theme.pk]
    assert [p["passage"] for p in state["passages"]] == [event.primary_passage_id]


def test_columns_hold_the_primary_passage():
    event = make_event()
    assert column_values(snapshot(event))["primary_passage_id"] == event.primary_passage_id
    assert column_values({**snapshot(event), "passages": []})["primary_passage_id"] is None


def test_differences_name_what_changed_and_nothing_else():
    old = snapshot(make_event())
    assert differences(old, old) == {}
    assert differences(old, {**old, "title": "New"}) == {"title": (old["title"], "New")}
    assert set(differences(old, {**old, "themes": [7], "status": "retracted"})) == {"themes", "status"}
