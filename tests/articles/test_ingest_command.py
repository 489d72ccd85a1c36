"""`manage.py ingest`, as somebody at a terminal sees it."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Document, DocumentText, Publisher

ROOT = Path(__file__).parents[2]
HEADLINE = "Ministers meet in London again"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text(f"{HEADLINE} and again\n\nWords.")
    (tmp_path / "a.txt").write_text(f"{HEADLINE}\n\nWords.")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.txt").write_text(f"{HEADLINE} and once more\n\nWords.")
    (tmp_path / "notes.md").write_text("Not asked for.")
    return tmp_path


def ingest(capsys, *arguments, status=0):
    """The lines on both streams; the command must end with the status."""
    try:
        call_command("ingest", *map(str, arguments))
        assert status == 0
    except CommandError as error:
        assert status == error.returncode
        print(error, file=sys.stderr)
    captured = capsys.readouterr()
    return captured.out, captured.err


@pytest.mark.django_db
def test_a_folder_is_read_in_order(folder, capsys):
    out, _ = ingest(capsys, folder)
    assert [Path(line.split()[1]).name for line in out.splitlines()] == ["a.txt", "b.txt", "c.txt"]
    assert Document.objects.count() == 3


@pytest.mark.django_db
def test_a_second_run_changes_nothing(folder, capsys):
    ingest(capsys, folder)
    out, _ = ingest(capsys, folder)
    assert [line.split(":")[0] for line in out.splitlines()] == ["already held"] * 3
    assert DocumentText.objects.count() == 3


@pytest.mark.django_db
def test_what_is_known_is_stored(folder, capsys):
    ingest(capsys, folder / "a.txt", "--published=2024-03~", "--title=On trade", "--url=https://example.org/a",
           "--publisher=The Daily Record")  # fmt: skip
    document = Document.objects.get()
    assert (document.title, document.published, document.url) == ("On trade", "2024-03~", "https://example.org/a")
    assert document.published_basis == "given by whoever stored it"
    assert document.publisher == Publisher.objects.get(name="The Daily Record")


@pytest.mark.django_db
def test_a_held_address_with_another_text_is_refused(folder, capsys):
    ingest(capsys, folder / "a.txt", "--url=https://example.org/a")
    _, err = ingest(capsys, folder / "b.txt", "--url=https://example.org/a", status=1)
    assert "b.txt: The text differs from what is held" in err


@pytest.mark.django_db
def test_a_second_address_tells_of_one_origin(folder, capsys):
    ingest(capsys, folder / "a.txt", "--url=https://example.org/a")
    out, _ = ingest(capsys, folder / "a.txt", "--url=https://example.org/b")
    assert out.startswith("stored: ") and f"the same text as “{HEADLINE}”: one origin" in out


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfeW", "not UTF-8"), (b" \n", "empty"), (b"%PDF\0", "binary"), (b"a" * 1001, "larger than")],
    ids=["undecodable", "empty", "binary", "over-large"],
)
def test_a_bad_file_is_named_and_the_rest_goes_on(folder, capsys, settings, data, said):
    settings.UPLOAD_LIMIT = 1000
    (folder / "a.txt").write_bytes(data)
    out, err = ingest(capsys, folder, status=1)
    assert f"{folder}/a.txt: The file is {said}" in err
    assert "1 of 3 files could not be stored" in err
    assert (out.count("stored: "), Document.objects.count()) == (2, 2)


@pytest.mark.django_db
def test_a_missing_file_is_named_and_the_rest_goes_on(folder, capsys):
    out, err = ingest(capsys, folder / "none.txt", folder / "a.txt", status=1)
    assert "none.txt: The file cannot be read: No such file or directory." in err
    assert out.startswith("stored: ")


@pytest.mark.django_db
def test_a_file_name_cannot_write_on_the_terminal(tmp_path, capsys):
    path = os.fsencode(tmp_path) + b"/a\x1b[2J\xffb.txt"
    Path(os.fsdecode(path)).write_text("Words.")
    out, _ = ingest(capsys, tmp_path)
    assert "a[2J\ufffdb.txt" in out


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--title=One"], "one file only"),
        (["--url=https://example.org/a"], "one file only"),
        (["--published=June"], "--published: "),
    ],
)
def test_an_argument_that_cannot_be_meant_stores_nothing(folder, capsys, arguments, said):
    _, err = ingest(capsys, folder, *arguments, status=1)
    assert said in err
    assert not Document.objects.exists()


@pytest.mark.django_db
def test_a_folder_without_texts_is_an_error(tmp_path, capsys):
    assert "no .txt file" in ingest(capsys, tmp_path, status=1)[1]


def manage(database, *arguments, **options):
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "DEBUG": "true", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, str(ROOT / "manage.py"), *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, **options)


def test_a_killed_run_leaves_nothing_half_done(tmp_path):
    database, folder = tmp_path / "killed.sqlite3", tmp_path / "texts"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(f"{HEADLINE}, part {number}\n\n" + "Words. " * 2000)
    assert manage(database, "migrate", "-v0").wait() == 0

    run = manage(database, "ingest", folder, "--publisher=The Daily Record")
    for _ in range(20):
        run.stdout.readline()
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()

    rows = sqlite3.connect(database)
    documents, texts, halves = rows.execute(
        "SELECT (SELECT count(*) FROM articles_document), (SELECT count(*) FROM articles_documenttext), "
        "(SELECT count(*) FROM articles_document WHERE id NOT IN (SELECT document_id FROM articles_documenttext))"
    ).fetchone()
    assert 20 <= documents < 400
    assert (texts, halves) == (documents, 0)
    assert rows.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.django_db
def test_empty_path_is_not_the_working_folder():
    """An unset variable in a shell must not store every text file that lies around."""
    with pytest.raises(CommandError, match="A path is empty"):
        call_command("ingest", "")
    assert not Document.objects.exists()
