"""What an actor may be called: no name of another's, and an alias of another's only where both need context."""

import pytest
from django.urls import reverse

from tests.makers import make_actor, make_user
from tests.timeline.posting import fields_of
from timeline.models import Actor, ActorAlias

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user(group="editor"), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def actor():
    return make_actor("Ministry of Culture")


def give_alias(desk, actor, alias, **changes):
    """What the editor gets who adds this alias at the page of the actor."""
    address = reverse("admin:timeline_actor_change", args=[actor.pk])
    data = fields_of(desk.get(address), holding="name")
    blank = int(data["aliases-TOTAL_FORMS"][0]) - 1
    return desk.post(address, {**data, f"aliases-{blank}-alias": alias, **changes}, follow=True)


@pytest.mark.parametrize("taken", ["Ministry of Commerce", "ministry of commerce", "the ministry", "The Ministry"])
def test_a_name_or_alias_of_another_is_refused_and_the_other_named(desk, actor, taken):
    ActorAlias.objects.create(actor=make_actor("Ministry of Commerce"), alias="the ministry")
    page = give_alias(desk, actor, taken).content.decode()
    assert f"“{taken}” is a name of “Ministry of Commerce” too." in page
    assert not actor.aliases.exists()


@pytest.mark.parametrize(("theirs", "ours", "shared"), [(True, True, True), (True, False, False), (False, True, False)])
def test_two_share_an_alias_only_if_both_need_context(desk, actor, theirs, ours, shared):
    ActorAlias.objects.create(actor=make_actor("Ministry of Commerce"), alias="the ministry", needs_context=theirs)
    give_alias(desk, actor, "the ministry", **({"aliases-0-needs_context": "on"} if ours else {}))
    assert actor.aliases.exists() is shared


def test_a_full_name_never_needs_context(desk, actor):
    make_actor("Ministry of Commerce")
    give_alias(desk, actor, "Ministry of Commerce", **{"aliases-0-needs_context": "on"})
    assert not actor.aliases.exists()


def test_ones_own_names_clash_with_nothing(desk, actor):
    ActorAlias.objects.create(actor=actor, alias="the ministry")
    give_alias(desk, actor, "ministry of culture")
    assert actor.aliases.count() == 2


@pytest.mark.parametrize(("name", "stored"), [("The Ministry", False), ("Ministry of Defence", True)])
def test_a_new_actor_takes_no_alias_of_another(desk, actor, name, stored):
    ActorAlias.objects.create(actor=actor, alias="the ministry", needs_context=True)
    add = reverse("admin:timeline_actor_add")
    desk.post(add, fields_of(desk.get(add), holding="name", name=name, slug="new", kind="state"))
    assert Actor.objects.filter(name=name).exists() is stored
