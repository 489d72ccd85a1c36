"""The check finds what only a damaged database can hold."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.makers import make_event
from timeline.models import Citation

pytestmark = pytest.mark.django_db


def check():
    out, err = StringIO(), StringIO()
    call_command("check_citations", stdout=out, stderr=err)
    return out.getvalue()


def test_sound_database_passes():
    make_event()
    assert "1 passages and 1 citations are sound." in check()


def test_mark_outside_its_passage_is_found():
    event = make_event()
    Citation.objects.filter(event=event).update(marks=[[0, 3, "actor"]])
    with pytest.raises(CommandError, match="Faults found: 1"):
        check()


def test_primary_passage_that_is_not_cited_first_is_found():
    event, other = make_event(), make_event()
    type(event).objects.filter(pk=event.pk).update(primary_passage=other.primary_passage)
    with pytest.raises(CommandError, match="Faults found: 1"):
        check()


def test_changed_text_is_found_even_without_triggers():
    event = make_event()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER articles_text_is_frozen")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else checks still wait for the end of the transaction
            cursor.execute("ALTER TABLE articles_documenttext DISABLE TRIGGER articles_text_is_frozen")
        cursor.execute("UPDATE articles_documenttext SET text = 'x' WHERE id = %s", [event.primary_passage.text_id])
    with pytest.raises(CommandError, match="Faults found: 2"):
        check()
