"""Is the seed data fit to load: does it agree with itself, with the codebook and with the seed documents?"""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.utils.text import slugify

from articles.models import Publisher
from timeline.models import Actor

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"

ACTOR_KEYS = ["name", "slug", "kind", "country", "wikidata_id", "public_role", "description", "aliases"]
ALIAS_KEYS = ["text", "language", "case_sensitive", "needs_context"]
CANONICAL_NAMES = 182  # the annotators' list; readers of the field expect at least 60 more
LONGEST_ACRONYM = 5


def load(name: str) -> list[dict[str, Any]]:
    return json.loads((SEEDS / name).read_text(encoding="utf-8"))


ACTORS = load("actors.json")
THEMES = load("themes.json")
PUBLISHERS = load("publishers.json")
DOCUMENTS = load("documents.json")
EVENTS = [
    event
    for line in (SEEDS / "events.jsonl").read_text(encoding="utf-8").splitlines()
    for event in json.loads(line)["events"]
]


def aliases() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for actor in ACTORS:
        for alias in actor["aliases"]:
            yield actor, alias


def strings(value: Any) -> Iterator[str]:
    """Every string in a piece of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def repeated(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def codebook_themes() -> list[str]:
    """The themes that section 5 of the codebook lists before its first full paragraph."""
    codebook = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    section = re.search(r"^## 5\. Themes.*?\n\n(.*?)\n\n", codebook, re.MULTILINE | re.DOTALL)
    return re.findall(r"`([a-z-]+)`", section[1])


@pytest.mark.parametrize("records", [ACTORS, THEMES, PUBLISHERS], ids=["actors", "themes", "publishers"])
def test_names_and_slugs_are_unique(records):
    assert repeated([record["name"].casefold() for record in records]) == []
    assert repeated([record["slug"] for record in records]) == []


@pytest.mark.parametrize("records", [ACTORS, PUBLISHERS], ids=["actors", "publishers"])
def test_slugs_are_those_of_the_names(records):
    assert [r["slug"] for r in records] == [slugify(r["name"]) for r in records]


@pytest.mark.parametrize("records", [ACTORS, THEMES, PUBLISHERS], ids=["actors", "themes", "publishers"])
def test_strings_are_normal_and_trimmed(records):
    for text in strings(records):
        assert text == unicodedata.normalize("NFC", text)
        assert text == " ".join(text.split())


@pytest.mark.parametrize("records", [ACTORS, PUBLISHERS], ids=["actors", "publishers"])
def test_countries_are_two_letter_codes(records):
    assert [r["name"] for r in records if not re.fullmatch(r"([A-Z]{2})?", r["country"])] == []


def test_actors_are_as_many_as_readers_expect():
    assert len(ACTORS) >= CANONICAL_NAMES + 60


def test_actors_and_aliases_have_every_key_in_order():
    assert {tuple(actor) for actor in ACTORS} == {tuple(ACTOR_KEYS)}
    assert {tuple(alias) for _, alias in aliases()} == {tuple(ALIAS_KEYS)}


def test_actor_kinds_are_in_the_vocabulary():
    assert {actor["kind"] for actor in ACTORS} <= set(Actor.Kind.values)


@pytest.mark.parametrize(("model", "records"), [(Actor, ACTORS), (Publisher, PUBLISHERS)])
def test_strings_fit_their_columns(model, records):
    for column in ("name", "slug"):
        longest = max(len(record[column]) for record in records)
        assert longest <= model._meta.get_field(column).max_length


def test_wikidata_ids_are_well_formed_and_unique():
    known = [actor["wikidata_id"] for actor in ACTORS if actor["wikidata_id"]]
    assert [number for number in known if not re.fullmatch(r"Q[1-9]\d*", number)] == []
    assert repeated(known) == []


def test_descriptions_are_one_sentence_or_blank():
    described = [actor["description"] for actor in ACTORS if actor["description"]]
    assert [text for text in described if not text.endswith(".") or text[0].islower()] == []


def test_only_persons_may_lack_a_public_role():
    private = [actor for actor in ACTORS if not actor["public_role"]]
    assert {actor["kind"] for actor in private} == {"person"}
    assert "Christine Lee" in {actor["name"] for actor in private}


def test_every_actor_of_the_reference_events_is_known():
    named = {actor["name"] for event in EVENTS for actor in event["actors"]}
    assert named - {actor["name"] for actor in ACTORS} == set()


def test_no_form_names_two_actors_without_asking_for_context():
    bearers = defaultdict(dict)
    for actor in ACTORS:
        bearers[actor["name"].casefold()][actor["name"]] = False
    for actor, alias in aliases():
        settled = bearers[alias["text"].casefold()]
        settled[actor["name"]] = settled.get(actor["name"], True) and alias["needs_context"]
    shared = {form: names for form, names in bearers.items() if len(names) > 1}
    assert [form for form, names in shared.items() if not all(names.values())] == []


def test_an_actor_lists_no_form_twice():
    for actor in ACTORS:
        forms = [actor["name"], *(alias["text"] for alias in actor["aliases"])]
        assert repeated(forms) == []


def test_short_acronyms_are_case_sensitive():
    acronym = re.compile(rf"[A-Z0-9.]{{1,{LONGEST_ACRONYM}}}")
    short = [alias for _, alias in aliases() if acronym.fullmatch(alias["text"])]
    assert "MSS" in {alias["text"] for alias in short}
    assert [alias["text"] for alias in short if not alias["case_sensitive"]] == []


def test_aliases_write_straight_apostrophes():
    assert [alias["text"] for _, alias in aliases() if re.search("[‘’]", alias["text"])] == []


def test_alias_language_follows_the_script():
    for _, alias in aliases():
        han = bool(re.search("[\u3400-\u9fff]", alias["text"]))
        assert alias["language"] == ("zh" if han else "en"), alias["text"]


def test_themes_are_those_of_the_codebook():
    assert [theme["slug"] for theme in THEMES] == codebook_themes()
    assert len(THEMES) == 18


def test_themes_stand_in_their_positions():
    assert [theme["position"] for theme in THEMES] == list(range(1, len(THEMES) + 1))


def test_every_theme_has_a_description():
    assert [theme["slug"] for theme in THEMES if not theme["description"].endswith(".")] == []


def test_publishers_are_those_of_the_documents():
    expected = {
        (document["publisher"], document["publisher_kind"], document["country"] or "")
        for document in DOCUMENTS
        if document["publisher"]
    }
    assert {(p["name"], p["kind"], p["country"]) for p in PUBLISHERS} == expected
    assert {p["kind"] for p in PUBLISHERS} <= set(Publisher.Kind.values)


def test_homepages_are_hosts_of_the_documents():
    hosts = {urlsplit(document["url"]).hostname for document in DOCUMENTS if document["url"]}
    assert {urlsplit(p["homepage"]).hostname for p in PUBLISHERS if p["homepage"]} <= hosts
