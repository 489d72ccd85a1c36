"""Counts beside the filters: of the public record alone, and true for whoever clicks."""

from dataclasses import replace

import pytest
from django.http import QueryDict

from tests.makers import evidence, make_actor, make_event, make_text, make_theme, make_user
from timeline import bitmaps, curation, facets
from timeline.filters import select
from timeline.models import Event
from timeline.selection import PARAMETERS, Selection


@pytest.fixture
def record(db):
    """Three public events in two documents, and a draft that shares their actors."""
    china, uk = make_actor("China", slug="china"), make_actor("United Kingdom", slug="uk")
    trade, cyber = make_theme("trade"), make_theme("cyber-security")
    text = make_text(slug="source", title="The source")
    passages = [evidence(text, "The pact covers trade."), evidence(text, "Ministers met in London.")]
    both = [(china, "participant"), (uk, "participant")]
    make_event(title="Pact", kind="agreement", actors=both, themes=[trade], passages=passages)
    make_event(text, title="Alert", kind="warning", actors=[(uk, "source")], themes=[cyber, trade])
    make_event(make_text(slug="other"), title="Visit", kind="visit", date="", actors=[(china, "source")])
    make_event(text, title="Draft", publish=False, kind="vote", actors=both, themes=[make_theme("hidden")])


def counted(selection: Selection, facet: str) -> dict[str, int]:
    return {value.slug: value.count for value in getattr(facets.count(selection), facet).values}


def test_public_events_alone_are_counted(record):
    nothing = Selection()
    assert counted(nothing, "actors") == {"china": 2, "uk": 2}
    assert counted(nothing, "themes") == {"trade": 2, "cyber-security": 1}
    assert counted(nothing, "kinds") == {"agreement": 1, "warning": 1, "visit": 1}
    assert counted(nothing, "documents") == {"source": 2, "other": 1}


def test_actor_that_must_be_met_too_is_counted_among_what_remains(record):
    assert counted(Selection(actors=("china",)), "actors") == {"china": 2, "uk": 1}


def test_any_of_the_actors_is_counted_under_the_other_filters(record):
    selection = Selection(actors=("china",), themes=("trade",), match="any")
    assert counted(selection, "actors") == {"china": 1, "uk": 2}
    assert counted(selection, "themes") == {"trade": 1}


def test_kinds_and_documents_are_counted_as_if_none_were_chosen(record):
    selection = Selection(kinds=("agreement",), documents=("source",))
    assert counted(selection, "kinds") == {"agreement": 1, "warning": 1}
    assert counted(selection, "documents") == {"source": 1}


def test_chosen_value_without_an_event_is_shown_with_none(record):
    values = facets.count(Selection(actors=("uk",), kinds=("visit",))).kinds.values
    assert [(value.slug, value.count, value.chosen) for value in values][-1] == ("visit", 0, True)


def test_value_leads_to_itself_chosen_or_dropped(record):
    uk, china = (
        next(value for value in facets.count(Selection(actors=("uk",))).actors.values if value.slug == slug)
        for slug in ("uk", "china")
    )
    assert (uk.chosen, uk.query, china.chosen, china.query) == (True, "", False, "actor=china&actor=uk")


@pytest.mark.parametrize("query", ["", "actor=uk", "theme=trade&kind=warning", "q=pact", "from=2016&to=2017",
                                   "actor=uk&actor=china", "document=source&kind=visit"])  # fmt: skip
def test_count_is_what_a_click_on_the_value_gives(record, query):
    selection = select(QueryDict(query))
    for facet in ("actors", "themes"):
        for value in getattr(facets.count(selection), facet).values:
            assert value.count == selection.adding(facet, value.slug).events().count()
    for facet in ("kinds", "documents"):
        for value in getattr(facets.count(selection), facet).values:
            assert value.count == replace(selection, **{facet: (value.slug,)}).events().count()


def test_first_twelve_are_shown_with_what_is_chosen_and_the_number_of_all(db):
    actors = [make_actor(f"Actor {n:02}", slug=f"actor-{n:02}") for n in range(14)]
    make_event(actors=[(actor, "participant") for actor in actors])
    make_event(actors=[(actors[5], "participant")])
    counts = facets.count(Selection(actors=("actor-13",))).actors
    assert [value.slug for value in counts.values] == [f"actor-{n:02}" for n in (*range(12), 13)]
    assert (counts.total, counts.more) == (14, True)
    assert facets.count(Selection()).actors.values[0].slug == "actor-05"
    assert len(facets.all_values(Selection(), "actors")) == 14


def test_names_are_those_of_today(record):
    facets.count(Selection())
    actor = make_actor("China")
    actor.name = "People’s Republic of China"
    actor.save()
    assert "People’s Republic of China" in {value.name for value in facets.count(Selection()).actors.values}


def test_counts_follow_every_decision(record):
    curator = make_user()
    event = Selection(kinds=("warning",)).events().get()
    assert counted(Selection(), "kinds")["warning"] == 1
    curation.retract(event, version=event.version, by=curator, reason="Wrong.")
    assert "warning" not in counted(Selection(), "kinds")
    curation.undo(event, version=2, by=curator)
    assert counted(Selection(), "kinds")["warning"] == 1


def test_record_is_read_once_between_decisions(record, django_assert_num_queries):
    first = bitmaps.columns()
    with django_assert_num_queries(2):
        assert bitmaps.columns() is first
    make_event()
    assert bitmaps.columns() is not first


def test_record_that_changes_while_it_is_read_is_read_again(record, monkeypatch):
    read, readings = bitmaps._read, []

    def read_and_decide():
        readings.append(read())
        if len(readings) == 1:
            make_event(kind="sanction")
        return readings[-1]

    monkeypatch.setattr(bitmaps, "_read", read_and_decide)
    assert "sanction" in bitmaps.columns().kinds
    assert len(readings) == 2


def test_record_that_never_rests_is_given_as_last_read_and_not_kept(record, monkeypatch):
    read, readings = bitmaps._read, []

    def read_and_decide():
        readings.append(read())
        make_event()
        return readings[-1]

    monkeypatch.setattr(bitmaps, "_read", read_and_decide)
    assert bitmaps.columns() is readings[-1] and len(readings) == bitmaps.ATTEMPTS
    monkeypatch.setattr(bitmaps, "_read", read)
    assert len(bitmaps.columns().newest) == Event.objects.public().count()


def test_empty_record_has_no_values(db):
    counts = facets.count(Selection())
    assert all(not getattr(counts, facet).values for facet in PARAMETERS)


@pytest.mark.parametrize("keys", [[], [1], [8, 1], [7, 8, 9], [100_000]])
def test_bitmap_has_a_bit_for_each_key(keys):
    bits = bitmaps.bitmap(keys)
    assert [n for n in range(bits.bit_length()) if bits >> n & 1] == sorted(keys)
