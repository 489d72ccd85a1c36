import pytest
from django.core.exceptions import ValidationError

from tests.makers import content, evidence, make_actor, make_text, make_theme
from timeline.desk.forms import EventForm, find_actor
from timeline.models import ActorAlias

pytestmark = pytest.mark.django_db
SENTENCE = "China denied the claims on 3 May 2016."


@pytest.fixture
def text():
    return make_text()


def posted(*evidence, **changes):
    """What the form of an event with these passages posts."""
    data = {
        "version": 1, "title": "China denies", "kind": "statement", "assertion": "happened", "salience": "main",
        "date": "3 May 2016", "date_basis": "stated", "actors-TOTAL_FORMS": 0, "actors-INITIAL_FORMS": 0,
        "passages-TOTAL_FORMS": len(evidence), "passages-INITIAL_FORMS": len(evidence),
    }  # fmt: skip
    for number, each in enumerate(evidence):
        data[f"passages-{number}-span"] = f"{each.text.pk}:{each.start}-{each.end}"
        data[f"passages-{number}-ORDER"] = number + 1
    return {**data, **changes}


def with_actors(*rows):
    data = {"actors-TOTAL_FORMS": len(rows)}
    for number, (name, role) in enumerate(rows):
        data |= {f"actors-{number}-name": name, f"actors-{number}-role": role}
    return data


def said(data, source=None):
    form = EventForm(data, source=source)
    assert form.is_valid(), (form.fields.errors, form.actors.errors, form.passages.errors, form.addition.errors)
    return form.content()


@pytest.mark.parametrize(
    ("typed", "known"),
    [("3 May 2016", "2016-05-03"), ("c. June 2025", "2025-06~"), ("autumn 2020", "2020-23"), ("2018/..", "2018/..")],
)
def test_a_typed_date_becomes_edtf(typed, known):
    assert said(posted(date=typed)).date == known


@pytest.mark.parametrize("typed", ["yesterday-ish", "31 February 2024", "0001", "99999-01-01", "2024-13"])
def test_an_unreadable_date_is_explained(typed):
    form = EventForm(posted(date=typed))
    assert not form.is_valid()
    assert "cannot be read as a date" in form.fields.errors["date"][0]


def test_a_blank_date_is_not_known():
    assert said(posted(date="")).date_basis == "unknown"


def test_a_date_needs_a_basis():
    form = EventForm(posted(date_basis="unknown"))
    assert not form.is_valid()
    assert "how the date is known" in form.fields.errors["date_basis"][0]


@pytest.mark.parametrize("changes", [{"title": ""}, {"title": "t" * 301}, {"title": "a\0b"}, {"kind": "party"},
                                     {"version": 10**30}, {"themes": ["x"]}])  # fmt: skip
def test_bad_values_stand_beside_their_field(changes):
    form = EventForm(posted(**changes))
    assert not form.is_valid()
    assert list(form.fields.errors) == list(changes)


@pytest.mark.parametrize(("number", "taken"), [(14, True), (15, False)])
def test_a_title_has_at_most_fourteen_words(number, taken):
    form = EventForm(posted(title="word \n" * number))
    assert form.is_valid() is taken
    assert taken or form.fields.errors["title"] == ["At most 14 words; these are 15."]


def test_actors_come_by_name_alias_and_case():
    china, ministry = make_actor("China"), make_actor("Ministry of State Security")
    ActorAlias.objects.create(actor=ministry, alias="MSS")
    rows = with_actors(("china ", "source"), ("mss", "target"), ("", "source"))
    assert said(posted(**rows)).actors == [(china, "source"), (ministry, "target")]


def test_an_unknown_actor_gets_the_nearest_names():
    make_actor("David Cameron")
    with pytest.raises(ValidationError, match="Did you mean “David Cameron”"):
        find_actor("David Camron")


