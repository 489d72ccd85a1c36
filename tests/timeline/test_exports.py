"""Tables and JSON of the record: whole, safe in a spreadsheet, and never held in memory at once."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import exports

NOW = datetime(2026, 1, 5, 12, 30, 15, 999, tzinfo=UTC)


def passage(number=1, **fields):
    return {"quote": f"Quotation {number}.", "start": 0, "end": 12, "document": "source", "url": f"https://x.test/p{number}",
            "document_title": "The source", "publisher": "Ministry", "published": "2016-06", **fields}  # fmt: skip


def record(**fields):
    return {
        "id": 7, "url": "https://x.test/events/7/pact/", "title": "Pact signed", "summary": "", "kind": "agreement",
        "tone": "cooperation", "assertion": "happened", "attributed_to": "", "date": "2015-10",
        "first_day": "2015-10-01", "last_day": "2015-10-31", "date_basis": "stated", "reviewed": "2026-01-02",
        "actors": [{"name": "China", "role": "source"}, {"name": "Xi Jinping", "role": "source"},
                   {"name": "United Kingdom", "role": "target"}],
        "themes": ["trade", "diplomacy"], "passages": [passage()], **fields,
    }  # fmt: skip


def table(records, **options):
    text = "".join(exports.as_csv(records, **options))
    assert text.startswith(exports.BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(exports.BYTE_ORDER_MARK), newline="")))


def as_object(records):
    return json.loads("".join(exports.as_json(records, filter_words="actor China", generated=NOW)))


def test_table_has_a_row_an_event_with_its_primary_quotation():
    [row] = table([record(passages=[passage(1), passage(2)])])
    assert (row["title"], row["quotation"], row["passages"]) == ("Pact signed", "Quotation 1.", "2")
    assert row["passage_links"] == "https://x.test/p1 https://x.test/p2"
    assert row["date_in_words"] == "October 2015"
    assert (row["sources"], row["targets"], row["participants"]) == ("China; Xi Jinping", "United Kingdom", "")


def test_table_may_have_a_row_a_passage():
    rows = table([record(passages=[passage(1), passage(2)]), record(id=8)], by_passage=True)
    assert [(row["id"], row["quotation"]) for row in rows] == [
        ("7", "Quotation 1."),
        ("7", "Quotation 2."),
        ("8", "Quotation 1."),
    ]


def test_unknown_date_leaves_its_cells_empty():
    [row] = table([record(date=None, first_day=None, last_day=None, date_basis="unknown")])
    assert (row["date"], row["first_day"], row["date_in_words"]) == ("", "", "Date not known")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "  =1", "－2"])
def test_formula_is_disarmed(text):
    assert exports.safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["a=b", "1-2", "“-”", "", " x", 7, -7, "'=1"])
def test_plain_cell_is_left_alone(value):
    assert exports.safe_cell(value) == value


def test_every_column_of_text_is_disarmed():
    hostile = dict.fromkeys(("title", "summary", "kind", "attributed_to", "url"), "=HYPERLINK(1)")
    actors, themes = [{"name": "@China", "role": "source"}], ["+trade"]
    quotation = passage(quote="-x", document_title="=y", publisher="@z", url="=p")
    [row] = table([record(**hostile, actors=actors, themes=themes, passages=[quotation])])
    assert not [value for value in row.values() if value.startswith(exports.FORMULA_STARTS)]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_any_title_comes_back_whole(title):
    [row] = table([record(title=title)])
    assert row["title"] in (title, f"'{title}")
    assert as_object([record(title=title)])["events"][0]["title"] == title


def test_json_has_the_published_shape():
    whole = as_object([record()])
    assert list(whole) == ["events", "count", "filter", "generated"]
    assert (whole["count"], whole["filter"], whole["generated"]) == (1, "actor China", "2026-01-05T12:30:15+00:00")
    assert list(whole["events"][0]) == [
        "id", "url", "title", "kind", "tone", "assertion", "date", "date_basis", "actors", "themes",
        "passages"]  # fmt: skip
    assert whole["events"][0]["passages"] == [
        {"quote": "Quotation 1.", "start": 0, "end": 12, "document": "source", "url": "https://x.test/p1"}
    ]


def test_nothing_found_is_still_a_table_and_an_object():
    assert table([]) == []
    assert as_object([]) == {
        "events": [],
        "count": 0,
        "filter": "actor China",
        "generated": "2026-01-05T12:30:15+00:00",
    }


@pytest.mark.parametrize("number", [1, exports.ROWS, exports.ROWS + 1, 3 * exports.ROWS])
def test_all_are_written_however_they_fall_into_chunks(number):
    records = [record(id=n) for n in range(number)]
    assert [event["id"] for event in as_object(records)["events"]] == list(range(number))
    assert [row["id"] for row in table(records)] == [str(n) for n in range(number)]


@pytest.mark.parametrize("write", [exports.as_csv, lambda r: exports.as_json(r, filter_words="", generated=NOW)])
def test_records_are_read_only_as_chunks_are_taken(write):
    taken = []
    chunks = write(taken.append(n) or record(id=n) for n in range(10 * exports.ROWS))
    next(chunks), next(chunks)
    assert len(taken) <= 2 * exports.ROWS
