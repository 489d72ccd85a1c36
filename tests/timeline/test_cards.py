"""A card is rendered once, and anew as soon as anything that it shows has changed."""

import re

import pytest
from django.template.loader import get_template

from tests.makers import content, make_actor, make_event, make_publisher, make_text, make_theme, make_user
from timeline import curation
from timeline.cards import TEMPLATES, cards

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    text = make_text(publisher=make_publisher("The Gazette"))
    return make_event(text, actors=[(make_actor("China"), "source")], themes=[make_theme("trade")])


def html(event) -> str:
    return "".join(card.html for card in cards([event.pk]))


def test_card_shows_the_event(event):
    shown = html(event)
    assert all(words in shown for words in (event.title, "China", "Trade", "The Gazette", "China denied the claims on"))


def test_second_time_nothing_is_loaded_or_rendered(event, django_assert_num_queries):
    first = html(event)
    with django_assert_num_queries(5):
        assert html(event) == first


def test_edit_of_the_event_makes_a_new_card(event):
    html(event)
    text = event.primary_passage.text
    curation.edit(event, content(text, title="Beijing rejects"), version=1, by=make_user())
    assert "Beijing rejects" in html(event)


@pytest.mark.parametrize("named", ["actor", "theme", "document", "publisher"])
def test_edit_of_what_it_names_makes_a_new_card(event, named):
    html(event)
    document = event.primary_passage.text.document
    row = {"actor": event.actors.get(), "theme": event.themes.get(), "document": document,
           "publisher": document.publisher}[named]  # fmt: skip
    if named == "document":
        row.published = "1999"
    else:
        row.name = "Renamed"
    row.save()
    assert ("1999" if named == "document" else "Renamed") in html(event)


def test_event_that_is_no_longer_public_has_no_card(event):
    html(event)
    curation.retract(event, version=1, by=make_user(), reason="Wrong.")
    assert cards([event.pk]) == []


def test_cards_come_in_the_order_asked_for():
    events = [make_event(title=f"Event {number}") for number in range(3)]
    keys = [events[2].pk, events[0].pk, events[1].pk]
    assert ["Event 2" in cards(keys)[0].html, "Event 1" in cards(keys)[2].html] == [True, True]


def test_every_template_of_a_card_is_part_of_its_key():
    used, waiting = set(), ["timeline/_event.html"]
    while waiting:
        used.add(name := waiting.pop())
        waiting += set(re.findall(r'include "([^"]+)"', get_template(name).template.source)) - used
    assert used == set(TEMPLATES)


def test_hostile_title_is_escaped(event):
    text = make_text()
    shown = html(make_event(text, title="<script>alert(1)</script>"))
    assert "<script>" not in shown and "&lt;script&gt;" in shown
