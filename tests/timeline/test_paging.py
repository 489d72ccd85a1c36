"""Pages of a list: each event once, at a constant price."""

import pytest

from tests.makers import evidence, make_actor, make_event, make_text, make_theme, make_user
from timeline import curation, paging
from timeline.filters import BadFilter
from timeline.models import Event
from timeline.selection import Selection


def titles(page) -> list[str]:
    return [event.title for event in Event.objects.public().in_order(page.keys)]


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(paging, "SIZE", 2)


@pytest.mark.usefixtures("small_pages")
def test_pages_hold_every_event_once_in_order(db):
    for day in range(1, 6):
        make_event(title=str(day), date=f"2020-01-0{day}")
    pages = [paging.page(Selection(), number) for number in (1, 2, 3)]
    assert [titles(page) for page in pages] == [["5", "4"], ["3", "2"], ["1"]]
    assert [(page.first, page.last, page.has_previous, page.has_next) for page in pages] == [
        (1, 2, False, True), (3, 4, True, True), (5, 5, True, False)]  # fmt: skip
    assert {(page.total, page.pages) for page in pages} == {(5, 3)}


@pytest.mark.usefixtures("small_pages")
def test_filtered_list_is_paged_in_its_own_order(db):
    for kind, day in (("visit", 1), ("vote", 2), ("visit", 3), ("visit", 4)):
        make_event(title=str(day), kind=kind, date=f"2020-01-0{day}")
    assert titles(paging.page(Selection(kinds=("visit",), sort="oldest"), 2)) == ["4"]


def test_empty_list_has_one_empty_page(db):
    page = paging.page(Selection(), 1)
    assert (list(page.keys), page.total, page.pages, page.first, page.last) == ([], 0, 1, 0, 0)


def test_page_behind_the_last_is_explained(db):
    make_event()
    with pytest.raises(BadFilter, match="No page 2: the last one is page 1"):
        paging.page(Selection(), 2)


def test_event_retracted_a_moment_ago_is_left_out(db):
    kept, gone = make_event(title="Kept"), make_event(title="Gone")
    selection = Selection()
    assert set(selection.ids) == {kept.pk, gone.pk}
    curation.retract(gone, version=1, by=make_user(), reason="Wrong.")
    assert titles(paging.page(selection, 1)) == ["Kept"]


def shown(event) -> list:
    source = event.primary_passage.text.document
    people = [(part.actor.name, part.role) for part in event.participations.all()]
    themes = [theme.name for theme in event.themes.all()]
    return [
        event.title,
        people,
        themes,
        event.primary_passage.quote,
        source.title,
        str(source.publisher),
        event.source_count,
    ]


def test_page_costs_the_same_for_one_event_and_for_many(db, django_assert_num_queries):
    def fill(number):
        for _ in range(number):
            text = make_text()
            passages = [evidence(text, "The pact covers trade."), evidence(text, "Ministers met in London."),
                        evidence(make_text("China denied it."), "China denied it.")]  # fmt: skip
            make_event(passages=passages, actors=[(make_actor(), "source")], themes=[make_theme()])

    fill(1)
    for more in (0, 6):
        fill(more)
        keys = Selection().ids
        with django_assert_num_queries(6):
            events = Event.objects.public().for_list().in_order(paging.page(Selection(), 1).keys)
            rows = [shown(event) for event in events]
        assert len(rows) == len(keys)
    assert rows[0][1:] == [
        [("China", "source")],
        ["Trade"],
        "The pact covers trade.",
        events[0].primary_passage.text.document.title,
        "None",
        2,
    ]
