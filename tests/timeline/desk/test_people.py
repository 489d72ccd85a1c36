"""The account that signs the reference events belongs to nobody, and the desk keeps it so."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.makers import make_user
from tests.timeline.posting import fields_of
from timeline.seeding import SERVICE_ACCOUNT, service_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user(group="administrator"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def page_of(user, name="change"):
    return reverse(f"admin:auth_user_{name}", args=[user.pk])


@pytest.mark.parametrize("changes", [{"is_active": "on"}, {"username": "mine"}, {"is_staff": "on"}])
def test_the_service_account_is_not_changed(desk, changes):
    account = service_account()
    data = fields_of(desk.get(page_of(account)), holding="username", **changes)
    page = desk.post(page_of(account), data)
    account.refresh_from_db()
    assert "signs the reference events" in page.content.decode()
    assert (account.username, account.is_active, account.is_staff) == (SERVICE_ACCOUNT, False, False)


def test_the_service_account_gets_no_password(desk):
    account = service_account()
    passwords = {"password1": "a long and private sentence", "password2": "a long and private sentence"}
    page = desk.post(page_of(account, "password_change"), {"usable_password": "true", **passwords})
    account.refresh_from_db()
    assert "signs the reference events" in page.content.decode()
    assert not account.has_usable_password()


def test_nobody_gets_the_name_of_the_service_account(desk):
    add = reverse("admin:auth_user_add")
    passwords = {"password1": "a long and private sentence", "password2": "a long and private sentence"}
    for name in (SERVICE_ACCOUNT, SERVICE_ACCOUNT.upper()):
        page = desk.post(add, {"username": name, "usable_password": "true", **passwords})
        assert "signs the reference events" in page.content.decode()
    assert not get_user_model().objects.filter(username__iexact=SERVICE_ACCOUNT).exists()


def test_other_accounts_are_changed_as_before(desk):
    user = make_user("grace", is_active=False)
    desk.post(page_of(user), fields_of(desk.get(page_of(user)), holding="username", is_active="on"))
    user.refresh_from_db()
    assert user.is_active
