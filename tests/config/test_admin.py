"""Signing in: what no account can be called is refused before the database is asked."""

import pytest
from django.urls import reverse


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["a" * 150, "a" * 151, "a" * 300, "\ufb2c" * 150])
def test_name_of_any_length_is_answered(client, name):
    response = client.post(reverse("admin:login"), {"username": name, "password": "x"})
    assert response.status_code == 200
    too_long = b"so long a name" in response.content
    assert too_long is (name != "a" * 150)
