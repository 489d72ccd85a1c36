"""Dates, casts, quotations and numbers as people read them."""

from datetime import date
from typing import get_args

import pytest

from articles.edtf import Precision
from timeline import formatting
from timeline.models import Event


def test_blank_date_is_said_to_be_unknown():
    assert formatting.date_words("") == formatting.short_date_words("") == "Date not known"


def test_dates_are_said_long_and_short():
    assert formatting.date_words("2025-11-18~") == "c. 18 November 2025"
    assert formatting.short_date_words("2025-11-18~") == "c. 18 Nov"


@pytest.mark.parametrize(
    ("text", "approximate"), [("2024-03-26", False), ("2024", False), ("2024~", True), ("2024?", True), ("", True)]
)
def test_dot_is_hollow_where_the_date_is_not_certain(text, approximate):
    assert formatting.is_approximate(text) is approximate


def test_every_basis_of_a_date_has_words():
    assert set(formatting.BASES) == set(Event.DateBasis.values)
    assert all(formatting.basis_words(basis.value) == basis.label.lower() for basis in Event.DateBasis)


def test_every_precision_of_a_date_has_words():
    assert set(formatting.PRECISIONS) == set(get_args(Precision))


def test_date_says_how_finely_it_is_known_and_by_what():
    assert formatting.how_dated("2016-05", "stated") == "Known to the month: the words of the source state it."
    assert formatting.how_dated("", "unknown") == "No words of the source tell when it happened."


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2015, 5, 1), date(2016, 12, 31), "from 1 May 2015 to 31 December 2016"),
        (date(2015, 5, 1), None, "from 1 May 2015"),
        (None, date(2016, 12, 31), "to 31 December 2016"),
        (None, None, ""),
    ],
)
def test_period_says_the_ends_that_it_has(first, last, words):
    assert formatting.period_words(first, last) == words


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ([("MI5", "source"), ("China", "target"), ("United Kingdom", "source")], "MI5 · United Kingdom → China"),
        ([("United Kingdom", "participant"), ("China", "participant")], "United Kingdom · China"),
        ([("China", "source")], "China"),
        ([("Huawei", "target")], "→ Huawei"),
        ([("A", "source"), ("B", "participant")], "A with B"),
        ([("A", "source"), ("C", "target"), ("D", "participant")], "A → C with D"),
        ([("C", "target"), ("D", "participant")], "→ C with D"),
        ([], ""),
    ],
)
def test_who_acted_on_whom(people, words):
    assert formatting.who_words(people) == words


def test_cast_keeps_the_order_and_whatever_stands_for_a_person():
    assert formatting.cast([(1, "target"), (2, "source"), (3, "target")]) == ((2,), (1, 3), ())


def test_quotation_is_cut_at_a_word():
    assert formatting.shorten("The pact covers trade, and more.", 24) == "The pact covers trade …"


@pytest.mark.parametrize("text", ["exactly ten", "x" * 11, ""])
def test_text_that_fits_is_left_alone(text):
    assert formatting.shorten(text, 11) == text


@pytest.mark.parametrize("text", ["中" * 50, " " * 50, "a " * 50, "word " + "x" * 50])
def test_shortened_text_never_exceeds_the_limit(text):
    assert len(formatting.shorten(text, 20)) <= 20


def test_run_without_spaces_is_cut_where_the_room_ends():
    assert formatting.shorten("中" * 50, 20) == "中" * 18 + " …"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no events"), (1, "1 event"), (2, "2 events"), (10_000, "10,000 events")]
)
def test_number_of_things(count, words):
    assert formatting.plural(count, "event") == words


def test_irregular_plural_is_given():
    assert formatting.plural(2, "country", "countries") == "2 countries"


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_listed(names, words):
    assert formatting.listed(names) == words
