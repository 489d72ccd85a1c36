"""The desk's pages of events: what they store, what they refuse, and what they tell of it."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.makers import make_actor, make_event, make_text, make_theme, make_user
from tests.timeline.posting import fields_of
from timeline import curation
from timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return make_user("ada", group="curator")


@pytest.fixture
def desk(client, curator):
    client.force_login(curator, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page_of(event, name="change", *more):
    return reverse(f"admin:timeline_event_{name}", args=[event.pk, *more])


@pytest.fixture
def event():
    """A public event with all that one needs."""
    return make_event(actors=[(make_actor(), "source")], themes=[make_theme()], summary="One line.\nAnother line.")


def test_saving_an_unchanged_form_stores_nothing(desk, event):
    data = fields_of(desk.get(page_of(event)), save="save", reason="None")
    response = desk.post(page_of(event), data, follow=True)
    assert "Nothing was changed." in response.content.decode()
    assert Event.objects.get().version == 1


@pytest.mark.parametrize(
    "changes", [{"summary": "One line."}, {"date": "c. 3 May 2016"}, {"salience": "background"}, {"actors-0-name": ""},
                {"actors-0-role": "target"}]
)  # fmt: skip
def test_any_change_is_a_new_version(desk, event, changes):
    desk.post(page_of(event), fields_of(desk.get(page_of(event)), **changes))
    assert Event.objects.get().version == 2


def test_the_same_words_at_another_place_are_a_change(desk):
    text = make_text("They met in London.\n\nThey met in London.\n")
    event = make_event(text, words="They met in London.", themes=[make_theme()])
    data = fields_of(desk.get(page_of(event)), **{"passages-0-span": f"{text.pk}:21-40"})
    desk.post(page_of(event), data)
    assert Event.objects.get().primary_passage.start == 21


def test_an_edit_is_a_revision_with_who_and_why(desk, curator, event):
    data = fields_of(desk.get(page_of(event)), title="China rejects the claims", reason="Closer to the source")
    response = desk.post(page_of(event), data, follow=True)
    event.refresh_from_db()
    last = event.revisions.get(version=2)
    assert event.title == "China rejects the claims"
    assert (last.by, last.action, last.reason) == (curator, "edit", "Closer to the source")
    assert "now version 2" in response.content.decode()


def test_an_error_keeps_what_was_typed(desk):
    event = make_event()
    data = fields_of(desk.get(page_of(event)), title="Something else", date="yesterday-ish")
    page = desk.post(page_of(event), data).content.decode()
    assert ">\nSomething else</textarea>" in page
    assert 'value="yesterday-ish"' in page
    assert Event.objects.get().version == 1


def test_enter_reads_the_date_and_stores_nothing(desk):
    event = make_event()
    data = fields_of(desk.get(page_of(event)), date="c. June 2025", check="check")
    page = desk.post(page_of(event), data).content.decode()
    assert "c. June 2025 (2025-06~)" in page
    assert Event.objects.get().version == 1


def test_a_published_event_keeps_a_passage(desk, event):
    data = fields_of(desk.get(page_of(event)), **{"passages-0-DELETE": "on"})
    page = desk.post(page_of(event), data).content.decode()
    assert "only with a passage" in page
    assert event.citations.count() == 1


def test_a_merged_event_says_why_it_cannot_be_edited(desk, curator):
    event, other = make_event(), make_event()
    curation.merge(event, version=1, into=other, into_version=1, by=curator)
    page = desk.post(page_of(event), fields_of(desk.get(page_of(event)), title="Mine")).content.decode()
    assert "Only a draft or published event can be edited" in page


def test_a_written_event_is_a_draft(desk):
    add = reverse("admin:timeline_event_add")
    desk.post(add, fields_of(desk.get(add), title="A meeting", kind="talks", save="save"))
    event = Event.objects.get()
    assert (event.title, event.status, event.tone) == ("A meeting", "draft", "cooperation")


def test_a_new_event_is_of_no_kind_and_date_until_one_is_chosen(desk):
    add = reverse("admin:timeline_event_add")
    blank = fields_of(desk.get(add), title="A meeting", save="save")
    assert [blank[name] for name in ("kind", "assertion", "date_basis")] == [[""], ["happened"], ["unknown"]]
    assert "kind" in desk.post(add, blank).context["form"].fields.errors
    assert not Event.objects.exists()


def test_a_written_event_can_be_published_with_its_passage(desk, curator):
    text, add = make_text(), reverse("admin:timeline_event_add")
    added = {"addition-document": text.document.pk, "addition-words": "The pact covers trade."}
    desk.post(
        add,
        fields_of(
            desk.get(add), title="A pact", kind="agreement", publish="publish", themes=[make_theme().pk], **added
        ),
    )
    event = Event.objects.public().get()
    assert (event.primary_passage.quote, event.reviewed_by) == ("The pact covers trade.", curator)


def test_the_history_tells_who_changed_what(desk, curator, event):
    data = fields_of(desk.get(page_of(event)), title="China rejects the claims", date="2016-05", reason="Clearer")
    desk.post(page_of(event), data)
    page = desk.get(page_of(event, "history")).content.decode()
    assert "<del>China denies the claims</del>" in page and "<ins>China rejects the claims</ins>" in page
    assert "<ins>May 2016 (2016-05)</ins>" in page
    assert "ada" in page and "“Clearer”" in page


def test_hostile_words_are_escaped(desk):
    event = make_event(title="<script>alert(1)</script>")
    for name in ("change", "history"):
        page = desk.get(page_of(event, name)).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page


# --- what a public event needs ---------------------------------------------------------------------


@pytest.mark.parametrize(("number", "stored"), [(0, False), (1, True), (3, True), (4, False)])
def test_a_public_event_has_one_to_three_themes(desk, event, number, stored):
    themes = [make_theme(f"theme-{each}").pk for each in range(number)]
    page = desk.post(page_of(event), fields_of(desk.get(page_of(event)), themes=themes))
    assert (Event.objects.get().version == 2) is stored
    assert stored or "one to three themes" in page.content.decode()


@pytest.mark.parametrize(("button", "number"), [("save", 1), ("publish", 0)])
def test_a_draft_may_wait_for_its_themes(desk, button, number):
    text, add = make_text(), reverse("admin:timeline_event_add")
    added = {"addition-document": text.document.pk, "addition-words": "The pact covers trade."}
    desk.post(add, fields_of(desk.get(add), title="A pact", kind="agreement", **{button: button}, **added))
    assert Event.objects.count() == number


def test_a_public_event_is_changed_only_by_those_who_may_decide(desk, event):
    group = Group.objects.get(name="curator")
    group.permissions.remove(*group.permissions.filter(codename="decide"))
    draft = make_event(publish=False)
    shown = desk.get(page_of(event))
    assert 'name="save"' not in shown.content.decode()
    assert desk.post(page_of(event), fields_of(shown, title="Mine")).status_code == 403
    desk.post(page_of(draft), fields_of(desk.get(page_of(draft)), title="Mine"))
    assert list(Event.objects.order_by("pk").values_list("title", flat=True)) == ["China denies the claims", "Mine"]
