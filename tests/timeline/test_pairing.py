"""Pairs are one to one, the likeliest first, and the same every time."""

import pytest

from timeline.pairing import overlap, pair


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (5, 15), 0.5),
        ((0, 10), (6, 16), 0.0),  # less than half of the shorter
        ((0, 10), (0, 40), 1.0),
        ((0, 10), (0, 41), 0.0),  # less than a quarter of the longer
        ((0, 10), (10, 20), 0.0),
    ],
)
def test_overlap_on_both_sides_of_its_bounds(one, other, share):
    assert overlap([one], [other]) == overlap([other], [one]) == share


def test_best_of_several_passages_counts():
    assert overlap([(0, 10), (50, 60)], [(52, 60)]) == 1.0


def test_likeliest_pair_comes_first():
    likeness = {("a", "x"): (1,), ("a", "y"): (2,), ("b", "y"): (3,)}
    assert pair("ab", "xy", lambda one, other: likeness.get((one, other))) == [("b", "y"), ("a", "x")]


def test_nothing_is_paired_twice():
    assert pair("ab", "x", lambda one, other: (1,)) == [("a", "x")]


def test_equal_likeness_falls_to_the_earlier():
    assert pair("ab", "xy", lambda one, other: (1,)) == [("a", "x"), ("b", "y")]
