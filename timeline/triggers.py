"""What only the database itself can promise of the history: a revision is never changed or removed.

Put in place after every `migrate`, for the reason given in ``articles.triggers``.
"""

from django.db import connections

SQLITE = [
    f"""CREATE TRIGGER IF NOT EXISTS timeline_revision_no_{verb} BEFORE {verb} ON timeline_revision
    BEGIN SELECT RAISE(ABORT, 'the history of an event is only ever added to'); END"""
    for verb in ("update", "delete")
]

POSTGRESQL = [
    """CREATE OR REPLACE FUNCTION timeline_revision_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the history of an event is only ever added to'
          USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE OR REPLACE TRIGGER timeline_revision_append_only BEFORE UPDATE OR DELETE ON timeline_revision
    FOR EACH ROW EXECUTE FUNCTION timeline_revision_append_only()""",
]


def install(using: str = "default", **kwargs) -> None:
    """Create the triggers where they are missing; safe to run any number of times."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in SQLITE if connection.vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)