def test_an_alias_of_two_asks_which():
    for name in ("Ministry of Commerce", "Ministry of Culture"):
        ActorAlias.objects.create(actor=make_actor(name), alias="the ministry")
    with pytest.raises(ValidationError, match="“Ministry of Commerce” or “Ministry of Culture”"):
        find_actor("The Ministry")


def test_an_actor_stands_in_once():
    make_actor("China")
    form = EventForm(posted(**with_actors(("China", "source"), ("China", "target"))))
    assert not form.is_valid()
    assert "stands in twice" in form.actors[1].errors["name"][0]


def test_passages_follow_their_places(text):
    first, second = evidence(text, SENTENCE), evidence(text, "The pact covers trade.")
    content = said(posted(first, second, **{"passages-0-ORDER": 2, "passages-1-ORDER": 1}))
    assert [each.start for each in content.passages] == [second.start, first.start]


def test_a_passage_can_be_taken_out(text):
    first, second = evidence(text, SENTENCE), evidence(text, "The pact covers trade.")
    content = said(posted(first, second, **{"passages-0-DELETE": "on"}))
    assert [each.start for each in content.passages] == [second.start]


@pytest.mark.parametrize("span", ["1:5-5", "1:9-5", "1:0-99999", "99:0-5", "x", "", "1:-1-5", f"{'9' * 30}:0-5"])
def test_a_span_outside_the_text_is_refused(text, span):
    data = posted(evidence(text, SENTENCE))
    data["passages-0-span"] = span.replace("1:", f"{text.pk}:", 1) if span.startswith("1:") else span
    assert not EventForm(data).is_valid()


def test_exact_words_add_a_passage(text):
    added = {"addition-document": text.document.pk, "addition-words": "The pact\ncovers trade."}
    (passage,) = said(posted(**added)).passages
    assert text.text[passage.start : passage.end] == "The pact covers trade."


@pytest.mark.parametrize(
    ("words", "message"), [("The treaty covers trade.", "do not stand"), ("The", "more than once")]
)
def test_words_that_point_to_no_one_place_are_explained(text, words, message):
    form = EventForm(posted(**{"addition-document": text.document.pk, "addition-words": words}))
    assert not form.is_valid()
    assert message in form.addition.errors["words"][0]


def test_words_need_a_document(text):
    form = EventForm(posted(**{"addition-words": SENTENCE}))
    assert not form.is_valid()
    assert "Choose the document" in form.addition.errors["document"][0]


def test_known_passages_keep_their_marks(text):
    start = text.text.index("denied")
    marks = ((start, start + 6, "trigger"),)
    source = content(passages=[evidence(text, SENTENCE, marks)])
    assert said(posted(*source.passages), source).passages[0].marks == marks


def test_a_new_passage_is_marked_by_its_actors_and_date(text):
    make_actor("China")
    content = said(posted(evidence(text, SENTENCE), **with_actors(("China", "source"))))
    marked = {(kind, text.text[start:end]) for start, end, kind in content.passages[0].marks}
    assert marked == {("actor", "China"), ("date", "3 May 2016")}


def test_the_form_says_again_what_it_was_given(text):
    source = content(text, themes=[make_theme()], actors=[(make_actor(), "source")], tone="policy", summary="More.")
    form = EventForm(source=source, version=4)
    shown = {name: form.fields[name].value() for name in ("title", "tone", "summary", "version")}
    assert shown == {"title": source.title, "tone": "policy", "summary": "More.", "version": 4}
    assert form.actors[0]["name"].value() == "China"
    assert form.passage_rows[0].quote == SENTENCE


@pytest.mark.parametrize(
    "damage", [{"actors-TOTAL_FORMS": ""}, {"passages-TOTAL_FORMS": "x"}, {"actors-TOTAL_FORMS": 10**9}]
)
def test_a_damaged_form_is_no_error_of_ours(damage):
    assert not EventForm(posted(**damage)).is_valid()
