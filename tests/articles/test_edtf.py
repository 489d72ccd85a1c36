"""Dates as EDTF: what is read and refused, the days it covers, and how it is said."""

import calendar
import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from undate import Undate

from articles.edtf import EdtfError, from_words, parse, read, short_words, words

years = st.integers(1800, 2099)
months = st.builds("{:04}-{:02}".format, years, st.integers(1, 12))
days = st.dates(date(1800, 1, 1), date(2100, 12, 31)).map(date.isoformat)
decades = st.integers(180, 209).map("{}X".format)
centuries = st.sampled_from(["18XX", "19XX", "20XX"])
parts = st.builds("{:04}-{}".format, years, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))
qualifiers = st.sampled_from(["", "~", "?", "%"])
calendar_points = st.builds(str.__add__, st.one_of(years.map(str), months, days, decades, centuries), qualifiers)
points = st.one_of(calendar_points, st.builds(str.__add__, parts, qualifiers))


def covers(text):
    read = parse(text)
    return read.first_day, read.last_day


# Reading


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-03-26", date(2024, 3, 26), date(2024, 3, 26), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "month"),
        ("2015", date(2015, 1, 1), date(2015, 12, 31), "year"),
        ("2020-21", date(2020, 3, 1), date(2020, 5, 31), "season"),
        ("2020-23", date(2020, 9, 1), date(2020, 11, 30), "season"),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29), "season"),
        ("2020-24", date(2020, 12, 1), date(2021, 2, 28), "season"),
        ("2023-33", date(2023, 1, 1), date(2023, 3, 31), "quarter"),
        ("2023-36", date(2023, 10, 1), date(2023, 12, 31), "quarter"),
        ("2023-40", date(2023, 1, 1), date(2023, 6, 30), "half"),
        ("2023-41", date(2023, 7, 1), date(2023, 12, 31), "half"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("2021-08/2022-10", date(2021, 8, 1), date(2022, 10, 31), "interval"),
        ("2018/..", date(2018, 1, 1), None, "interval"),
        ("../2024-05-03", None, date(2024, 5, 3), "interval"),
        ("2023-04/2024-03", date(2023, 4, 1), date(2024, 3, 31), "interval"),
        ("2020/2020", date(2020, 1, 1), date(2020, 12, 31), "interval"),
    ],
)
def test_a_date_covers_its_days(text, first, last, precision):
    assert covers(text) == (first, last)
    assert parse(text).precision == precision
    assert parse(text).text == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2015", False, False),
        ("2015~", True, False),
        ("2015?", False, True),
        ("2015%", True, True),
        ("2021-03~/2021-07", True, False),
        ("2021-03/2021-07?", False, True),
        ("2018~/..", True, False),
    ],
)
def test_qualifiers_of_either_end_are_kept(text, approximate, uncertain):
    assert (parse(text).approximate, parse(text).uncertain) == (approximate, uncertain)


def test_lists_order_by_the_first_day_or_the_last_of_an_open_start():
    assert parse("2018/..").sort_day == date(2018, 1, 1)
    assert parse("../2024-05-03").sort_day == date(2024, 5, 3)
    assert parse("2024-03").sort_day == date(2024, 3, 1)


@pytest.mark.parametrize("text", ["1800", "2100", "2099-24", "2100-12-31", "180X", "209X", "18XX"])
def test_years_at_the_border_are_read(text):
    assert parse(text).text == text


@pytest.mark.parametrize("text", ["1799", "2101", "2100-24", "1799-12-31", "179X", "210X", "17XX", "21XX", "0000"])
def test_years_beyond_the_border_are_refused(text):
    with pytest.raises(EdtfError, match=r"year|2100"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "write 2024"),
        ("26 March 2024", "write 2024"),
        ("2024-3", "write 2024"),
        ("2024-03-26\n", "write 2024"),
        ("2024\0", "write 2024"),
        ("٢٠٢٤", "write 2024"),
        ("２０２４", "write 2024"),
        ("199X-03", "write 2024"),
        ("2024~-03", "write 2024"),
        ("2024~?", "write 2024"),
        ("2024-00", "write 2024"),
        ("2024-03-00", "write 2024"),
        ("2024-13", "no month 13"),
        ("2024-21-05", "no month 21"),
        ("2024-37", "no month 37"),
        ("2023-02-29", "February 2023 has no day 29"),
        ("2024-04-31", "April 2024 has no day 31"),
        ("2020/2019", "earlier date first"),
        ("2018/", "open end"),
        ("/2018", "open end"),
        ("/", "open end"),
        ("../..", "at one end at least"),
        ("2018/2019/2020", "write 2024"),
        ("2024-03-26" * 100_000, "too long"),
        ("/" * 1_000_000, "too long"),
    ],
)
def test_what_is_no_date_is_refused_with_advice(text, advice):
    with pytest.raises(EdtfError, match=advice):
        parse(text)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        assert parse(text).text == text
    except EdtfError as error:
        assert str(error)


