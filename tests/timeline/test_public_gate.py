"""Safety rule 1: whatever is not public leaves no trace on any public address."""

import re
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.makers import content, evidence, make_actor, make_event, make_proposal, make_text, make_theme, make_user
from timeline import curation
from timeline.models import Event

ROOT = Path(__file__).resolve().parents[2]
# Which code may read more than what is public, and why; all other code of both applications may not.
PRIVATE_CODE = {
    "timeline/admin.py": "the desk",
    "timeline/desk": "the desk",
    "timeline/management": "commands",
    "timeline/content.py": "what a curator or a proposal says of an event",
    "timeline/curation.py": "writes events",
    "timeline/models.py": "defines them",
    "timeline/proposing.py": "writes proposals",
    "timeline/seeding.py": "fills the record",
    "timeline/public.py": "says what is public beside events",
    "timeline/bitmaps.py": "sees by the revisions whether its columns of public events are still true",
    "timeline/selection.py": "narrows events that it is given",
}
PUBLIC_CODE = sorted(
    path
    for place in ("timeline", "articles")
    for module in (ROOT / place).rglob("*.py")
    if "migrations" not in module.parts and not (path := str(module.relative_to(ROOT))).startswith(tuple(PRIVATE_CODE))
)
# What hangs on events is read for given events only.
WAYS_IN = r"Event\.objects\.(public|moved_or_retracted)\(|(Citation|Participation)\.objects\.filter\(event__in=events$"
ADDRESSES = [
    "/", "/?sort=oldest", "/?actor=china", "/?theme=trade", "/?kind=statement", "/?document=source", "/?q=claims",
    "/?q=secret", "/?from=2015&to=2016", "/?page=2", "/?actor=secret-actor", "/?theme=secret-theme",
    "/?document=secret-source", "/all/actors/", "/all/themes/", "/all/kinds/", "/all/documents/",
    "/actors/", "/actors/china/", "/actors/secret-actor/", "/themes/", "/themes/trade/", "/themes/secret-theme/",
    "/documents/", "/documents/source/", "/documents/secret-source/", "/method/", "/sitemap.xml", "/robots.txt",
    "/events.csv", "/events.csv?rows=passages", "/events.csv?actor=secret-actor", "/events.json",
    "/events.json?q=secret", "/feed.atom", "/feed.atom?theme=secret-theme",
]  # fmt: skip


@pytest.fixture
def text(db):
    return make_text(slug="source", title="The source")


@pytest.fixture
def event(text):
    actors = [(make_actor("China", slug="china"), "source"), (make_actor("Japan", slug="japan"), "target")]
    return make_event(text, actors=actors, themes=[make_theme("trade")])


def add_what_is_not_public(text):
    """Drafts, withheld and merged drafts, proposals, and actors, themes and documents that only they reach."""
    china, secret = make_actor("China"), make_actor("Secret actor", slug="secret-actor")
    theme, other_text = make_theme("secret-theme"), make_text(slug="secret-source", title="Secret", note="A secret.")
    for number in range(60):
        words = ["China denied the claims on 3 May 2016.", "Ministers met in London."][number % 2]
        make_event(
            [text, other_text][number % 3 == 0], words=words, title=f"Secret claims {number}", publish=False,
            actors=[(china, "target"), (secret, "source")], themes=[make_theme("trade"), theme],
        )  # fmt: skip
    for number in range(5):
        make_proposal(text, title=f"Secret proposal {number}")
    withheld = make_event(text, words="Ministers met in London.", actors=[(secret, "source"), (china, "target")])
    curation.withhold(withheld, version=1, by=make_user(), reason="A court said so.")
    return withheld


def answers(client, addresses):
    with patch("timeline.views.timezone.now", return_value=datetime(2026, 1, 1, tzinfo=UTC)):
        responses = [client.get(address) for address in addresses]
        return {
            address: (response.status_code, b"".join(response))
            for address, response in zip(addresses, responses, strict=True)
        }


