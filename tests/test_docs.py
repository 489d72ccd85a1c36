"""What the README says is so: its commands run, its variables exist, its links lead somewhere."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.db import connection

from tests.makers import make_event
from timeline.models import Event

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(heading: str) -> list[str]:
    """The indented command blocks of the section under this heading."""
    section = re.split(r"^#+ ", README.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return [
        re.sub(r"^    ", "", block, flags=re.MULTILINE)
        for block in re.findall(r"(?:^    .+\n)+", section, re.MULTILINE)
    ]


def test_links_lead_to_files():
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if not target.startswith("http")]
    assert targets and [target for target in targets if not (ROOT / target).exists()] == []


def test_every_command_of_the_readme_exists():
    named = set(re.findall(r"manage\.py ([a-z_]+)", README)) - {"help"}
    assert {"ingest", "propose", "seed", "curator", "check_citations"} <= named
    assert named <= set(get_commands())


def test_every_make_target_of_the_readme_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+)(?= *:| [a-z ]+:)", makefile, re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", README)) <= targets


def test_table_names_every_variable_that_settings_read():
    settings = (ROOT / "config" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings))
    told = set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE))
    assert read == told


def _run(block: str, folder: Path, database: str, **variables: str) -> str:
    """What the commands say on standard output; none of them may fail."""
    machine = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    env = {**machine, "DATABASE_URL": database, **variables}
    done = subprocess.run(["bash", "-euc", block], cwd=folder, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def installed(tmp_path):
    """A folder that looks like an installation to the README's commands."""
    (tmp_path / ".venv").symlink_to(sys.prefix)
    (tmp_path / "manage.py").symlink_to(ROOT / "manage.py")
    (tmp_path / "var").mkdir()
    return tmp_path


def test_commands_that_put_it_online_need_no_other_variable(installed):
    """Those of the README's own, in a new installation; what asks the network or serves for ever is left out."""
    exports, commands = blocks("Put it online")
    kept = "".join(line for line in commands.splitlines(True) if "manage.py" in line and not line.endswith(" seed\n"))
    assert all(command in kept for command in ("migrate", "collectstatic", "check --deploy", "curator ada"))
    _run(exports + kept, installed, _sqlite(installed), STATIC_ROOT=str(installed / "static"))
    assert list((installed / "static" / "css").glob("site.*.css"))


def test_no_command_runs_before_the_variables_are_set(installed):
    _, commands = blocks("Put it online")
    (migrate,) = [line for line in commands.splitlines() if line.endswith(" migrate")]
    with pytest.raises(AssertionError, match="Set SECRET_KEY"):
        _run(migrate, installed, _sqlite(installed))


def _sqlite(folder: Path) -> str:
    return f"sqlite:///{folder / 'var' / 'timeline.sqlite3'}"


def test_backup_and_restore_on_sqlite(installed):
    file, database = installed / "var" / "timeline.sqlite3", _sqlite(installed)
    backup, restore, *_ = blocks("Back up and restore")
    manage = ".venv/bin/python manage.py "
    _run(manage + "migrate --verbosity 0", installed, database, DEBUG="true")
    _run(backup, installed, database)
    with closing(sqlite3.connect(file)) as somebody_reads:
        somebody_reads.execute("SELECT 1 FROM timeline_event").fetchall()
        make = "'from tests.makers import make_event; make_event(title=\"Kept\")'"
        _run(f"{manage} shell --no-imports -c {make}", installed, database, DEBUG="true")
        _run(backup, installed, database)
    file.write_bytes(b"damaged")
    _run(restore, installed, database, DEBUG="true")
    with closing(sqlite3.connect(file)) as restored:
        assert restored.execute("SELECT title FROM timeline_event").fetchall() == [("Kept",)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not shutil.which("pg_dump"), reason="pg_dump is not installed")
def test_backup_and_restore_on_postgresql(installed):
    if connection.vendor != "postgresql":
        pytest.skip("the tests run on SQLite now: set TEST_DATABASE_URL")
    event = make_event()
    values = connection.settings_dict
    database = f"postgres://{values['USER']}:{values['PASSWORD']}@{values['HOST']}:{values['PORT']}/{values['NAME']}"
    *_, backup, restore = blocks("Back up and restore")
    _run(backup, installed, database)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE timeline_event SET title = 'damaged'")
    connection.close()
    _run(restore, installed, database, DEBUG="true")
    assert Event.objects.get(pk=event.pk).title == event.title


def test_map_of_the_timeline_names_every_module_once():
    rooms = (ROOT / "timeline" / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_]+)`", rooms.split("| --- | --- |")[1].split("\n\n")[0])
    modules = {path.stem for path in (ROOT / "timeline").glob("*.py")} - {"__init__", "apps", "urls"}
    assert sorted(named) == sorted(modules)
