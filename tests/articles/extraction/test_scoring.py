"""The scorer, on small invented cases whose figures are worked out by hand."""

import pytest

from articles.extraction import scoring


def event(start=0, end=10, kind="visit", date="2015", **more):
    return {"kind": kind, "date": date, "passages": [{"start": start, "end": end}], **more}


def figures(gold, predicted):
    return scoring.figures(scoring.score({"d": gold}, {"d": predicted}))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (5, 15), 0.5),
        ((0, 10), (6, 16), 0.0),
        ((0, 10), (0, 40), 1.0),
        ((0, 10), (0, 41), 0.0),
        ((0, 10), (20, 30), 0.0),
    ],
)
def test_overlap_needs_half_of_the_shorter_and_a_quarter_of_the_longer(one, other, share):
    assert scoring.overlap(event(*one), event(*other)) == share


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2015", "2015", True),
        ("2015", None, False),
        (None, None, True),
        ("2015-10", "2015-10~", True),
        ("2015-10", "2015-10-21", False),
        ("2015-10-01/2015-10-02", "2015-10-01", True),
        ("2015-10-01/2015-10-03", "2015-10-01", False),
        ("../2015", "2014", False),
        ("2015-33", "2015-02/2015-04", True),
        ("2015-10-20", "2015-10-21", False),
        ("nonsense", "2015", False),
    ],
)
def test_dates_overlap_if_they_meet_and_are_of_like_length(one, other, meet):
    assert scoring.dates_overlap(one, other) is meet
    assert scoring.dates_overlap(other, one) is meet


def test_pairs_are_one_to_one_with_the_greatest_sum():
    gold = [event(0, 10), event(0, 10, kind="talks")]
    predicted = [event(0, 10, kind="talks"), event(0, 10)]

    assert sorted(scoring.pair(gold, predicted)) == [(0, 1), (1, 0)]


def test_pairing_gives_up_a_better_pair_for_a_better_whole():
    gold = [event(0, 10), event(0, 39)]
    predicted = [event(0, 10), event(5, 10)]

    assert sorted(scoring.pair(gold, predicted)) == [(0, 1), (1, 0)]


def test_nothing_pairs_with_nothing():
    assert scoring.pair([], [event()]) == []
    assert scoring.pair([event(0, 5)], [event(50, 60)]) == []


def test_detection_counts_pairs():
    found = figures([event(0, 10), event(20, 30)], [event(0, 10), event(50, 60), event(70, 80)])

    assert found["detection_p"] == pytest.approx(1 / 3)
    assert found["detection_r"] == pytest.approx(1 / 2)
    assert found["detection_f1"] == pytest.approx(0.4)


def test_usable_needs_kind_and_date():
    gold = [event(0, 10), event(20, 30), event(40, 50)]
    predicted = [event(0, 10), event(20, 30, kind="talks"), event(40, 50, date="2016")]
    found = figures(gold, predicted)

    assert found["usable_f1"] == pytest.approx(1 / 3)
    assert (found["kind_accuracy"], found["date_overlap"]) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_actors_themes_and_the_rest_are_counted_on_pairs():
    gold = event(
        actors=[{"name": "China", "role": "source"}, {"name": "UK", "role": "target"}],
        themes=["trade", "energy"],
        date_basis="stated",
        salience="main",
    )
    predicted = event(
        actors=[{"name": "china", "role": "target"}], themes=["trade"], date_basis="relative", salience="main"
    )
    found = figures([gold], [predicted])

    assert found["actor_f1"] == pytest.approx(2 / 3)
    assert found["role_f1"] == 0
    assert found["theme_f1"] == pytest.approx(2 / 3)
    assert (found["basis_accuracy"], found["salience_accuracy"], found["main_recall"]) == (0, 1, 1)


def test_document_without_prediction_has_no_events():
    assert scoring.figures(scoring.score({"d": [event()]}, {}))["detection_r"] == 0


def test_empty_case_is_all_zero():
    assert set(figures([], []).values()) == {0}


def test_misses_name_each_fault():
    comparison = scoring.Comparison([event(0, 10), event(20, 30)], [event(0, 10, kind="talks"), event(50, 60)])

    faults = "\n".join(scoring.misses("d", comparison))

    assert "kind visit / talks" in faults
    assert "not found: visit" in faults
    assert "spurious: visit" in faults
