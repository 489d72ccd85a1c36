"""How documents, their facts and their coded events lie in files: JSON lines or a JSON list."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import edtf
from articles.reading import plain


class UnusableFile(ValueError):
    """A file that cannot be used; the message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a document beside its text."""

    published: str | None = None
    title: str = ""


def facts(path: Path) -> dict[str, Facts]:
    """The facts of documents by id. A row has ``id``, or ``file`` as in a list of seeds."""
    found = {}
    for row, place in _rows(path):
        name = row.get("id") or str(row.get("file") or "").removesuffix(".txt")
        if not name:
            raise UnusableFile(f'{place}: a document without an id: give each line an "id"')
        found[str(name)] = Facts(published_date(row.get("published"), place), str(row.get("title") or ""))
    return found


def events(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Coded events by document, as in the codebook's section 7."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row, place in _rows(path):
        try:
            found[row["doc"]] = row["events"]
        except KeyError as missing:
            raise UnusableFile(f"{place}: a document without {missing}") from missing
    return found


def published_date(value: object, place: str) -> str | None:
    """An EDTF publication date, checked; None stays None."""
    if value is None or value == "":
        return None
    try:
        return edtf.parse(str(value)).text
    except edtf.EdtfError as error:
        raise UnusableFile(f"{place}: the publication date {str(value)!r} is unusable: {error}") from error


def text_of(path: Path) -> str:
    """The text of a document's file, as it is frozen."""
    try:
        return plain.read(_bytes_of(path)).text
    except plain.ReadError as error:
        raise UnusableFile(f"{path}: {error}") from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableFile(f"{path}: cannot be read ({error.strerror}): check the path") from error


def _rows(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Each object of a JSON list, or of JSON lines, with the place that an error names."""
    text = _bytes_of(path).decode("utf-8", "replace")
    for number, row in _numbered(text, path):
        if not isinstance(row, dict):
            raise UnusableFile(f"{path}:{number}: is no JSON object: write one object a line")
        yield row, f"{path}:{number}"


def _numbered(text: str, path: Path) -> Iterator[tuple[int, Any]]:
    if text.lstrip().startswith("["):
        yield from enumerate(_parsed(text, str(path)), 1)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _parsed(line, f"{path}:{number}")


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise UnusableFile(f"{place}: is no JSON ({error}): write one object a line") from error
