"""What the database itself refuses, tried by raw SQL on whichever engine runs the tests."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.makers import make_event, make_proposal
from timeline.models import Event

pytestmark = pytest.mark.django_db


def _refuses(sql, *params):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params)


@pytest.mark.parametrize("column", ["primary_passage_id", "reviewed_by_id"])
def test_published_event_needs_passage_and_reviewer(column):
    event = make_event()
    _refuses(f"UPDATE timeline_event SET {column} = NULL WHERE id = %s", event.pk)


@pytest.mark.parametrize("column", ["primary_passage_id", "reviewed_by_id"])
def test_draft_may_lack_passage_and_reviewer(column):
    event = make_event(publish=False)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE timeline_event SET {column} = NULL WHERE id = %s", [event.pk])
    assert Event.objects.get(pk=event.pk).status == "draft"


def test_draft_without_reviewer_cannot_become_published():
    event = make_event(publish=False)
    _refuses("UPDATE timeline_event SET status = 'published' WHERE id = %s", event.pk)


def test_event_cannot_end_before_it_starts():
    event = make_event(date="2016-05")
    _refuses("UPDATE timeline_event SET last_day = '2016-04-30' WHERE id = %s", event.pk)


def test_merged_event_needs_a_target():
    event = make_event()
    _refuses("UPDATE timeline_event SET status = 'merged' WHERE id = %s", event.pk)


def test_retracted_event_needs_a_public_reason():
    event = make_event()
    _refuses("UPDATE timeline_event SET status = 'retracted' WHERE id = %s", event.pk)


def test_accepted_proposal_needs_an_event():
    proposal = make_proposal()
    _refuses("UPDATE timeline_proposal SET state = 'accepted' WHERE id = %s", proposal.pk)


def test_rejected_proposal_needs_a_reason():
    proposal = make_proposal()
    _refuses("UPDATE timeline_proposal SET state = 'rejected' WHERE id = %s", proposal.pk)


@pytest.mark.parametrize("sql", ["UPDATE timeline_revision SET reason = 'other'", "DELETE FROM timeline_revision"])
def test_history_is_only_added_to(sql):
    make_event()
    _refuses(sql)


def test_cited_passage_cannot_be_deleted():
    event = make_event()
    with pytest.raises(IntegrityError):
        event.primary_passage.delete()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="INSERT OR REPLACE is a statement of SQLite")
def test_history_is_not_replaced():
    event = make_event()
    columns = "id, event_id, version, action, at, by_id, reason, state"
    for key in ("id", "id + 900"):
        values = columns.replace("id,", f"{key},", 1).replace("reason", "'other'")
        _refuses(f"INSERT OR REPLACE INTO timeline_revision ({columns}) SELECT {values} FROM timeline_revision"
                 " WHERE event_id = %s", event.pk)  # fmt: skip


@pytest.mark.skipif(connection.vendor != "sqlite", reason="INSERT OR REPLACE is a statement of SQLite")
def test_stored_text_is_not_replaced():
    event = make_event()
    columns = "id, document_id, number, text, text_sha256, original, original_sha256, reader, retrieved_at, is_current"
    values = columns.replace(" text,", " 'other',")
    _refuses(f"INSERT OR REPLACE INTO articles_documenttext ({columns}) SELECT {values} FROM articles_documenttext"
             " WHERE id = %s", event.primary_passage.text_id)  # fmt: skip
