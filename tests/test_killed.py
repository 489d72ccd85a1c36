"""A command that is killed at any moment leaves a sound database, and running it again completes the work."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def manage(tmp_path):
    """Run a command on a SQLite file of its own; with ``kill_after`` seconds it is killed with no warning."""
    env = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'killed.sqlite3'}", "DEBUG": "true"}

    def run(*arguments, kill_after=None) -> bool:
        process = subprocess.Popen(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, stdout=subprocess.DEVNULL
        )
        try:
            process.wait(timeout=kill_after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        return process.wait() == 0

    run("migrate", "--verbosity", "0")
    return run


def rows(tmp_path: Path) -> dict[str, int]:
    """How many rows the tables hold that a seed fills, and how many proposals are accepted."""
    questions = {
        "actors": "SELECT count(*) FROM timeline_actor",
        "documents": "SELECT count(*) FROM articles_document",
        "texts": "SELECT count(*) FROM articles_documenttext",
        "public": "SELECT count(*) FROM timeline_event WHERE status = 'published'",
        "revisions": "SELECT count(*) FROM timeline_revision",
        "proposals": "SELECT count(*) FROM timeline_proposal",
    }
    with sqlite3.connect(tmp_path / "killed.sqlite3") as database:
        return {name: database.execute(question).fetchone()[0] for name, question in questions.items()}


def by_text(tmp_path: Path) -> dict[int, int]:
    """How many proposals each text has."""
    with sqlite3.connect(tmp_path / "killed.sqlite3") as database:
        return dict(database.execute("SELECT text_id, count(*) FROM timeline_proposal GROUP BY text_id"))


def test_killed_seed_is_sound_and_completes(manage, tmp_path):
    for seconds in (1.0, 1.3, 1.6, 1.9):
        manage("seed", kill_after=seconds)
        assert manage("check_citations")
        held = rows(tmp_path)
        assert held["documents"] == held["texts"]
    assert manage("seed")
    complete = rows(tmp_path)
    assert (complete["documents"], complete["public"], complete["revisions"]) == (5, 31, 34)
    assert manage("seed") and rows(tmp_path) == complete


def test_killed_propose_is_sound_and_completes(manage, tmp_path):
    assert manage("seed")
    complete = by_text(tmp_path)
    with sqlite3.connect(tmp_path / "killed.sqlite3") as database:
        database.execute("DELETE FROM timeline_proposal WHERE state = 'open'")
    decided = by_text(tmp_path)
    for seconds in (0.7, 0.8, 0.9, 1.0):
        manage("propose", kill_after=seconds)
        assert all(held in (decided[text], complete[text]) for text, held in by_text(tmp_path).items())
    assert manage("propose") and by_text(tmp_path) == complete
