"""Time limits on the statements of web requests. Commands, which may take their time, do not come here."""

import time

from django.conf import settings
from django.db.backends.signals import connection_created

# SQLite calls the progress handler each time it has run so many of its virtual machine's instructions.
INSTRUCTIONS = 20_000


def limit_statements() -> None:
    """Give every connection opened from now on the limit STATEMENT_SECONDS."""
    connection_created.connect(_limit, dispatch_uid="statement-limit")


def _limit(connection, **kwargs) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [f"{settings.STATEMENT_SECONDS}s"])
    else:
        deadline = _Deadline(settings.STATEMENT_SECONDS)
        connection.connection.set_progress_handler(deadline.passed, INSTRUCTIONS)
        # A connection that is opened anew would else gather one wrapper after the other.
        connection.execute_wrappers[:] = [w for w in connection.execute_wrappers if not isinstance(w, _Deadline)]
        connection.execute_wrappers.append(deadline)


class _Deadline:
    """Starts the clock with each statement; SQLite stops a statement when ``passed`` answers true."""

    def __init__(self, seconds: float):
        self.seconds = seconds
        self.at = float("inf")

    def __call__(self, execute, sql, params, many, context):
        self.at = time.monotonic() + self.seconds
        return execute(sql, params, many, context)

    def passed(self) -> bool:
        return time.monotonic() > self.at