@settings(deadline=None)  # undate builds its grammar on first use
@given(calendar_points)
def test_days_and_precision_agree_with_undate(text):
    oracle, read = Undate.parse(text, "EDTF"), parse(text)
    assert read.first_day.isoformat() == str(oracle.earliest)
    assert read.last_day.isoformat() == str(oracle.latest)
    if "X" not in text:
        assert read.precision == oracle.precision.name.lower()


@given(points, points)
def test_an_interval_runs_from_its_first_end_to_its_last(left, right):
    (first, _), (_, last) = covers(left), covers(right)
    if first <= last:
        assert covers(f"{left}/{right}") == (first, last)
        assert covers(f"{left}/..") == (first, None)
        assert covers(f"../{right}") == (None, last)


@given(years)
def test_quarters_halves_and_seasons_tile_the_year(year):
    for tiles in ([33, 34, 35, 36], [40, 41]):
        spans = [covers(f"{year}-{tile}") for tile in tiles]
        assert spans[0][0] == date(year, 1, 1)
        assert spans[-1][1] == date(year, 12, 31)
    seasons = [covers(f"{year}-{season}") for season in (21, 22, 23, 24)]
    gaps = [(later[0] - earlier[1]).days for earlier, later in itertools.pairwise(seasons)]
    assert gaps == [1, 1, 1]
    assert seasons[3][1].day == calendar.monthrange(year + 1, 2)[1]


# Saying


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("2024-03-26", "26 March 2024", "26 Mar"),
        ("2024-03-06", "6 March 2024", "6 Mar"),
        ("2025-11-18~", "c. 18 November 2025", "c. 18 Nov"),
        ("2025-06~", "c. June 2025", "c. Jun"),
        ("2025~", "c. 2025", "c. 2025"),
        ("2015", "2015", "2015"),
        ("2015?", "perhaps 2015", "perhaps 2015"),
        ("2015%", "perhaps c. 2015", "perhaps c. 2015"),
        ("2020-23", "autumn 2020", "autumn"),
        ("2020-24", "winter 2020–21", "winter"),
        ("1999-24", "winter 1999–2000", "winter"),
        ("2023-35", "third quarter of 2023", "Q3"),
        ("2023-40", "first half of 2023", "first half"),
        ("199X", "1990s", "1990s"),
        ("19XX", "20th century", "20th century"),
        ("20XX", "21st century", "21st century"),
        ("2018/..", "since 2018", "since 2018"),
        ("2018-06/..", "since June 2018", "since Jun"),
        ("../2024-05-03", "until 3 May 2024", "until 3 May"),
        ("2024-06-10/2024-06-16", "10–16 June 2024", "10–16 Jun"),
        ("2026-01-26/2026-02-01", "26 January to 1 February 2026", "26 Jan – 1 Feb"),
        ("2019-12-30/2020-01-02", "30 December 2019 to 2 January 2020", "30 Dec 2019 – 2 Jan 2020"),
        ("2021-08/2022-10", "August 2021 to October 2022", "Aug 2021 – Oct 2022"),
        ("2021-03/2021-07", "March to July 2021", "Mar – Jul"),
        ("2021-03~/2021-07", "c. March 2021 to July 2021", "c. Mar 2021 – Jul 2021"),
        ("2021-03~/2021-07~", "c. March to July 2021", "c. Mar – Jul"),
        ("2012/2013", "2012 to 2013", "2012 – 2013"),
    ],
)
def test_dates_are_said_in_british_words(text, long, short):
    assert words(text) == long
    assert short_words(text) == short


@given(points, points)
def test_whatever_is_read_can_be_said(left, right):
    for text in (
        left,
        f"{left}/..",
        f"../{right}",
        *([f"{left}/{right}"] if covers(left)[0] <= covers(right)[1] else []),
    ):
        assert words(text)
        assert short_words(text)


def test_what_cannot_be_read_is_not_said():
    for say in (words, short_words):
        with pytest.raises(EdtfError):
            say("soon")


# Typing


@given(st.one_of(months, days, st.builds("{:04}-{}".format, years, st.sampled_from([21, 22, 23]))))
def test_what_is_said_can_be_typed(text):
    assert from_words(words(text)) == text
    assert from_words(words(f"{text}~")) == f"{text}~"


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2018/..", "2018/.."),
        (" 2025 ", "2025"),
        ("18 Nov 2025", "2025-11-18"),
        ("8 sept 2025", "2025-09-08"),
        ("November 2025", "2025-11"),
        ("autumn 2020", "2020-23"),
        ("c. June 2025", "2025-06~"),
        ("c.2025", "2025~"),
        ("about 2025", "2025~"),
        ("26/03/2024", "2024-03-26"),
        ("3.4.2015", "2015-04-03"),
        ("03/26/2024", None),  # the month does not come first
        ("31 February 2025", None),
        ("18 autumn 2025", None),
        ("last week", None),
        ("Novembre 2025", None),
        ("", None),
        ("2025 " * 200_000, None),
    ],
)
def test_typed_dates_are_read_or_none(typed, edtf):
    assert from_words(typed) == edtf


def test_reading_says_how_to_write_a_date():
    assert read("12 May 2025") == "2025-05-12"
    with pytest.raises(EdtfError, match="soon"):
        read("soon")
