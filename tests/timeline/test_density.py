"""The chart over the timeline: which bars, how high, what they say and where they lead."""

from datetime import date
from itertools import pairwise

import pytest

from tests.makers import make_event
from timeline import density
from timeline.filters import select
from timeline.selection import Selection


def chart(counts, first_day=None, last_day=None):
    """The chart of ``{(year, month): {tone: number}}``."""
    flat = {(month, tone): number for month, tones in counts.items() for tone, number in tones.items()}
    return density.draw(flat, first_day=first_day, last_day=last_day, link=lambda first, last: f"{first}/{last}")


def test_bar_says_its_month_and_leads_to_its_days():
    [bar] = chart({(2024, 3): {"words": 1, "conflict": 2}}).bars
    assert bar.label == "March 2024: conflict 2, words 1"
    assert bar.query == "2024-03-01/2024-03-31"
    assert bar.count == 3


def test_cooperation_and_words_rise_policy_and_conflict_hang():
    drawn = chart({(2024, 3): {"cooperation": 2, "words": 1, "policy": 1, "conflict": 3}})
    edges = {s.tone: (s.y, round(s.y + s.height, 2)) for s in drawn.bars[0].segments}
    assert edges["cooperation"][1] == edges["policy"][0] == drawn.baseline
    assert edges["words"][1] == edges["cooperation"][0]
    assert edges["conflict"][0] == edges["policy"][1]
    assert edges["words"][0] == density.MARGIN and edges["conflict"][1] == density.HEIGHT - density.MARGIN


def test_one_event_is_seen_beside_a_thousand():
    tones = dict.fromkeys(("cooperation", "policy", "conflict"), 1)
    drawn = chart({(2024, 3): {"words": 1000, **tones}, (2024, 4): {"words": 1}})
    segments = [segment for bar in drawn.bars for segment in bar.segments]
    assert min(segment.height for segment in segments) == density.LEAST
    assert all(segment.y >= 0 and segment.y + segment.height <= density.HEIGHT for segment in segments)


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ((2022, 1), (2025, 12), ("January 2022", "December 2025")),
        ((2022, 1), (2026, 1), ("first quarter of 2022", "first quarter of 2026")),
        ((2015, 9), (2025, 11), ("third quarter of 2015", "fourth quarter of 2025")),
        ((2011, 1), (2025, 12), ("first quarter of 2011", "fourth quarter of 2025")),
        ((2011, 1), (2026, 1), ("2011", "2026")),
        ((1906, 1), (2025, 12), ("1906", "2025")),
        ((1905, 1), (2025, 12), ("1900s", "2020s")),
        ((1800, 1), (2100, 12), ("1800s", "2100s")),
    ],
)
def test_bars_widen_with_the_period(first, last, names):
    bars = chart({first: {"words": 1}, last: {"words": 1}}).bars
    assert (bars[0].name, bars[-1].name) == names
    assert bars[0].x >= 0 and bars[-1].x + bars[-1].width <= density.WIDTH
    assert bars[-1].last_day <= date(2100, 12, 31)


def test_bars_of_one_chart_stand_side_by_side():
    bars = chart({(2020 + n // 12, n % 12 + 1): {"words": 1} for n in range(30)}).bars
    assert all(left.x + left.width < right.x for left, right in pairwise(bars))


@pytest.mark.parametrize(("months", "width"), [(2, density.WIDEST), (29, density.WIDEST), (30, 29.33), (48, 18.33)])
def test_bars_of_few_stay_narrow_in_the_middle_of_their_room(months, width):
    first, *_, last = (chart({(2020 + n // 12, n % 12 + 1): {"words": 1} for n in range(months)})).bars
    room = density.WIDTH / months
    assert first.width == last.width == width
    assert first.x + width / 2 == pytest.approx(room / 2, abs=0.02)
    assert last.x + width / 2 == pytest.approx(density.WIDTH - room / 2, abs=0.02)


def test_chosen_period_bounds_the_chart_and_its_links():
    drawn = chart({(2024, 3): {"words": 1}}, date(2024, 1, 15), date(2024, 3, 20))
    assert (drawn.first_day, drawn.last_day) == (date(2024, 1, 15), date(2024, 3, 20))
    assert drawn.bars[0].query == "2024-03-01/2024-03-20"


def test_axis_begins_and_ends_with_whole_bars_wherever_the_period_does():
    drawn = chart({(2016, 3): {"words": 1}, (2020, 5): {"words": 1}}, date(2016, 2, 10), date(2020, 5, 20))
    assert drawn.axis == (date(2016, 1, 1), date(2020, 6, 30))
    assert (drawn.first_day, drawn.last_day) == (date(2016, 2, 10), date(2020, 5, 20))


def test_axis_of_decades_reaches_past_the_last_year_the_period_does_not():
    drawn = chart({(1850, 1): {"words": 1}, (2100, 1): {"words": 1}})
    assert (drawn.axis[1], drawn.last_day) == (date(2109, 12, 31), date(2100, 12, 31))


def test_what_cannot_be_drawn_is_counted():
    counts = {(2010, 1): {"conflict": 1}, (2024, 3): {"words": 1}, None: {"policy": 2}}
    drawn = chart(counts, date(2024, 1, 1), date(2024, 12, 31))
    assert (len(drawn.bars), drawn.undated, drawn.outside) == (1, 2, 1)
    assert drawn.notes == "Not drawn: 2 without a known date and 1 that begin before or end after the period."


@pytest.mark.parametrize("ends", [(date(2030, 1, 1), None), (None, date(1900, 1, 1))])
def test_period_beyond_all_dates_draws_no_bar(ends):
    drawn = chart({(2010, 1): {"conflict": 1}}, *ends)
    assert drawn.bars == [] and drawn.outside == 1


def test_nothing_draws_an_empty_chart():
    drawn = chart({None: {"words": 1}})
    assert (drawn.bars, drawn.ticks, drawn.undated, drawn.notes) == ([], [], 1, "Not drawn: 1 without a known date.")


@pytest.mark.parametrize(
    ("first", "last", "texts"),
    [
        ((2024, 1), (2024, 3), ["2024", "Feb", "Mar"]),
        ((2023, 11), (2025, 2), ["2024", "Apr", "Jul", "Oct", "2025"]),
        ((2015, 9), (2025, 11), [str(year) for year in range(2016, 2026)]),
        ((1997, 1), (2026, 12), [str(year) for year in range(2000, 2026, 5)]),
    ],
)
def test_axis_has_few_round_marks(first, last, texts):
    assert [tick.text for tick in chart({first: {"words": 1}, last: {"words": 1}}).ticks] == texts


@pytest.mark.parametrize(("dated", "query"), [(1, ""), (2, "page=2"), (3, "page=2")])
def test_chart_knows_the_page_on_which_the_undated_begin(db, monkeypatch, dated, query):
    monkeypatch.setattr("timeline.paging.SIZE", 2)
    for _ in range(dated):
        make_event()
    make_event(date="", date_basis="unknown")
    assert density.chart(Selection()).undated_query == query


def test_chart_of_a_selection_draws_public_events_with_working_links(db, rf):
    make_event(title="Pact", kind="agreement", date="2015-10-21")
    make_event(title="Undated", date="", date_basis="unknown")
    make_event(title="Draft", date="2001", publish=False)
    drawn = density.chart(Selection())
    [bar] = drawn.bars
    assert (bar.label, drawn.undated) == ("October 2015: cooperation 1", 1)
    assert [event.title for event in select(rf.get(f"/?{bar.query}").GET).events()] == ["Pact"]
