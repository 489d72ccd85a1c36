"""What only the database itself can promise: a text never changes, a quotation equals its text.

The triggers are put in place after every `migrate`, not by one migration: when Django alters a
table on SQLite it builds the table anew, and the triggers of the old one are lost.

The length of a quotation is compared too: of a span that ends behind its text `substr` gives what there is.
"""

from django.db import connections, transaction

_EXACT = """
WHEN length(NEW.quote) IS NOT NEW."end" - NEW.start
  OR NEW.quote IS NOT (SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start)
                       FROM articles_documenttext WHERE id = NEW.text_id)
BEGIN SELECT RAISE(ABORT, 'the quotation differs from its text'); END
"""
SQLITE = {
    "articles_text_is_frozen": """BEFORE UPDATE ON articles_documenttext
WHEN OLD.text IS NOT NEW.text OR OLD.text_sha256 IS NOT NEW.text_sha256 OR OLD.original IS NOT NEW.original
  OR OLD.original_sha256 IS NOT NEW.original_sha256 OR OLD.document_id IS NOT NEW.document_id
  OR OLD.number IS NOT NEW.number
BEGIN SELECT RAISE(ABORT, 'a stored text never changes: add a new text beside it'); END
""",
    # INSERT OR REPLACE deletes the row in its way without asking the triggers for updates and deletes.
    "articles_text_is_not_replaced": """BEFORE INSERT ON articles_documenttext
WHEN EXISTS (SELECT 1 FROM articles_documenttext AS held WHERE held.id = NEW.id OR (held.document_id = NEW.document_id
  AND (held.number = NEW.number OR held.text_sha256 = NEW.text_sha256 OR (held.is_current AND NEW.is_current))))
BEGIN SELECT RAISE(ABORT, 'a stored text never changes: add a new text beside it'); END
""",
    "articles_quote_is_exact_insert": f"BEFORE INSERT ON articles_passage {_EXACT}",
    "articles_quote_is_exact_update": f"BEFORE UPDATE ON articles_passage {_EXACT}",
}

POSTGRESQL = """
CREATE OR REPLACE FUNCTION articles_text_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.text, OLD.text_sha256, OLD.original, OLD.original_sha256, OLD.document_id, OLD.number)
     IS DISTINCT FROM
     (NEW.text, NEW.text_sha256, NEW.original, NEW.original_sha256, NEW.document_id, NEW.number) THEN
    RAISE EXCEPTION 'a stored text never changes: add a new text beside it'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER articles_text_is_frozen BEFORE UPDATE ON articles_documenttext
FOR EACH ROW EXECUTE FUNCTION articles_text_is_frozen();

CREATE OR REPLACE FUNCTION articles_quote_is_exact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF length(NEW.quote) IS DISTINCT FROM NEW."end" - NEW.start
     OR NEW.quote IS DISTINCT FROM (SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start)
                                    FROM articles_documenttext WHERE id = NEW.text_id) THEN
    RAISE EXCEPTION 'the quotation differs from its text' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER articles_quote_is_exact BEFORE INSERT OR UPDATE ON articles_passage
FOR EACH ROW EXECUTE FUNCTION articles_quote_is_exact();
"""


def install(using: str = "default", **kwargs) -> None:
    """Put the triggers in place as they stand here; safe to run any number of times."""
    connection = connections[using]
    with transaction.atomic(using), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            replace_on_sqlite(cursor, SQLITE)
        else:
            cursor.execute(POSTGRESQL)


def replace_on_sqlite(cursor, triggers: dict[str, str]) -> None:
    """SQLite has no CREATE OR REPLACE TRIGGER: an older definition goes first."""
    for name, definition in triggers.items():
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"CREATE TRIGGER {name} {definition}")
