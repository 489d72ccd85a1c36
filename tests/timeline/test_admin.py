"""The desk's pages of events: what they store, and that nothing else in the admin stores anything."""

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from tests.makers import evidence, make_actor, make_event, make_proposal, make_text, make_theme, make_user
from tests.timeline.posting import fields_of
from timeline import curation
from timeline.models import Actor, Citation, Event, Participation, Proposal, Revision
from timeline.snapshots import snapshot

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def curator():
    return make_user("ada", group="curator")


@pytest.fixture
def desk(client, curator):
    client.force_login(curator, backend=BACKEND)
    return client


def page_of(event, name="change", *more):
    return reverse(f"admin:timeline_event_{name}", args=[event.pk, *more])


# --- writing and editing ---------------------------------------------------------------------------


def test_saving_an_unchanged_form_changes_nothing_said(desk):
    event = make_event(actors=[(make_actor(), "source")], themes=[make_theme()])
    before = snapshot(event)
    desk.post(page_of(event), fields_of(desk.get(page_of(event)), save="save"))
    event.refresh_from_db()
    assert (event.version, snapshot(event)) == (2, before)


def test_an_edit_is_a_revision_with_who_and_why(desk, curator):
    event = make_event()
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


def test_a_published_event_keeps_a_passage(desk):
    event = make_event()
    data = fields_of(desk.get(page_of(event)), **{"passages-0-DELETE": "on"})
    page = desk.post(page_of(event), data).content.decode()
    assert "only with a passage" in page
    assert event.citations.count() == 1


def test_a_merged_event_says_why_it_cannot_be_edited(desk, curator):
    event, other = make_event(), make_event()
    curation.merge(event, version=1, into=other, into_version=1, by=curator)
    page = desk.post(page_of(event), fields_of(desk.get(page_of(event)))).content.decode()
    assert "Only a draft or published event can be edited" in page


def test_a_written_event_is_a_draft(desk):
    add = reverse("admin:timeline_event_add")
    desk.post(add, fields_of(desk.get(add), title="A meeting", kind="talks", save="save"))
    event = Event.objects.get()
    assert (event.title, event.status, event.tone) == ("A meeting", "draft", "cooperation")


def test_a_written_event_can_be_published_with_its_passage(desk, curator):
    text, add = make_text(), reverse("admin:timeline_event_add")
    added = {"addition-document": text.document.pk, "addition-words": "The pact covers trade."}
    desk.post(add, fields_of(desk.get(add), title="A pact", publish="publish", **added))
    event = Event.objects.public().get()
    assert (event.primary_passage.quote, event.reviewed_by) == ("The pact covers trade.", curator)


def test_hostile_words_are_escaped(desk):
    event = make_event(title="<script>alert(1)</script>")
    for name in ("change", "history"):
        page = desk.get(page_of(event, name)).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page


# --- decisions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("publish", "decision", "status"),
    [(False, "publish", "published"), (True, "retract", "retracted"), (True, "withhold", "withheld"),
     (True, "undo", "draft")],
)  # fmt: skip
def test_a_confirmed_decision_is_carried_out(desk, publish, decision, status):
    event = make_event(publish=publish)
    page = page_of(event, "decide", decision)
    desk.post(page, fields_of(desk.get(page), reason="Because"))
    event.refresh_from_db()
    assert (event.status, event.revisions.get(version=2).reason) == (status, "Because")


@pytest.mark.parametrize("decision", ["retract", "withhold"])
def test_taking_an_event_away_needs_a_reason(desk, decision):
    event = make_event()
    page = page_of(event, "decide", decision)
    desk.post(page, fields_of(desk.get(page), reason="  "))
    assert Event.objects.get().version == 1


def test_a_decision_that_cannot_be_is_explained(desk):
    event = make_event()
    page = page_of(event, "decide", "publish")
    assert "Only a draft or retracted event" in desk.post(page, fields_of(desk.get(page))).content.decode()


