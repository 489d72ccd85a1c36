"""What holds for every template: nothing inline, nothing foreign, nothing unescaped, and each can be read."""

import gzip
import re
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file())
PUBLIC = [path for path in TEMPLATES if "admin" not in path.relative_to(ROOT / "templates").parts]
# Whatever leads out of the site is a link that a reader clicks, never something that a page loads.
LINKS_OUT = {"https://www.wikidata.org/wiki/", "http://www.sitemaps.org/schemas/sitemap/0.9"}


def name(path):
    return str(path.relative_to(ROOT / "templates"))


each_template = pytest.mark.parametrize("path", TEMPLATES, ids=name)
each_public_template = pytest.mark.parametrize("path", PUBLIC, ids=name)


@each_template
def test_template_can_be_read(path):
    assert get_template(name(path))


@each_template
def test_nothing_is_inline(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:", source, re.IGNORECASE)
    assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)", source)


@each_template
def test_nothing_goes_unescaped(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|safeseq|autoescape\s+off|mark_safe", source)


@each_template
def test_nothing_foreign_is_named(path):
    addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"'<{]*", path.read_text(encoding="utf-8"))
    assert set(addresses) <= LINKS_OUT


@each_public_template
def test_public_forms_only_ask(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"csrf|method=[\"']?post", source, re.IGNORECASE)
    assert not re.search(
        r"\b(user|request\.user|request\.session|perms)\b", "".join(re.findall(r"{[{%].*?[%}]}", source))
    )


def test_page_of_the_last_resort_needs_no_context():
    html = get_template("500.html").render()
    assert "Something went wrong" in html


def test_own_scripts_of_readers_are_small():
    scripts = [path for path in (ROOT / "static/js").glob("*.js") if not path.name.startswith("desk")]
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) < 30_000


def test_own_style_loads_nothing_foreign():
    css = (ROOT / "static/css/site.css").read_text(encoding="utf-8")
    assert not re.search(r"@import|url\(|//[a-z]", css)
