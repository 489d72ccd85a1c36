"""The migrations say what the models say, and run on a filled database."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db
def test_triggers_and_groups_survive_a_second_migrate():
    from django.contrib.auth.models import Group
    from django.db import connection

    call_command("migrate", verbosity=0)
    assert set(Group.objects.values_list("name", flat=True)) == {"administrator", "curator", "editor"}
    table = (
        "sqlite_master WHERE type = 'trigger'" if connection.vendor == "sqlite" else "pg_trigger WHERE NOT tgisinternal"
    )
    column = "name" if connection.vendor == "sqlite" else "tgname"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")
        names = {row[0] for row in cursor.fetchall()}
    assert any("text_is_frozen" in name for name in names)
    assert any("quote_is_exact" in name for name in names)
    assert any("timeline_revision" in name for name in names)