def test_merging_shows_both_and_then_redirects(desk):
    event, other = make_event(title="One record"), make_event(title="Another record")
    page = page_of(event, "decide", "merge")
    shown = desk.get(page, {"into": f"{other.pk}: {other.title}"})
    assert "One record" in shown.content.decode() and "Another record" in shown.content.decode()
    response = desk.post(page, fields_of(shown, reason="The same"))
    event.refresh_from_db()
    assert (event.status, event.merged_into) == ("merged", other)
    assert response.url == page_of(other)


@pytest.mark.parametrize("into", ["", "x", "0", "999999", "9" * 40, "\0"])
def test_merging_into_nothing_is_explained(desk, into):
    page = page_of(make_event(), "decide", "merge")
    response = desk.get(page, {"into": into})
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()


def test_an_event_cannot_be_merged_into_itself(desk):
    event = make_event()
    page = page_of(event, "decide", "merge")
    shown = desk.get(page, {"into": event.pk})
    assert "into itself" in desk.post(page, fields_of(shown)).content.decode()


def test_an_unknown_decision_is_no_page(desk):
    assert desk.get(page_of(make_event(), "decide", "delete")).status_code == 404


# --- lists and histories ---------------------------------------------------------------------------


def test_the_list_says_the_date_in_words_and_counts_sources(desk):
    text = make_text()
    passages = [evidence(text, "The pact covers trade."), evidence(text, "Ministers")]
    make_event(text, date="2025-06~", passages=passages)
    page = desk.get(reverse("admin:timeline_event_changelist")).content.decode()
    assert '<td class="field-when">c. June 2025</td>' in page
    assert '<td class="field-sources">1</td>' in page


def test_the_list_is_searched_by_the_words_of_passages(desk):
    text = make_text()
    make_event(text, title="Found")
    make_event(text, title="Left out", words="The pact covers trade.")
    page = desk.get(reverse("admin:timeline_event_changelist"), {"q": "denied the claims"}).content.decode()
    assert "Found" in page and "Left out" not in page


def test_the_history_tells_who_changed_what(desk, curator):
    event = make_event()
    data = fields_of(desk.get(page_of(event)), title="China rejects the claims", date="2016-05", reason="Clearer")
    desk.post(page_of(event), data)
    page = desk.get(page_of(event, "history")).content.decode()
    assert "<del>China denies the claims</del>" in page and "<ins>China rejects the claims</ins>" in page
    assert "<ins>May 2016 (2016-05)</ins>" in page
    assert "ada" in page and "“Clearer”" in page


def test_a_decision_in_the_list_leads_to_the_history_of_its_event(desk):
    event = make_event()
    revision = event.revisions.get()
    page = reverse("admin:timeline_revision_change", args=[revision.pk])
    assert page in desk.get(reverse("admin:timeline_revision_changelist")).content.decode()
    assert desk.get(page).url == page_of(event, "history")


def test_an_actor_is_suggested_by_alias(desk):
    actor = make_actor("Ministry of State Security")
    actor.aliases.create(alias="MSS")
    answer = desk.get(reverse("admin:timeline_event_suggest_actors"), {"term": "ms"}).json()
    assert answer == {"choices": [{"value": "Ministry of State Security", "label": "MSS"}]}


def test_an_event_is_suggested_by_words_and_number(desk):
    event = make_event(title="A pact on trade")
    for term in ("trade", str(event.pk)):
        answer = desk.get(reverse("admin:timeline_event_suggest_events"), {"term": term}).json()
        assert [choice["value"] for choice in answer["choices"]] == [f"{event.pk}: A pact on trade"]


@pytest.mark.parametrize(
    ("typed", "date"), [("18 Nov 2025", "2025-11-18"), ("soon", ""), ("", ""), ("long " * 900, "")]
)
def test_a_date_is_read_while_typing(desk, typed, date):
    assert desk.get(reverse("admin:timeline_event_read_date"), {"term": typed}).json()["date"] == date


# --- nothing changes but through curation ----------------------------------------------------------


