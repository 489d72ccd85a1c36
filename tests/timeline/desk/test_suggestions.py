import pytest
from django.urls import reverse

from tests.makers import make_actor, make_event, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user(group="curator"), backend="django.contrib.auth.backends.ModelBackend")
    return client


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
