"""In a passage that a person chose, the words that name its actors and its date are marked, and no others."""

import pytest

from tests.makers import make_actor
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