@pytest.mark.parametrize("model", [Event, Proposal, Revision])
def test_no_route_of_the_admin_stores_past_curation(client, model, monkeypatch):
    """Every function of curation refuses here, so whatever a post changed would have gone another way."""
    client.force_login(make_user(group="administrator", is_superuser=True), backend=BACKEND)
    make_event(make_text(), actors=[(make_actor(), "source")])
    make_proposal()
    tables = (Event, Participation, Citation, Event.themes.through, Proposal, Revision)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    monkeypatch.setattr(curation, "_store", _refuse)
    monkeypatch.setattr(curation, "_claim", _refuse)
    statuses = [client.post(address, data).status_code for address in _addresses(model) for data in _POSTS]
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before
    assert len(statuses) >= 3 * len(_POSTS)
    assert 500 not in statuses


def _refuse(*args, **kwargs):
    raise curation.CurationError("Not now.")


_FULL = {
    "version": 1, "title": "Overwritten", "kind": "statement", "tone": "", "assertion": "happened", "salience": "main",
    "date": "2020", "date_basis": "stated", "actors-TOTAL_FORMS": 0, "actors-INITIAL_FORMS": 0, "reason": "x",
    "passages-TOTAL_FORMS": 0, "passages-INITIAL_FORMS": 0, "status": "published", "post": "yes", "proposal": 1,
    "proposal_version": 1, "event_version": 1, "decision": "accept", "rejected_for": "Other", "rejected_because": "x",
    "into": 1, "into_version": 1, "form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": 1, "form-0-title": "x",
}  # fmt: skip
_POSTS = (
    {},
    _FULL,
    {**_FULL, "publish": "publish"},
    {"action": "delete_selected", "_selected_action": ["1"], "post": "yes"},
    {**_FULL, "decision": "reject"},
)


def _addresses(model):
    """Every address of the model's admin, for the first row and with each decision."""
    pk = model.objects.first().pk
    for pattern in admin.site.get_model_admin(model).get_urls():
        if pattern.name is None:
            continue
        for arguments in ([], [pk], *([pk, decision] for decision in ("publish", "retract", "merge", "undo"))):
            try:
                yield reverse(f"admin:{pattern.name}", args=arguments)
            except NoReverseMatch:
                continue


def test_the_admin_deletes_no_actor_or_theme(client):
    client.force_login(make_user(group="administrator", is_superuser=True), backend=BACKEND)
    actor, theme = make_actor(), make_theme()
    for kind, row in (("actor", actor), ("theme", theme)):
        address = reverse(f"admin:timeline_{kind}_delete", args=[row.pk])
        assert client.post(address, {"post": "yes"}).status_code == 403
    client.post(
        reverse("admin:timeline_actor_changelist"),
        {"action": "delete_selected", "_selected_action": [actor.pk], "post": "yes"},
    )
    assert Actor.objects.filter(pk=actor.pk).exists()


@pytest.mark.parametrize(("kind", "make"), [("actor", make_actor), ("theme", make_theme)])
def test_a_slug_is_chosen_once(client, kind, make):
    client.force_login(make_user(group="editor"), backend=BACKEND)
    row = make(slug="lasting")
    page = reverse(f"admin:timeline_{kind}_change", args=[row.pk])
    assert 'name="slug"' in client.get(reverse(f"admin:timeline_{kind}_add")).content.decode()
    client.post(page, fields_of(client.get(page), holding="name", name="Renamed", slug="another"))
    row.refresh_from_db()
    assert (row.name, row.slug) == ("Renamed", "lasting")


def test_no_button_of_history_reverts_an_actor(client):
    client.force_login(make_user(group="administrator"), backend=BACKEND)
    actor = make_actor(description="before")
    old = actor.history.get()
    actor.description = "after"
    actor.save()
    address = reverse("admin:timeline_actor_simple_history", args=[actor.pk, old.pk])
    assert client.get(address).status_code == 200
    form = {"name": "China", "slug": actor.slug, "kind": "state", "description": "before", "_save": "Revert"}
    assert client.post(address, form).status_code == 403
    actor.refresh_from_db()
    assert actor.description == "after"


def test_what_editors_type_of_an_actor_is_cleaned(client):
    client.force_login(make_user(group="editor"), backend=BACKEND)
    aliases = {f"aliases-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
    form = {"name": "A\u202eB", "slug": "a-b", "kind": "person", **aliases}
    client.post(reverse("admin:timeline_actor_add"), form)
    assert Actor.objects.get(slug="a-b").name == "AB"
