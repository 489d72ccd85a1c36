"""A command that is killed at any moment leaves a sound database, and running it again completes the work."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent
SERVER = os.environ.get("DATABASE_URL", "")
DEADLINE = 60  # seconds; a command that takes longer hangs
COUNTS = {
    "documents": "SELECT count(*) FROM articles_document",
    "texts": "SELECT count(*) FROM articles_documenttext",
    "public": "SELECT count(*) FROM timeline_event WHERE status = 'published'",
    "revisions": "SELECT count(*) FROM timeline_revision",
    "proposals": "SELECT count(*) FROM timeline_proposal",
}
BY_TEXT = "SELECT text_id, count(*) FROM timeline_proposal GROUP BY text_id"


def connect(url: str):
    """A connection to the database that commits each statement."""
    if url.startswith("sqlite"):
        return sqlite3.connect(urlsplit(url).path.removeprefix("/"), isolation_level=None)
    import psycopg

    return psycopg.connect(url, autocommit=True)


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """The address of a database of these tests' own, empty before the first, on the engine on which the suite runs."""
    if not SERVER.startswith("postgres"):
        yield f"sqlite:///{tmp_path_factory.mktemp('killed') / 'killed.sqlite3'}"
        return
    name = f"killed_{os.getpid()}"
    with closing(connect(SERVER)) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def manage(url):
    """Run a command on that database to its end, or kill it with no warning once ``moved()``; returns its exit code."""

    def run(*arguments, moved=lambda: False) -> int:
        process = subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env={**os.environ, "DATABASE_URL": url, "DEBUG": "true"}, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + DEADLINE
        while process.poll() is None:
            if moved() or time.monotonic() > end:
                process.send_signal(signal.SIGKILL)
                process.wait()
            time.sleep(0.005)
        return process.returncode

    assert run("migrate", "--verbosity", "0") == 0
    return run


@pytest.fixture(scope="module")
def ask(manage, url):
    """The rows that answer a question to the database."""
    with closing(connect(url)) as connection:
        yield lambda question: connection.execute(question).fetchall()


def counts(ask) -> dict[str, int]:
    """How many rows the tables hold that a seed fills."""
    return {name: ask(question)[0][0] for name, question in COUNTS.items()}


def test_killed_seed_is_sound_and_completes(manage, ask):
    for name, enough in (("documents", 2), ("public", 1), ("public", 15)):
        killed = manage("seed", moved=lambda name=name, enough=enough: ask(COUNTS[name])[0][0] >= enough)
        held = counts(ask)
        assert killed == -signal.SIGKILL and enough <= held[name] and held["public"] < 31
        assert held["documents"] == held["texts"]
        assert manage("check_citations") == 0
    assert manage("seed") == 0
    complete = counts(ask)
    assert (complete["documents"], complete["public"], complete["revisions"]) == (5, 31, 34)


def test_killed_propose_is_sound_and_completes(manage, ask):
    assert manage("seed") == 0
    complete = dict(ask(BY_TEXT))
    ask("DELETE FROM timeline_proposal WHERE state = 'open' RETURNING id")
    decided = dict(ask(BY_TEXT))
    for _ in range(2):
        before = dict(ask(BY_TEXT))
        killed = manage("propose", moved=lambda before=before: dict(ask(BY_TEXT)) != before)
        held = dict(ask(BY_TEXT))
        assert killed == -signal.SIGKILL and before != held != complete
        assert all(number in (decided[text], complete[text]) for text, number in held.items())
    assert manage("propose") == 0 and dict(ask(BY_TEXT)) == complete
