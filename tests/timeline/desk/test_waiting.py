from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.makers import make_event, make_proposal, make_user
from timeline import curation
from timeline.desk.waiting import waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return make_user("ada", group="curator")


def counts(user, now=None):
    return [each.count for each in waiting(user, now or timezone.now())]


def test_proposals_drafts_and_the_decisions_of_a_week_are_counted(curator):
    make_proposal()
    make_event(publish=False)
    assert counts(curator) == [1, 1, 1, 0]
    curation.reject(make_proposal(), version=1, by=curator, reason="No event")
    assert counts(curator) == [1, 1, 1, 1]


@pytest.mark.parametrize(("later", "counted"), [(timedelta(days=6, hours=23), 1), (timedelta(days=7, hours=1), 0)])
def test_what_was_decided_a_week_ago_is_counted_no_more(curator, later, counted):
    curation.reject(make_proposal(), version=1, by=curator, reason="No event")
    assert counts(curator, timezone.now() + later) == [0, 0, 0, counted]


def test_nothing_waits_for_somebody_without_rights():
    assert waiting(make_user(), timezone.now()) == []


def test_every_number_of_the_front_page_leads_to_a_page(client, curator):
    client.force_login(curator, backend="django.contrib.auth.backends.ModelBackend")
    shown = client.get(reverse("admin:index")).context["waiting"]
    assert [client.get(each.url).status_code for each in shown] == [200] * 4
