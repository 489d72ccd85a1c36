"""What readers find by words, on every engine the same; and that no query can break it."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import evidence, make_event, make_text, make_user
from timeline import curation, search
from timeline.models import Event, SearchEntry

TEXT = (
    "Ministers of both countries signed a steel pact in London on 3 May 2016. The café owner paid £170,000.\n\n"
    "中国 and the U.K. agreed on 5G equipment; China’s envoy left.\n"
)


def found(query: str) -> list[str]:
    return sorted(search.matching(Event.objects.public(), query).values_list("title", flat=True))


@pytest.fixture
def pact(db):
    text = make_text(TEXT)
    passages = [
        evidence(text, "Ministers of both countries signed a steel pact in London on 3 May 2016."),
        evidence(text, "The café owner paid £170,000."),
        evidence(text, "中国 and the U.K. agreed on 5G equipment; China’s envoy left."),
    ]
    return make_event(title="Steel pact signed", summary="A summary of tariffs", passages=passages)


@pytest.mark.parametrize(
    "query",
    ["pact", "PACT", "pacts", "signing", "minister country", "tariff", "cafe", "Café", "“steel pact”",
     '"pact in London"', "170,000", "5G", "uk", "U.K.", "China's", "中国", '"中国 and"', '"steel', "steel*",
     "steel -- ;"],
)  # fmt: skip
def test_event_is_found(pact, query):
    assert found(query) == ["Steel pact signed"]


@pytest.mark.parametrize(
    "query",
    ["treaty", "pact treaty", '"pact steel"', "国中", "170,001", "G5", "ste", "NEAR(steel", "NEAR(steel, pact)",
     "steel OR treaty", "steel NOT pact", "words:steel", '"2016 the café"'],
)  # fmt: skip
def test_event_is_not_found(pact, query):
    assert found(query) == []


def test_phrase_does_not_reach_from_one_passage_into_the_next(pact):
    assert found('"may 2016"') and found('"owner paid"')
    assert not found('"2016 the"')


def test_words_outside_the_passages_are_not_searched(db):
    text = make_text("A hidden neighbour stands here. China denied the claims.")
    make_event(title="Denial", passages=[evidence(text, "China denied the claims.")])
    assert found("claims") == ["Denial"]
    assert found("neighbour") == []


@pytest.mark.parametrize("query", ["", " ", '"', '""', "*", "()", "\x00", "\ud800", "’s", "-", "🙂"])
def test_query_without_a_word_finds_nothing(pact, query):
    assert found(query) == []


@pytest.mark.parametrize(
    "query",
    ["x" * 10_000, "中" * 10_000, "(" * 10_000, '" ' * 5_000, "a b " * 2_500, "%' OR 1=1 --", "pact\x00", "_" * 99],
)
def test_absurd_query_is_answered(pact, query):
    assert set(found(query)) <= {"Steel pact signed"}


@given(st.text(max_size=60))
def test_words_are_plain_whatever_the_text(text):
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in search.words_of(text))


def test_terms_are_words_and_phrases_each_once():
    assert search.terms_of('Pact “steel pacts” pact UK–China "') == [("pact",), ("steel", "pact"), ("uk", "china")]


def test_entry_comes_and_goes_with_publication(db):
    curator = make_user()
    draft = make_event(title="Steel pact", publish=False)
    assert found("steel") == []
    event = curation.publish(draft, version=1, by=curator)
    assert found("steel") == ["Steel pact"]
    curation.retract(event, version=2, by=curator, reason="Wrong.")
    assert found("steel") == []
    assert not SearchEntry.objects.exists()


def test_entry_follows_an_edit(pact):
    curator = make_user()
    passages = [evidence(make_text("China denied the claims."), "China denied the claims.")]
    content = curation.Content(title="Changed", kind="statement", passages=passages)
    curation.edit(pact, content, version=pact.version, by=curator)
    assert found("steel") == []
    assert found("denied") == ["Changed"]


def test_rebuild_writes_the_entries_of_public_events_alone(pact):
    make_event(title="Draft", publish=False)
    before = list(SearchEntry.objects.values())
    SearchEntry.objects.update(words="stale")
    assert found("stale") and search.rebuild() == 1
    assert list(SearchEntry.objects.values()) == before
    assert found("pact") and not found("stale")


def test_install_again_keeps_the_index(pact):
    connection.check_constraints()  # PostgreSQL builds no index while deferred checks wait
    search.install(connection.alias)
    assert found("pact") == ["Steel pact signed"]
