import pytest

from tests.makers import content, make_actor, make_event, make_text
from timeline.desk.likely import likely

pytestmark = pytest.mark.django_db
OTHER = "Ministers met again. The embassy said that China denied all claims.\n"


def found(content):
    return [each.event for each in likely(content)]


def another(**fields):
    """The same occurrence as another document tells it."""
    words = OTHER.strip()
    return content(make_text(OTHER), words=words, **fields)


def test_overlapping_passages_are_enough():
    text = make_text()
    event = make_event(text, kind="warning", date="1999", title="Something else entirely")
    assert found(content(text, words="China denied the claims")) == [event]


def test_kind_actors_date_and_title_together_are_enough():
    china = make_actor()
    event = make_event(actors=[(china, "source")])
    (one,) = likely(another(actors=[(china, "source")], date="2016-05-05"))
    assert one.event == event
    assert one.common == ["the dates meet", "same kind", "same actors", "like titles"]


@pytest.mark.parametrize("date", ["2016-05-07", "2016-04-28", "2017", ""])
def test_another_date_is_another_event(date):
    make_event(date="2016-05-03")
    assert found(another(date=date, title="China denies the claims")) == []


@pytest.mark.parametrize("date", ["2016-05-06", "2016-04-30", "2016-05", "2016-05-03~"])
def test_reports_may_differ_by_a_few_days(date):
    event = make_event(date="2016-05-03")
    assert found(another(date=date, title="China denies the claims")) == [event]


def test_the_date_alone_is_not_enough():
    make_event(kind="warning", title="A wholly different thing")
    assert found(another(title="China denies the claims")) == []


def test_what_was_taken_back_is_not_suggested():
    from timeline import curation

    event = make_event()
    curation.retract(event, version=1, by=event.reviewed_by, reason="Wrong")
    assert found(content(event.primary_passage.text)) == []


def test_three_at_most_the_likeliest_first():
    text = make_text()
    rest = [make_event(text, title="Something else", kind="warning") for _ in range(3)]
    best = make_event(text)
    assert found(content(text)) == [best, *rest[:2]]
