"""What the admin lists, and that nothing in it stores anything past curation."""

from collections import Counter

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from tests.makers import evidence, make_actor, make_event, make_proposal, make_text, make_theme, make_user
from tests.timeline.posting import fields_of
from timeline import curation
from timeline.desk import rereading
from timeline.models import Actor, Citation, Event, Participation, Proposal, Revision

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


# --- lists ---------------------------------------------------------------------------------------


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


def test_a_decision_in_the_list_leads_to_the_history_of_its_event(desk):
    event = make_event()
    revision = event.revisions.get()
    page = reverse("admin:timeline_revision_change", args=[revision.pk])
    assert page in desk.get(reverse("admin:timeline_revision_changelist")).content.decode()
    assert desk.get(page).url == page_of(event, "history")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("timeline/actor/add/", ["Short name in the address", "Aliases"]),
        ("articles/document/add/", ["How its date is known"]),
        ("timeline/revision/", ["History of events"]),
        ("timeline/event/add/", ["Main or background"]),
    ],
)
def test_the_desk_speaks_plainly(client, address, words):
    client.force_login(make_user(group="editor"), backend=BACKEND)
    page = client.get(f"/admin/{address}").content.decode()
    assert [word for word in words if word not in page] == []
    assert not [word for word in ("Slug:", "Actor alias", "Published basis", "Salience") if word in page]


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
    # Reading a document anew stores what the machine says, which decides nothing.
    monkeypatch.setattr(rereading, "propose", lambda *read: Counter())
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
