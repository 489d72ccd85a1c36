"""How a document gets in, told as stories of the same words arriving again."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from articles import ingestion
from articles.ingestion import Differs, DocumentFacts, IngestError
from articles.models import Document, DocumentText, Publisher
from articles.reading.plain import ReadError

pytestmark = pytest.mark.django_db

NOW = timezone.now()
WORDS = b"Ministers meet in London again\n\nThey talked about trade on Monday.\n"
OTHER = b"Something else was said on Tuesday.\n"
ADDRESS = "https://example.org/ministers"
SEEDS = Path(__file__).parents[2] / "seeds"


def store(data=WORDS, **facts):
    return ingestion.store(data, DocumentFacts(**facts), retrieved_at=NOW)


def test_a_new_text_becomes_a_document():
    outcome = store(published="2024-03", url=ADDRESS)
    assert outcome.is_new
    text = outcome.document.current_text
    assert (text.text, bytes(text.original), text.reader) == (WORDS.decode(), WORDS, "plain 1")
    assert text.retrieved_at == NOW


def test_both_digests_are_kept():
    data = b"\xef\xbb\xbfWords with a mark before them.\r\n"
    text = store(data).document.current_text
    assert text.text == "Words with a mark before them.\n"
    assert text.original_sha256 == hashlib.sha256(data).hexdigest()
    assert text.text_sha256 == hashlib.sha256(text.text.encode()).hexdigest()


def test_the_title_is_guessed_and_says_so():
    document = store().document
    assert document.title == "Ministers meet in London again"
    assert document.title_basis.startswith("guessed")
    assert document.slug == "ministers-meet-in-london-again"


def test_a_given_title_is_stated():
    document = store(title="On trade").document
    assert (document.title, document.title_basis, document.slug) == ("On trade", "stated", "on-trade")


@pytest.mark.parametrize("facts", [{}, {"url": ADDRESS}, {"slug": "ministers"}, {"slug": "ministers", "url": ADDRESS}])
def test_the_same_text_again_changes_nothing(facts):
    first = store(**facts).document
    again = store(**{**facts, "title": "Another title", "publisher": "Another publisher"})
    assert (again.document, again.is_new) == (first, False)
    assert (Document.objects.count(), DocumentText.objects.count(), Publisher.objects.count()) == (1, 1, 0)
    assert Document.objects.get().title == first.title


def test_the_same_text_in_other_bytes_is_held_already():
    store()
    assert not store(WORDS.replace(b"\n", b"\r\n")).is_new


@pytest.mark.parametrize("key", [{"url": ADDRESS}, {"slug": "ministers"}])
def test_another_text_under_a_held_key_is_refused(key):
    store(**key)
    with pytest.raises(Differs, match="differs from what is held"):
        store(OTHER, **key)
    assert DocumentText.objects.get().text == WORDS.decode()


def test_another_text_without_a_key_is_another_document():
    store()
    assert store(OTHER).is_new


def test_the_same_text_at_another_address_is_a_second_document():
    first = store(url=ADDRESS).document
    second = store(url=ADDRESS + "/copy")
    assert second.is_new
    assert second.same_origin == (first,)
    assert second.document.slug == f"{first.slug}-2"
    assert len(set(DocumentText.objects.values_list("text_sha256", flat=True))) == 1


def test_a_text_without_a_key_is_held_by_any_document():
    held = store(url=ADDRESS).document
    assert store().document == held


def test_a_document_known_by_its_slug_keeps_a_changed_address():
    """A curator corrected the address; the seed that runs again must not bring the document a second time."""
    document = store(slug="ministers", url=ADDRESS).document
    document.url = ADDRESS + "/corrected"
    document.save()
    assert not store(slug="ministers", url=ADDRESS).is_new


def test_a_publisher_is_made_once():
    store(publisher="The  Daily\tRecord\n", publisher_kind="news", country="GB")
    store(OTHER, publisher="The  Daily Record", publisher_kind="other")
    publisher = Publisher.objects.get()
    assert (publisher.kind, publisher.country, publisher.documents.count()) == ("news", "GB", 2)


def test_strings_are_cleaned():
    document = store(title=" On\u202e tra\x00de\n", author="Jos\u0065\u0301").document
    assert (document.title, document.author) == ("On trade", "José")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "https://example.org/" + "a" * 1000}, "url"),
        ({"published": "yesterday"}, "published"),
        ({"published": "2024-02-30"}, "published"),
        ({"title": "a" * 401}, "title"),
        ({"slug": "two words"}, "slug"),
        ({"licence": "free for all"}, "licence"),
        ({"publisher": "A" * 201}, "name"),
        ({"publisher": "A", "publisher_kind": "tabloid"}, "kind"),
    ],
)
def test_a_fact_that_is_not_valid_is_refused(facts, said):
    with pytest.raises(IngestError, match=rf"^{said}: "):
        store(**facts)
    assert (Document.objects.count(), Publisher.objects.count()) == (0, 0)


def test_a_refused_document_leaves_no_publisher():
    with pytest.raises(IngestError):
        store(publisher="The Daily Record", published="yesterday")
    assert not Publisher.objects.exists()


@pytest.mark.parametrize("data", [b"", b"\xff", b"a\0b"])
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(ReadError):
        store(data)


@pytest.mark.parametrize(("size", "taken"), [(1000, True), (1001, False)])
def test_the_size_limit_is_the_installations(settings, size, taken):
    settings.UPLOAD_LIMIT = 1000
    if taken:
        assert store(b"a" * size).is_new
    else:
        with pytest.raises(ReadError, match="larger"):
            store(b"a" * size)


def test_a_title_in_no_latin_letters_gets_a_slug():
    slugs = [store(f"{number}中英两国".encode(), title="中英两国").document.slug for number in range(3)]
    assert slugs == ["document", "document-2", "document-3"]


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's tests share one connection in memory")
@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_store_each_document_once():
    def run(_):
        with closing(connection):
            return [store(f"Ministers meet again, part {n}".encode(), publisher="A").is_new for n in range(25)]

    with ThreadPoolExecutor(4) as pool:
        stored = sum(map(sum, pool.map(run, range(4))))
    assert (stored, Document.objects.count(), Publisher.objects.count()) == (25, 25, 1)


def test_a_failure_half_way_leaves_nothing(monkeypatch):
    def fails(*args, **kwargs):
        raise IntegrityError("broken")

    monkeypatch.setattr(ingestion, "add_text", fails)
    with pytest.raises(IntegrityError):
        store(publisher="The Daily Record")
    assert (Document.objects.count(), Publisher.objects.count()) == (0, 0)


def test_the_seed_documents_come_in_with_all_their_facts():
    entries = json.loads((SEEDS / "documents.json").read_text())
    for entry in entries:
        data = (SEEDS / "documents" / entry.pop("file")).read_bytes()
        document = Document.objects.get(pk=store(data, **entry).document.pk)
        publisher = entry.pop("publisher")
        kind, country = entry.pop("publisher_kind"), entry.pop("country")
        assert {name: getattr(document, name) for name in entry} == entry
        assert (document.publisher and document.publisher.name) == publisher
        assert publisher is None or (document.publisher.kind, document.publisher.country) == (kind, country or "")
    assert Document.objects.count() == len(entries) == 5
