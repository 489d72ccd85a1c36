"""The extract and score commands: thin doors, clear errors, no database."""

import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

TEXT = "On Monday China sanctioned two British firms.\n"


def run(*arguments, **options):
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


def test_extract_prints_one_line_a_document(file):
    (document,) = map(json.loads, run("extract", file, published="2025-06-15").splitlines())

    (event,) = document["events"]
    assert (document["doc"], document["published"]) == ("a", "2025-06-15")
    assert (event["id"], event["kind"], event["date"]) == ("a-1", "sanction", "2025-06-09")
    assert event["passages"][0]["quote"] == TEXT.strip()
    assert {"rule", "confidence", "why"} <= event.keys()


def test_extract_reads_folders_and_facts(file, tmp_path):
    facts = tmp_path / "facts.jsonl"
    facts.write_text('{"id": "a", "title": "China", "published": "2024-03-26"}\n')

    (document,) = map(json.loads, run("extract", tmp_path, documents=facts).splitlines())

    assert document["events"][0]["date"] == "2024-03-25"


def test_extract_reads_a_list_of_seeds(file, tmp_path):
    facts = tmp_path / "facts.json"
    facts.write_text('[{"file": "a.txt", "published": "2024-03-26"}]')

    assert json.loads(run("extract", file, documents=facts))["published"] == "2024-03-26"


@pytest.mark.parametrize(
    ("name", "data", "options", "message"),
    [
        ("missing.txt", None, {}, "missing.txt: cannot be read"),
        ("a.txt", b"\xff\xfe\xfa", {}, "a.txt: The file is not UTF-8"),
        ("a.txt", b"  ", {}, "a.txt: The file is empty"),
        ("a.txt", b"China", {"published": "last week"}, "--published"),
        ("a.txt", b"China", {"gazetteer": "no/such.json"}, "--gazetteer"),
    ],
)
def test_unusable_input_is_named(tmp_path, name, data, options, message):
    if data is not None:
        (tmp_path / name).write_bytes(data)

    with pytest.raises(CommandError, match=re.escape(message)):
        run("extract", tmp_path / name, **options)


@pytest.mark.parametrize("row", ["{", "[1]", '"a"', '{"title": "x"}', '{"id": "a", "published": "soon"}'])
def test_unusable_facts_are_named(file, tmp_path, row):
    facts = tmp_path / "facts.jsonl"
    facts.write_text(row + "\n")

    with pytest.raises(CommandError, match=r"facts\.jsonl"):
        run("extract", file, documents=facts)


def test_score_prints_the_table_for_the_seeds():
    rows = dict(line.rsplit(maxsplit=1) for line in run("score").splitlines())

    assert rows["events_gold"] == "32"
    assert float(rows["usable_f1"]) >= 0.5


def test_score_lists_documents_and_misses_on_request():
    shown = run("score", per_doc=True, misses=True)

    assert "gold   7 found" in shown
    assert "spurious:" in shown


def test_score_takes_other_events_texts_and_facts(file, tmp_path):
    """The text says "On Monday": without the given facts no date could be counted."""
    event = {
        "id": "a-1", "title": "China sanctions two British firms", "kind": "sanction", "date": "2025-06-09",
        "date_basis": "relative", "salience": "main", "themes": ["trade"],
        "actors": [{"name": "China", "role": "source"}],
        "passages": [{"start": 0, "end": len(TEXT) - 1, "quote": TEXT.strip()}],
    }  # fmt: skip
    gold, meta = tmp_path / "coded.jsonl", tmp_path / "facts.json"
    gold.write_text(json.dumps({"doc": "a", "published": "2025-06-15", "events": [event]}))
    meta.write_text(json.dumps([{"id": "a", "title": "Sanctions", "published": "2025-06-15"}]))

    shown = run("score", "--gold", gold, "--documents", tmp_path, "--meta", meta)
    rows = dict(line.rsplit(maxsplit=1) for line in shown.splitlines())

    assert (rows["events_gold"], rows["events_predicted"]) == ("1", "1")
    assert float(rows["kind_accuracy"]) == float(rows["date_same"]) == 1


def test_score_names_a_missing_file(tmp_path):
    with pytest.raises(CommandError, match=r"nothing\.jsonl"):
        run("score", gold=tmp_path / "nothing.jsonl")
