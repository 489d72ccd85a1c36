"""What every test shares."""

from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings

# How long an example takes says nothing on a machine that does other work beside the tests.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

_tear_down = TransactionTestCase._fixture_teardown


def _tear_down_with_history(self):
    """Emptying the tables after a transactional test deletes revisions, which the database forbids.

    The trigger goes first; `migrate`'s signal, which the flush sends, puts it back.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER IF EXISTS timeline_revision_no_delete")
    _tear_down(self)


TransactionTestCase._fixture_teardown = _tear_down_with_history
