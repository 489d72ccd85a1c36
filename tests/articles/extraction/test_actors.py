"""Actors that only the text tells: seats, surnames, offices, unknown people."""

import pytest

from articles.extraction import actors, sentences
from articles.extraction.folding import fold

from .telling import CAST, named


def mention(text: str, words: str):
    folded = fold(text)
    found = actors.find(folded, sentences.split(folded), CAST, "2025-06-15")
    return next(one for one in found if text[one.start : one.end] == words)


def test_demonym_means_the_state():
    assert ("Chinese", "China") in named("Chinese officials agreed.")


@pytest.mark.parametrize("text", ["Beijing denied it.", "London and Beijing agreed."])
def test_capital_that_acts_is_its_state(text):
    assert mention(text, "Beijing").rule == "actor.seat"


@pytest.mark.parametrize("text", ["They met in Beijing.", "He flew to Beijing.", "She visited Beijing."])
def test_capital_where_things_happen_is_a_place(text):
    assert mention(text, "Beijing").rule == "actor.place"


def test_surname_means_the_person_named_before():
    assert named("David Lammy spoke. Lammy left.")[1] == ("Lammy", "David Lammy")


def test_surname_before_the_full_name_means_nobody():
    assert named("Lammy left. Then David Lammy spoke.") == [("David Lammy", "David Lammy")]


def test_chinese_surname_comes_first():
    assert ("Wang", "Wang Yi") in named("Wang Yi came. Wang spoke.")


def test_sir_with_the_first_name_is_the_person():
    assert ("Sir Keir", "Keir Starmer") in named("Keir Starmer came. Sir Keir spoke.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign ministry spokesperson Jia Mei denied it.", "Jia Mei"),
        ("The US ambassador to China, Ann Other, agreed.", "Ann Other"),
        ("Tom Sample, a vice-chairman at a regulator, said so.", "Tom Sample"),
    ],
)
def test_unknown_person_in_office_is_found_by_shape(text, name):
    found = mention(text, name)

    assert found.office and not found.known


@pytest.mark.parametrize(
    "text",
    ["Ann Other, a professor at a school, said so.", "Former minister Ann Other said so."],
)
def test_person_out_of_office_is_marked_so(text):
    assert not mention(text, "Ann Other").office


def test_state_stands_behind_the_office_holder():
    assert mention("David Lammy spoke.", "David Lammy").behind == ("United Kingdom",)
    assert mention("Huawei spoke.", "Huawei").behind == ()


def test_shadow_minister_speaks_for_no_state():
    assert mention("Shadow minister David Lammy spoke.", "David Lammy").behind == ()


def test_unnamed_office_is_the_state_alone():
    assert ("the foreign secretary", "United Kingdom") in named("In the UK the foreign secretary spoke.")


def test_unnamed_office_is_its_holder_once_named():
    text = "Keir Starmer flew to China. The prime minister spoke."

    assert ("The prime minister", "Keir Starmer") in named(text)
    assert ("The prime minister", "United Kingdom") in named(text, "2017-06-15")


def test_embassy_is_the_one_named_before():
    assert named("The Chinese embassy spoke. The embassy left.")[-1] == ("The embassy", "Embassy of China, London")


def test_both_sides_are_home_and_china():
    found = mention("The UK met China. Both sides agreed.", "Both sides")

    assert (found.name, found.behind) == ("United Kingdom", ("China",))
