import pytest

from tests.makers import content, evidence, make_actor, make_event, make_text, make_theme, make_user
from timeline import curation
from timeline.desk.wording import compare, content_now, date_in_words, history, said, since

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("date", "words"), [("2025-06~", "c. June 2025 (2025-06~)"), ("2016", "2016"), ("", "not known")]
)
def test_a_date_is_said_with_its_edtf_unless_that_is_the_same(date, words):
    assert date_in_words(date) == words


def test_an_event_says_again_what_was_written():
    text = make_text()
    written = content(text, actors=[(make_actor(), "source")], themes=[make_theme()], tone="policy")
    event = curation.write(written, by=make_user(), reason="It is about policy.")
    assert said(content_now(event)) == said(written)


def test_a_comparison_marks_what_differs_from_what_stands_now():
    text = make_text()
    mine, now = content(text, title="Mine", kind="warning"), content(text, title="Theirs", kind="warning")
    assert [row.label for row in compare(None, mine, now) if row.differs] == ["Title"]


def test_against_nothing_everything_said_differs():
    rows = compare(None, content(), None)
    assert {row.label for row in rows if not row.differs} == {"Summary", "Attributed to", "Themes", "Actors"}


def test_the_history_puts_changes_of_lists_into_words():
    text, by = make_text(), make_user("ada")
    event = make_event(text, by=by)
    passages = [evidence(text, "The pact covers trade.")]
    curation.edit(event, content(passages=passages, actors=[(make_actor(), "target")]), version=1, by=by)
    revision, changes = history(event)[0]
    assert (revision.version, {change.label for change in changes}) == (2, {"Actors", "Passages"})
    assert next(change.new for change in changes if change.label == "Actors") == ["China: it is done to"]


def test_a_merge_tells_into_what():
    by, event, other = make_user(), make_event(), make_event(title="The other record")
    curation.merge(event, version=1, into=other, into_version=1, by=by)
    _, changes = history(event)[0]
    assert {change.label: change.new for change in changes}["Merged into"] == ["The other record"]


def test_what_changed_since_a_version_leaves_out_what_was_before():
    text, by = make_text(), make_user()
    event = make_event(text, by=by)
    for version, title in enumerate(["First", "Second", "Third"], 1):
        curation.edit(event, content(text, title=title), version=version, by=by)
    (change,) = since(event, 2)
    assert (change.old, change.new) == (["First"], ["Third"])
    assert since(event, 4) == since(event, 99) == []


def test_a_long_history_takes_few_queries(django_assert_max_num_queries):
    text, by = make_text(), make_user()
    event = make_event(text, by=by)
    for version in range(1, 8):
        curation.edit(event, content(text, title=f"Title {version}"), version=version, by=by)
    with django_assert_max_num_queries(7):
        history(event)
