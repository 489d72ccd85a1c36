"""A statement of a web request ends in time; the next one starts afresh."""

import pytest
from django.db import OperationalError, connection, transaction

from config.database import _limit

ENDLESS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


@pytest.fixture
def limited(settings, db):
    settings.STATEMENT_SECONDS = 1
    _limit(connection)
    yield
    if connection.vendor == "sqlite":
        connection.connection.set_progress_handler(None, 0)
        connection.execute_wrappers.clear()
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', '0', false)")


def test_endless_statement_is_stopped_and_the_next_one_runs(limited):
    with pytest.raises(OperationalError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ENDLESS[connection.vendor])
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_limit_is_set_once_however_often_connected(limited):
    before = len(connection.execute_wrappers)
    _limit(connection)
    assert len(connection.execute_wrappers) == before
