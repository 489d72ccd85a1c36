"""In a passage that a person chose, the words that name its actors and its date are marked, and no others."""

from dataclasses import replace

import pytest

from tests.makers import content, make_actor, make_text
from timeline import marking
from timeline.content import Evidence
from timeline.marking import gazetteer, marks_of
from timeline.models import ActorAlias

pytestmark = pytest.mark.django_db

TEXT = "Earlier. Beijing denied the claims on 3 May 2016, said London. Later."
START, END = TEXT.index("Beijing"), TEXT.index(" Later")


@pytest.fixture
def known():
    ActorAlias.objects.create(actor=make_actor("China", country="CN"), alias="Beijing")
    ActorAlias.objects.create(actor=make_actor("United Kingdom", country="GB"), alias="London")
    return gazetteer()


def marked(known, *, actors=("China",), date="2016-05-03"):
    marks = marks_of(TEXT, START, END, known=known, actors=actors, date=date, published="2016-05-04")
    return [(TEXT[start:end], kind) for start, end, kind in marks]


def test_words_of_actor_and_date_are_marked(known):
    assert marked(known) == [("Beijing", "actor"), ("3 May 2016", "date")]


def test_actor_that_takes_no_part_is_not_marked(known):
    assert ("London", "actor") not in marked(known)


def test_date_of_something_else_is_not_marked(known):
    assert marked(known, date="2015") == [("Beijing", "actor")]


def test_undated_event_has_no_date_marked(known):
    assert marked(known, date="") == [("Beijing", "actor")]


def test_nothing_found_nothing_marked(known):
    assert marks_of(TEXT, 0, 8, known=known, actors=["China"], date="2016", published=None) == []


# --- marks after corrections -------------------------------------------------------------------------


@pytest.fixture
def proposed(known):
    """What the machine marked: the act, "Beijing" for China, "3 May 2016" for the day."""
    text = make_text(TEXT)
    words = TEXT[START:END]
    begin = {quote: TEXT.index(quote) for quote in ("denied", "Beijing", "3 May 2016")}
    kinds = {"denied": "trigger", "Beijing": "actor", "3 May 2016": "date"}
    marks = tuple((at, at + len(quote), kinds[quote]) for quote, at in begin.items())
    evidence = Evidence(text, START, END, marks)
    return content(passages=[evidence], title=words, actors=[(make_actor("China"), "source")])


def marked_after(known, proposed, **corrections):
    corrected = replace(proposed, **corrections)
    [evidence] = marking.marked(corrected, proposed, known=known)
    return {(TEXT[start:end], kind) for start, end, kind in evidence.marks}


def test_marks_stay_where_nothing_was_corrected(known, proposed):
    kept = {("denied", "trigger"), ("Beijing", "actor"), ("3 May 2016", "date")}
    assert marked_after(known, proposed) == marked_after(known, proposed, title="Other words") == kept


def test_words_of_an_actor_taken_out_lose_their_mark(known, proposed):
    marks = marked_after(known, proposed, actors=[(make_actor("United Kingdom"), "source")])
    assert marks == {("denied", "trigger"), ("London", "actor"), ("3 May 2016", "date")}


def test_words_of_a_date_put_right_lose_their_mark(known, proposed):
    assert marked_after(known, proposed, date="2015") == {("denied", "trigger"), ("Beijing", "actor")}


def test_added_actor_is_marked_beside_the_others(known, proposed):
    both = [(make_actor("China"), "source"), (make_actor("United Kingdom"), "target")]
    assert {("Beijing", "actor"), ("London", "actor")} <= marked_after(known, proposed, actors=both)
