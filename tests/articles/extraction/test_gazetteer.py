"""The gazetteer: known actors in a text, at word boundaries, with case and context."""

import json

import pytest

from articles.extraction.gazetteer import Gazetteer, load, lower
from articles.extraction.model import ActorEntry, Alias

from .telling import CAST


def found(text: str) -> list[tuple[str, str]]:
    return [(text[mention.start : mention.end], mention.name) for mention in CAST.find(text)]


def test_alias_is_found_with_its_place():
    (mention,) = CAST.find("Then Huawei left.")

    assert (mention.start, mention.end, mention.rule) == (5, 11, "actor.alias")


@pytest.mark.parametrize("text", ["UKIP won.", "the uk is small", "a_UK_b", "Huaweis"])
def test_part_of_a_word_or_the_wrong_case_is_nothing(text):
    assert found(text) == []


def test_longest_alias_wins():
    assert found("the Chinese embassy") == [("Chinese embassy", "Embassy of China, London")]


def test_typographic_apostrophe_is_a_plain_one():
    gazetteer = Gazetteer([ActorEntry("NPC", aliases=(Alias("People's Congress"),))])

    assert [mention.name for mention in gazetteer.find("the People’s Congress")] == ["NPC"]


def test_offsets_survive_letters_that_grow_in_lower_case():
    text = "İİ Huawei"

    assert found(text) == [("Huawei", "Huawei")]
    assert len(lower(text)) == len(text)


@pytest.mark.parametrize("text", ["In May it rained.", "May came."])
def test_ambiguous_alias_alone_is_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["Mrs May spoke.", "Theresa May came. May spoke."])
def test_ambiguous_alias_counts_with_a_title_or_the_full_name(text):
    assert ("May", "Theresa May") in found(text) or ("Theresa May", "Theresa May") in found(text)


def test_country_nearby_decides_between_two_bodies():
    assert ("Treasury", "HM Treasury") in found("In the UK the Treasury agreed.")
    assert ("Treasury", "United States Department of the Treasury") in found("In the US the Treasury agreed.")


def test_two_possible_bodies_are_no_answer():
    assert found("The Treasury agreed.") == []


def test_chinese_needs_no_spaces():
    gazetteer = Gazetteer([ActorEntry("China", aliases=(Alias("中国"),))])

    assert [mention.start for mention in gazetteer.find("去年中国说")] == [2]


def test_empty_gazetteer_finds_nothing():
    assert Gazetteer([]).find("China") == []


def test_gazetteer_is_loaded_from_json(tmp_path):
    path = tmp_path / "actors.json"
    path.write_text(json.dumps([{"name": "A Body", "kind": "ngo", "country": "GB", "aliases": [{"text": "Bodies"}]}]))

    assert [mention.name for mention in load(path).find("Two Bodies met A Body.")] == ["A Body", "A Body"]


def test_unusable_gazetteer_is_refused(tmp_path):
    path = tmp_path / "actors.json"
    path.write_text('[{"kind": "ngo"}]')

    with pytest.raises(ValueError, match="name"):
        load(path)
