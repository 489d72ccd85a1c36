"""What holds for every request, whoever asks."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.middleware import bounded_query, caching, permissions_policy


def answer(middleware, path="/", **extra):
    return middleware(lambda request: HttpResponse("fine"))(RequestFactory().get(path, **extra))


def test_reader_without_session_may_store_but_must_ask():
    response = answer(caching)
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert {"Cookie", "HX-Request"} <= set(response["Vary"].split(", "))


def test_whatever_a_session_sees_is_stored_nowhere():
    assert answer(caching, HTTP_COOKIE="sessionid=x")["Cache-Control"] == "private, no-store"


def test_answer_that_sets_a_cookie_is_stored_nowhere():
    def view(request):
        response = HttpResponse("signed in")
        response.set_cookie("csrftoken", "x")
        return response

    assert caching(view)(RequestFactory().get("/"))["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(("length", "status"), [(8 * 1024, 200), (8 * 1024 + 1, 400), (1024 * 1024, 400)])
def test_query_is_bounded_in_length(length, status):
    assert answer(bounded_query, "/?" + "q" * length).status_code == status


@pytest.mark.parametrize(("fields", "status"), [(200, 200), (201, 400), (3000, 400)])
def test_query_is_bounded_in_fields(fields, status):
    assert answer(bounded_query, "/?" + "&".join(["a"] * fields)).status_code == status


def test_cookie_with_nul_is_refused():
    """The cookie parser reads octal; PostgreSQL has no NUL in text."""
    assert answer(bounded_query, HTTP_COOKIE='sessionid="\\000abc"').status_code == 400


@pytest.mark.parametrize(("path", "status"), [("/admin/x/?a=%00", 400), ("/?q=%00", 200), ("/admin/x/?a=1", 200)])
def test_nul_in_an_address_of_the_desk_is_refused(path, status):
    assert answer(bounded_query, path).status_code == status


def test_every_browser_permission_is_denied():
    policy = answer(permissions_policy)["Permissions-Policy"]
    assert "camera=()" in policy and "geolocation=()" in policy
