"""How is the record written for machines and spreadsheets? Plain records in, chunks of CSV or JSON out.

``Record`` is the one list of what is public of an event: whatever an export holds is taken from it.
Everything streams, so that memory does not grow with the record.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import TypedDict

from timeline.formatting import date_words

# Rows in a chunk: enough to be sent as a whole packet, few enough to be forgotten soon.
ROWS = 100
# A spreadsheet takes UTF-8 for what it is only behind this mark.
BYTE_ORDER_MARK = "\ufeff"
# A cell that starts so is run as a formula by spreadsheets; full-width forms by some.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class PassageRecord(TypedDict):
    """A quotation with its place: offsets in code points of its text, end exclusive; ``document`` is a slug."""

    quote: str
    start: int
    end: int
    document: str
    url: str
    document_title: str
    publisher: str
    published: str


class ActorRecord(TypedDict):
    name: str
    role: str


class Record(TypedDict):
    """What is public of an event. Dates are EDTF or ISO days, None where not known; the first passage is the primary
    one; addresses are absolute."""

    id: int
    url: str
    title: str
    summary: str
    kind: str
    tone: str
    assertion: str
    attributed_to: str
    date: str | None
    first_day: str | None
    last_day: str | None
    date_basis: str
    reviewed: str
    actors: list[ActorRecord]
    themes: list[str]
    passages: list[PassageRecord]


# --- JSON --------------------------------------------------------------------------------------------

JSON_FIELDS = ("id", "url", "title", "kind", "tone", "assertion", "date", "date_basis", "actors", "themes")
JSON_PASSAGE_FIELDS = ("quote", "start", "end", "document", "url")


def as_json(records: Iterable[Record], *, filter_words: str, generated: datetime) -> Iterator[str]:
    """One object with the events, their number, the filter in words and the instant of writing."""
    yield '{"events": ['
    count = 0
    for batch in _batches(_json_event(record) for record in records):
        yield (",\n" if count else "\n") + ",\n".join(batch)
        count += len(batch)
    tail = {"count": count, "filter": filter_words, "generated": generated.isoformat(timespec="seconds")}
    yield "\n], " + json.dumps(tail, ensure_ascii=False)[1:] + "\n"


def _json_event(record: Record) -> str:
    plain: dict[str, object] = {**record}
    event = {name: plain[name] for name in JSON_FIELDS}
    passages: list[dict[str, object]] = [{**passage} for passage in record["passages"]]
    event["passages"] = [{name: passage[name] for name in JSON_PASSAGE_FIELDS} for passage in passages]
    return json.dumps(event, ensure_ascii=False)


# --- CSV ---------------------------------------------------------------------------------------------

Cell = Callable[[Record, PassageRecord], str | int]

# The columns of both kinds of table: what each says of an event and one passage of it.
COLUMNS: tuple[tuple[str, Cell], ...] = (
    ("id", lambda event, _: event["id"]),
    ("url", lambda event, _: event["url"]),
    ("title", lambda event, _: event["title"]),
    ("kind", lambda event, _: event["kind"]),
    ("tone", lambda event, _: event["tone"]),
    ("assertion", lambda event, _: event["assertion"]),
    ("attributed_to", lambda event, _: event["attributed_to"]),
    ("date", lambda event, _: event["date"] or ""),
    ("date_in_words", lambda event, _: date_words(event["date"] or "")),
    ("first_day", lambda event, _: event["first_day"] or ""),
    ("last_day", lambda event, _: event["last_day"] or ""),
    ("date_basis", lambda event, _: event["date_basis"]),
    ("sources", lambda event, _: _names(event, "source")),
    ("targets", lambda event, _: _names(event, "target")),
    ("participants", lambda event, _: _names(event, "participant")),
    ("themes", lambda event, _: "; ".join(event["themes"])),
    ("summary", lambda event, _: event["summary"]),
    ("quotation", lambda _, passage: passage["quote"]),
    ("start", lambda _, passage: passage["start"]),
    ("end", lambda _, passage: passage["end"]),
    ("document", lambda _, passage: passage["document"]),
    ("document_title", lambda _, passage: passage["document_title"]),
    ("publisher", lambda _, passage: passage["publisher"]),
    ("published", lambda _, passage: passage["published"]),
    ("passage_link", lambda _, passage: passage["url"]),
    ("passages", lambda event, _: len(event["passages"])),
    ("passage_links", lambda event, _: " ".join(passage["url"] for passage in event["passages"])),
    ("reviewed", lambda event, _: event["reviewed"]),
)


def as_csv(records: Iterable[Record], *, by_passage: bool = False) -> Iterator[str]:
    """A table with one row an event and its primary quotation, or with one row a passage; a chunk starts a row."""
    line = csv.writer(_Lines()).writerow
    yield BYTE_ORDER_MARK + line([name for name, _ in COLUMNS])
    rows = (
        line([safe_cell(cell(record, passage)) for _, cell in COLUMNS])
        for record in records
        for passage in record["passages"][: None if by_passage else 1]
    )
    for batch in _batches(rows):
        yield "".join(batch)


def safe_cell(value: str | int) -> str | int:
    """The value such that no spreadsheet runs it: what could start a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) else value


def _names(event: Record, role: str) -> str:
    return "; ".join(actor["name"] for actor in event["actors"] if actor["role"] == role)


class _Lines:
    """The file that a csv.writer asks for; it hands each line straight back."""

    def write(self, line: str) -> str:
        return line


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    lines = iter(lines)
    while batch := list(islice(lines, ROWS)):
        yield batch
