"""Under which headings the events of a list stand."""

from datetime import date

from timeline.cards import Card
from timeline.grouping import by_year


def dated(title, year, month=1, *, coarse=False):
    return Card(year, date(year, month, 1), coarse, title)


def headings(*events):
    return [
        (year.heading, [(month.name, [event.html for event in month.events]) for month in year.months])
        for year in by_year(events)
    ]


def test_events_stand_by_year_and_month():
    events = [dated("a", 2016, 5), dated("b", 2016, 5), dated("c", 2016, 3), dated("d", 2015, 3)]
    assert headings(*events) == [
        ("2016", [("May", ["a", "b"]), ("March", ["c"])]),
        ("2015", [("March", ["d"])]),
    ]


def test_coarse_date_stands_under_its_year_without_a_month():
    assert headings(dated("a", 2016, coarse=True), dated("b", 2016)) == [("2016", [("", ["a"]), ("January", ["b"])])]


def test_undated_events_have_a_heading_of_their_own():
    assert headings(dated("a", 2016), Card(None, None, False, "b"))[1] == ("Date not known", [("", ["b"])])


def test_link_can_lead_to_a_year_and_to_the_undated():
    assert [year.anchor for year in by_year([dated("a", 2016), Card(None, None, False, "b")])] == ["y2016", "undated"]


def test_nothing_has_no_heading():
    assert headings() == []