def test_what_is_not_public_changes_no_byte(client, event, text):
    addresses = [*ADDRESSES, event.get_absolute_url()]
    before = answers(client, addresses)
    add_what_is_not_public(text)
    assert answers(client, addresses) == before


def test_what_is_public_does_change_the_answers(client, event, text):
    """So that the test above cannot pass for want of looking."""
    before = answers(client, ADDRESSES)
    make_event(text, words="Ministers met in London.", title="Another", actors=[(make_actor("China"), "source")])
    after = answers(client, ADDRESSES)
    changed = {address for address in ADDRESSES if after[address] != before[address]}
    assert {"/", "/all/actors/", "/actors/china/", "/documents/source/", "/method/", "/feed.atom"} <= changed


def test_draft_withheld_and_unknown_events_are_the_same_404(client, event, text):
    draft = make_event(text, publish=False)
    withheld = add_what_is_not_public(text)
    numbers = [draft.pk, withheld.pk, 987_654, 10**23]
    addresses = [f"/events/{number}/" for number in numbers] + [draft.get_absolute_url(), withheld.get_absolute_url()]
    found = {(response.status_code, response.content) for response in map(client.get, addresses)}
    assert len(found) == 1
    assert found.pop()[0] == 404


def test_draft_that_was_merged_away_is_not_found(client, event, text):
    draft = make_event(text, words="Ministers met in London.", publish=False)
    curation.merge(draft, version=1, into=event, into_version=1, by=make_user())
    assert client.get(f"/events/{draft.pk}/").status_code == 404


def test_reader_with_a_session_sees_no_more(client, admin_client, event, text):
    add_what_is_not_public(text)
    assert answers(admin_client, ADDRESSES) == answers(client, ADDRESSES)


def test_withdrawn_actor_is_named_nowhere(client, event, text):
    """The event's history tells that actors were corrected, not who was wrongly named."""
    said = content(text, actors=[(make_actor("China"), "source")], themes=[make_theme("trade")])
    curation.edit(event, said, version=1, by=make_user())
    pages = answers(client, [*ADDRESSES, event.get_absolute_url()])
    assert b"actors or their roles corrected" in pages[event.get_absolute_url()][1]
    assert [address for address, (_, body) in pages.items() if b"Japan" in body] == []


def test_passage_of_a_draft_is_not_marked(client, event, text):
    make_event(text, passages=[evidence(text, "The pact covers trade.")], publish=False)
    page = client.get("/documents/source/").content.decode()
    assert page.count("<mark") == 1


def test_retracted_event_leaves_every_list(client, event, text):
    kept = make_event(text, words="Ministers met in London.", title="Kept", actors=[(make_actor("China"), "source")])
    curation.retract(event, version=1, by=make_user(), reason="It was another country.")
    pages = answers(client, [*ADDRESSES, kept.get_absolute_url()])
    assert [address for address, (_, body) in pages.items() if b"China denies the claims" in body] == []


def test_private_code_is_there():
    assert [path for path in PRIVATE_CODE if not (ROOT / path).exists()] == []
    assert {"timeline/views.py", "timeline/feeds.py", "timeline/facets.py", "articles/views.py"} <= set(PUBLIC_CODE)


@pytest.mark.parametrize("path", PUBLIC_CODE)
def test_public_code_has_no_other_way_in(path):
    source = (ROOT / path).read_text(encoding="utf-8")
    doors = set(re.findall(r"\b(?:Event|Proposal|Revision|Citation|Participation|Passage)\.objects\.[^)]*", source))
    assert [door for door in doors if not re.match(WAYS_IN, door)] == []
    assert not re.search(r"_default_manager|_base_manager|Proposal\b|\.raw\(|\.extra\(", source)


def test_moved_or_retracted_holds_nothing_that_readers_never_saw(event, text):
    make_event(text, publish=False)
    add_what_is_not_public(text)
    assert not Event.objects.moved_or_retracted().exists()
