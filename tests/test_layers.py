"""Who may import whom: config -> timeline -> articles -> the pure packages. Read from the code itself."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PURE = [
    "articles/edtf.py",
    "articles/paragraphs.py",
    "articles/excerpts.py",
    "articles/reading",
    "articles/extraction",
    "timeline/formatting.py",
    "timeline/exports.py",
    "timeline/pairing.py",
]
# A pure module may lean on another one.
PURE_NAMES = {place.removesuffix(".py").replace("/", ".") for place in PURE}
# Nothing pure may ask the clock, the network, the database or the framework.
IMPURE = {
    "django",
    "django_filters",
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
    """Every module that the file imports, by its full name."""
    package = ".".join(path.relative_to(ROOT).with_suffix("").parts[:-1])
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            found.add(".".join(part for part in (base, node.module or "") if part))
    return found


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", modules("articles"), ids=lambda p: str(p.relative_to(ROOT)))
def test_articles_know_nothing_of_the_timeline(path):
    assert not roots(path) & {"timeline", "config"}


@pytest.mark.parametrize("path", modules("timeline"), ids=lambda p: str(p.relative_to(ROOT)))
def test_timeline_knows_nothing_of_config(path):
    assert "config" not in roots(path)


@pytest.mark.parametrize("place", PURE)
def test_pure_code_asks_nothing_outside(place):
    asked = {str(path.relative_to(ROOT)): imports(path) - PURE_NAMES for path in modules(place)}
    assert not {path: found for path, names in asked.items() if (found := {n.split(".")[0] for n in names} & IMPURE)}


@pytest.mark.parametrize("place", PURE)
def test_pure_code_reads_no_clock(place):
    asked = {
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules(place)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK
    }
    assert not asked


def test_only_curation_writes_events():
    """No other module of the application calls a writing method on events, participations, citations or revisions."""
    writers = {}
    for path in modules("timeline") + modules("articles"):
        if path.name == "curation.py" or "migrations" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        for model in ("Event", "Participation", "Citation", "Revision"):
            for verb in ("create", "bulk_create", "update_or_create", "get_or_create"):
                if f" {model}.objects.{verb}(" in text or f"\n{model}.objects.{verb}(" in text:
                    writers[str(path.relative_to(ROOT))] = f"{model}.objects.{verb}"
    assert not writers
