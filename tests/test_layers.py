"""Who may import whom: config -> timeline -> articles -> the pure packages. Read from the code itself."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What mypy checks strictly is what is pure: one list for both.
PURE = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["files"]
# A pure module may lean on another one, and quote what stands in an address.
PURE_NAMES = (*(place.removesuffix(".py").replace("/", ".") for place in PURE), "urllib.parse")
# Nothing pure may ask the clock, the network, the database or the framework.
IMPURE = {
    "django",
    "django_filters",
    "articles",
    "timeline",
    "config",
    "socket",
    "urllib",
    "http",
    "requests",
    "sqlite3",
    "time",
    "random",
}
CLOCK = {"now", "today", "utcnow"}


def modules(place: str) -> list[Path]:
    path = ROOT / place
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def imports(path: Path) -> set[str]:
    """Every module that the file imports, by its full name; what comes from within a module is named behind it."""
    package = ".".join(path.relative_to(ROOT).with_suffix("").parts[:-1])
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            found |= {".".join(part for part in (base, node.module, name.name) if part) for name in node.names}
    return found


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", modules("articles"), ids=lambda p: str(p.relative_to(ROOT)))
def test_articles_know_nothing_of_the_timeline(path):
    assert not roots(path) & {"timeline", "config"}


@pytest.mark.parametrize("path", modules("timeline"), ids=lambda p: str(p.relative_to(ROOT)))
def test_timeline_knows_nothing_of_config(path):
    assert "config" not in roots(path)


def is_pure(name: str) -> bool:
    return name.split(".")[0] not in IMPURE or any(f"{name}.".startswith(f"{pure}.") for pure in PURE_NAMES)


@pytest.mark.parametrize("place", PURE)
def test_pure_code_asks_nothing_outside(place):
    assert modules(place)
    asked = {(str(path.relative_to(ROOT)), name) for path in modules(place) for name in imports(path)}
    assert [(path, name) for path, name in sorted(asked) if not is_pure(name)] == []


@pytest.mark.parametrize("place", PURE)
def test_pure_code_reads_no_clock(place):
    asked = {
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules(place)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK
    }
    assert not asked


# --- one door through which events are written ----------------------------------------------------------

GUARDED = {"Event", "Participation", "Citation", "Revision", "participations", "citations", "revisions", "themes"}
QUERY_VERBS = {"create", "bulk_create", "get_or_create", "update_or_create", "update", "bulk_update", "delete"}
RELATION_VERBS = {"set", "add", "remove", "clear"}
# Whose row a bare `row.save()` writes cannot be read from the code, so each is named here with what it writes.
INSTANCE_VERBS = {"save", "delete"}
OTHER_ROWS = {
    ("articles/cleaned.py", "super().save"): "any model of articles and actors, whose words it cleans",
    ("articles/models.py", "super().save"): "a document",
    ("articles/ingestion.py", "document.save"): "a document",
    ("articles/ingestion.py", "publisher.save"): "a publisher",
    ("timeline/proposing.py", "new.save"): "a proposal",
    ("timeline/seeding.py", "user.save"): "the service account",
}
STATEMENTS = re.compile(
    r"(INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+timeline_(event|participation|citation|revision)\b", re.IGNORECASE
)


def links(receiver: ast.expr) -> set[str]:
    """The names along a chain of attributes and calls: Event, objects, filter of ``Event.objects.filter(pk=1)``."""
    found = set()
    while isinstance(receiver, ast.Attribute | ast.Call | ast.Subscript):
        if isinstance(receiver, ast.Attribute):
            found.add(receiver.attr)
        receiver = receiver.func if isinstance(receiver, ast.Call) else receiver.value
    return found | {receiver.id} if isinstance(receiver, ast.Name) else found


def writes(source: str) -> list[str]:
    """Every call in the source that may write an event or what belongs to it, and every such SQL statement."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENTS.search(node.value):
            found.append(node.value)
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        verb, chain = node.func.attr, links(node.func.value)
        of_guarded = verb in QUERY_VERBS | RELATION_VERBS | INSTANCE_VERBS and chain & GUARDED
        of_a_row = verb in INSTANCE_VERBS and "objects" not in chain
        if of_guarded or of_a_row:
            found.append(ast.unparse(node.func))
    return found


@pytest.mark.parametrize(
    "source",
    [
        "Event.objects.filter(pk=1).update(title='x')",
        "Revision.objects\\\n    .create(event=event)",
        "models.Citation.objects.bulk_create(rows)",
        "Event(title='x').save()",
        "event.save(update_fields=['title'])",
        "event.citations.all().delete()",
        "events[0].themes.add(theme)",
        "participation.delete()",
        "cursor.execute('UPDATE timeline_event SET title = 1')",
    ],
)
def test_every_way_of_writing_an_event_is_seen(source):
    """So that the test below cannot pass for want of looking."""
    assert writes(source)


@pytest.mark.parametrize("source", ["seen.add(1)", "Event.objects.public()", "SearchEntry.objects.all().delete()"])
def test_reading_events_and_writing_other_rows_is_no_such_way(source):
    assert not writes(source)


def test_only_curation_writes_events():
    found = {
        (str(path.relative_to(ROOT)), call)
        for path in modules("timeline") + modules("articles") + modules("config")
        if path != ROOT / "timeline" / "curation.py" and "migrations" not in path.parts
        for call in writes(path.read_text(encoding="utf-8"))
    }
    assert found == set(OTHER_ROWS)
