"""Who may do what at the desk: every route and method, for visitors and for each group."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, reverse

from tests.makers import make_event, make_proposal, make_user
from tests.timeline.posting import fields_of
from timeline.models import Event, Proposal, Revision

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
OPEN_TO_ALL_STAFF = {"index", "login", "logout", "password_change", "password_change_done", "jsi18n"}


def sign_in(client, group=None, **fields):
    user = make_user(group=group, **fields)
    user.is_staff = True
    user.save()
    client.force_login(user, backend=BACKEND)
    return user


def routes():
    """Every address of the admin that can be built for rows with the key 1, but those open to all staff."""
    for pattern in _patterns(admin.site.get_urls()):
        for arguments in ([], [1], [1, 1], [1, "publish"]):
            try:
                yield reverse(f"admin:{pattern.name}", args=arguments)
                break
            except NoReverseMatch:
                continue


def _patterns(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _patterns(pattern.url_patterns)
        elif pattern.name and pattern.name not in OPEN_TO_ALL_STAFF:
            yield pattern


@pytest.mark.parametrize("method", ["get", "post"])
def test_visitors_are_sent_to_sign_in(client, method):
    make_event(), make_proposal()
    sent = {address: getattr(client, method)(address) for address in routes()}
    wrong = [address for address, response in sent.items() if not response.headers.get("Location", "").startswith(
        reverse("admin:login"))]  # fmt: skip
    assert len(sent) > 40
    assert wrong == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_staff_without_rights_get_nowhere(client, method):
    make_event(), make_proposal()
    sign_in(client)
    answers = {address: getattr(client, method)(address).status_code for address in routes()}
    # A row that is not there redirects, a method that is not taken is 405, an address without a page is 404.
    let_in = {address: status for address, status in answers.items() if status not in (302, 403, 404, 405)}
    assert let_in == {}
    assert list(answers.values()).count(403) > 20


# What each group may do; every other group in the row may not.
MAY_GET = {
    "admin:timeline_proposal_review": {"curator", "editor", "administrator"},
    "admin:timeline_event_changelist": {"curator", "editor", "administrator"},
    "admin:timeline_event_add": {"curator", "editor", "administrator"},
    "admin:timeline_revision_changelist": {"curator", "editor", "administrator"},
    "admin:timeline_actor_changelist": {"curator", "editor", "administrator"},
    "admin:timeline_actor_add": {"editor", "administrator"},
    "admin:timeline_theme_add": {"editor", "administrator"},
    "admin:articles_document_changelist": {"curator", "editor", "administrator"},
    "admin:articles_document_add": {"editor", "administrator"},
    "admin:articles_publisher_add": {"editor", "administrator"},
    "admin:auth_user_changelist": {"administrator"},
    "admin:auth_user_add": {"administrator"},
    "admin:auth_group_add": set(),
    "admin:timeline_proposal_add": set(),
    "admin:timeline_revision_add": set(),
}


@pytest.mark.parametrize("group", ["curator", "editor", "administrator"])
def test_each_group_reaches_its_pages_and_no_other(client, group):
    sign_in(client, group)
    allowed = {name for name in MAY_GET if client.get(reverse(name)).status_code == 200}
    assert allowed == {name for name, groups in MAY_GET.items() if group in groups}


def test_an_editor_of_events_alone_decides_nothing(client):
    """Without the right to decide, an event can be changed but neither published nor taken back."""
    user = sign_in(client, "curator")
    Group.objects.get(name="curator").permissions.remove(
        *Group.objects.get(name="curator").permissions.filter(codename="decide")
    )
    event = make_event(publish=False)
    page = client.get(reverse("admin:timeline_event_change", args=[event.pk]))
    assert user.has_perm("timeline.change_event") and page.context["decisions"] == []
    add = reverse("admin:timeline_event_add")
    assert client.post(add, fields_of(client.get(add), title="A pact", publish="publish")).status_code == 403
    for decision in ("publish", "retract", "withhold", "merge", "undo"):
        address = reverse("admin:timeline_event_decide", args=[event.pk, decision])
        assert client.get(address).status_code == client.post(address).status_code == 403
    assert Event.objects.get().version == 1


def test_who_may_only_look_at_events_stores_nothing(client):
    group = Group.objects.get(name="curator")
    group.permissions.remove(*group.permissions.filter(codename__in=["change_event", "decide"]))
    sign_in(client, "curator")
    address = reverse("admin:timeline_event_change", args=[make_event().pk])
    page = client.get(address)
    assert page.status_code == 200 and 'name="save"' not in page.content.decode()
    assert client.post(address, fields_of(page, title="Mine")).status_code == 403


@pytest.mark.parametrize("address", ["review", "undo"])
def test_the_queue_is_for_those_who_decide(client, address):
    group = Group.objects.get(name="curator")
    group.permissions.remove(*group.permissions.filter(codename="decide"))
    sign_in(client, "curator")
    make_proposal()
    assert client.post(reverse(f"admin:timeline_proposal_{address}")).status_code == 403
    assert (Proposal.objects.get().state, Revision.objects.count()) == ("open", 0)


@pytest.mark.parametrize("address", ["review/undo/", "1/reopen/", "read/1/"])
def test_what_changes_something_is_never_a_get(client, address):
    make_proposal()
    sign_in(client, "administrator")
    assert client.get(f"/admin/timeline/proposal/{address}").status_code == 405


# --- an administrator is no superuser --------------------------------------------------------------


def user_form(client, user, **changes):
    page = client.get(reverse("admin:auth_user_change", args=[user.pk]))
    return fields_of(page, holding="username", **changes)


def test_an_administrator_puts_people_into_groups(client):
    sign_in(client, "administrator")
    user, curators = make_user(password="x"), Group.objects.get(name="curator")
    data = user_form(client, user, groups=[curators.pk], is_staff="on")
    client.post(reverse("admin:auth_user_change", args=[user.pk]), data)
    assert list(user.groups.all()) == [curators]


def test_an_administrator_makes_no_superuser(client):
    me = sign_in(client, "administrator")
    client.post(reverse("admin:auth_user_change", args=[me.pk]), user_form(client, me, is_superuser="on"))
    me.refresh_from_db()
    assert not me.is_superuser


def test_an_administrator_does_not_touch_a_superuser(client):
    sign_in(client, "administrator")
    root = make_user("root", is_superuser=True)
    for name in ("auth_user_change", "auth_user_password_change"):
        assert client.post(reverse(f"admin:{name}", args=[root.pk]), {"password1": "x"}).status_code == 403


def test_the_desk_is_kept_by_no_cache_and_under_the_strict_policy(client):
    sign_in(client, "curator")
    response = client.get(reverse("admin:timeline_event_add"))
    assert "no-store" in response["Cache-Control"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
