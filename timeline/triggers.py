"""What only the database itself can promise of the history: a revision is never changed or removed.

Put in place after every `migrate`, for the reason given in ``articles.triggers``.
"""

from django.db import connections, transaction

from articles.triggers import replace_on_sqlite

SQLITE = {
    f"timeline_revision_no_{verb}": f"""BEFORE {verb} ON timeline_revision
    BEGIN SELECT RAISE(ABORT, 'the history of an event is only ever added to'); END"""
    for verb in ("update", "delete")
} | {
    # INSERT OR REPLACE deletes the row in its way without asking the triggers for updates and deletes.
    "timeline_revision_not_replaced": """BEFORE INSERT ON timeline_revision
    WHEN EXISTS (SELECT 1 FROM timeline_revision AS held
                 WHERE held.id = NEW.id OR (held.event_id = NEW.event_id AND held.version = NEW.version))
    BEGIN SELECT RAISE(ABORT, 'the history of an event is only ever added to'); END"""
}

POSTGRESQL = [
    """CREATE OR REPLACE FUNCTION timeline_revision_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the history of an event is only ever added to'
          USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE OR REPLACE TRIGGER timeline_revision_append_only BEFORE UPDATE OR DELETE ON timeline_revision
    FOR EACH ROW EXECUTE FUNCTION timeline_revision_append_only()""",
]


def install(using: str = "default", **kwargs) -> None:
    """Put the triggers in place as they stand here; safe to run any number of times."""
    connection = connections[using]
    with transaction.atomic(using), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            replace_on_sqlite(cursor, SQLITE)
        else:
            for statement in POSTGRESQL:
                cursor.execute(statement)
