import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.makers import make_user

pytestmark = pytest.mark.django_db


def curator(*arguments):
    out = StringIO()
    call_command("curator", *arguments, stdout=out)
    return out.getvalue()


def test_the_printed_password_signs_in(client):
    name, password = re.search(r"as (\S+) with the password (\S+)", curator()).groups()
    response = client.post(reverse("admin:login"), {"username": name, "password": password, "next": "/admin/"})
    assert response.url == "/admin/"
    assert client.get(reverse("admin:timeline_proposal_review")).status_code == 200


def test_two_curators_have_two_passwords():
    assert curator("ada").split()[-30:] != curator("grace").split()[-30:]
    assert get_user_model().objects.filter(groups__name="editor").count() == 2


def test_a_name_is_taken_once():
    curator("ada")
    with pytest.raises(CommandError, match="already an account “ada”"):
        curator("ada")


def test_once_makes_the_first_only():
    assert "password" in curator("--once")
    assert "Sign in at /admin/ as" in curator("--once")


def test_once_does_not_count_who_cannot_sign_in():
    make_user("reference-set", group="curator", is_active=False)
    assert "password" in curator("--once")


def test_another_group_can_be_chosen():
    curator("ada", "--group", "administrator")
    assert get_user_model().objects.get().has_perm("auth.add_user")
