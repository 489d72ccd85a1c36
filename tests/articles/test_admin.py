"""The sources on the desk: texts come in through ingestion, and nothing on any page changes or deletes one."""

import re

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import admin as desk_admin
from articles import ingestion
from articles.models import Document, DocumentText, Passage, Publisher
from tests.makers import make_publisher, make_text, make_user

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
WORDS = "Ministers meet in London again\n\nThey talked about trade on Monday.\n"
ADD = "/admin/articles/document/add/"


@pytest.fixture
def as_group(client):
    def sign_in(group):
        client.force_login(make_user(group=group), backend=BACKEND)
        return client

    return sign_in


@pytest.fixture
def editor(as_group):
    return as_group("editor")


def known(**fields):
    return {"title": "", "language": "en", "licence": "quotation only", "published_basis": "unknown", **fields}


def errors(response):
    assert response.status_code == 200
    return " ".join(map(str, response.context["adminform"].form.errors.values()))


def page(name, *args):
    return reverse(f"admin:articles_{name}", args=args)


# --- how a text comes in -----------------------------------------------------------------------------


def test_pasted_text_becomes_a_document(editor):
    response = editor.post(ADD, known(pasted=WORDS.replace("\n", "\r\n"), published="2024-03"))
    assert response.status_code == 302
    document = Document.objects.get()
    assert document.current_text.text == WORDS
    assert bytes(document.current_text.original) == WORDS.replace("\n", "\r\n").encode()
    assert (document.title, document.slug) == ("Ministers meet in London again", "ministers-meet-in-london-again")
    assert document.title_basis.startswith("guessed")


def test_a_file_becomes_a_document(editor):
    publisher = make_publisher()
    file = SimpleUploadedFile("words.txt", b"\xef\xbb\xbf" + WORDS.encode())
    editor.post(ADD, known(upload=file, title="On trade", url="https://example.org/a", publisher=publisher.pk))
    document = Document.objects.get()
    assert (document.title, document.title_basis, document.publisher) == ("On trade", "stated", publisher)
    assert document.current_text.text == WORDS


def test_who_added_a_document_is_kept(editor):
    editor.post(ADD, known(pasted=WORDS))
    assert Document.objects.get().history.get().history_user.groups.get().name == "editor"


def test_a_title_of_control_characters_is_refused(editor):
    assert "blank" in errors(editor.post(ADD, known(pasted=WORDS, title="\u202e\x07")))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "either as a file or pasted"),
        ({"pasted": WORDS, "upload": SimpleUploadedFile("a.txt", b"Words.")}, "either as a file or pasted"),
        ({"pasted": " \n "}, "empty"),
        ({"upload": SimpleUploadedFile("a.txt", b"Words\xff")}, "byte 5 cannot be decoded"),
        ({"upload": SimpleUploadedFile("a.pdf", b"%PDF\0")}, "binary"),
        ({"pasted": WORDS, "published": "in June"}, "no date that we know"),
        ({"pasted": WORDS, "url": "javascript:alert(1)"}, "valid URL"),
    ],
)
def test_a_bad_form_is_explained_and_stores_nothing(editor, fields, said):
    assert said in errors(editor.post(ADD, known(**fields)))
    assert not Document.objects.exists()


def test_a_text_that_is_held_is_not_stored_twice(editor):
    held = make_text(WORDS).document
    assert f"Already held: this text is that of “{held}”" in errors(editor.post(ADD, known(pasted=WORDS)))


def test_a_held_text_at_another_address_is_a_second_document(editor):
    make_text(WORDS, url="https://example.org/a")
    editor.post(ADD, known(pasted=WORDS, url="https://example.org/b"))
    assert len(set(DocumentText.objects.values_list("document", "text_sha256"))) == 2
    assert len(set(DocumentText.objects.values_list("text_sha256"))) == 1


def test_a_held_address_is_refused(editor):
    make_text(WORDS, url="https://example.org/a")
    said = errors(editor.post(ADD, known(pasted="Other words.", url="https://example.org/a")))
    assert "already exists" in said


def test_a_text_that_comes_in_at_the_same_moment_is_stored_once(editor, monkeypatch):
    monkeypatch.setattr(ingestion, "wait_for_turn", lambda: Document.objects.exists() or make_text(WORDS))
    assert "Already held" in errors(editor.post(ADD, known(pasted=WORDS)))
    assert Document.objects.count() == 1


def test_an_address_that_comes_in_at_the_same_moment_is_stored_once(editor, monkeypatch):
    here = {"url": "https://example.org/a"}
    monkeypatch.setattr(ingestion, "wait_for_turn", lambda: Document.objects.exists() or make_text("Other.", **here))
    assert "already exists" in errors(editor.post(ADD, known(pasted=WORDS, **here)))
    assert Document.objects.count() == 1


def test_all_that_the_form_says_is_stored(editor):
    publisher = make_publisher()
    said = known(title="On trade", via="A mirror", author="A clerk", published="2024-03", published_basis="stated",
                 licence="open", language="zh", note="A translation.", url="https://example.org/a")  # fmt: skip
    editor.post(ADD, {**said, "pasted": WORDS, "publisher": publisher.pk})
    document = Document.objects.get()
    assert {name: getattr(document, name) for name in said} == said
    assert (document.publisher, document.title_basis, Publisher.objects.count()) == (publisher, "stated", 1)


@pytest.mark.parametrize(("size", "taken"), [(3000, True), (3001, False)])
def test_a_file_may_be_as_large_as_the_limit(editor, settings, size, taken):
    settings.UPLOAD_LIMIT = 3000
    response = editor.post(ADD, known(upload=SimpleUploadedFile("a.txt", b"a" * size)))
    assert (response.status_code == 302) is taken
    assert Document.objects.exists() is taken


def test_an_upload_beyond_all_limits_is_not_even_read(editor, settings):
    settings.UPLOAD_LIMIT, settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 3000, 2000
    assert editor.post(ADD, known(upload=SimpleUploadedFile("a.txt", b"a" * 5001))).status_code == 400


def test_elsewhere_a_file_counts_like_any_field(editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2000
    address = page("publisher_add")
    small, large = (SimpleUploadedFile("a.txt", b"a" * size) for size in (100, 2001))
    assert editor.post(address, {"upload": small}).status_code == 200
    assert editor.post(address, {"upload": large}).status_code == 400


def test_pasted_text_over_the_form_limit_is_refused(editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2000
    assert editor.post(ADD, known(pasted="a" * 2001)).status_code == 400


# --- what never changes --------------------------------------------------------------------------------


def test_what_is_known_of_a_document_can_be_corrected(editor):
    document = make_text(WORDS, title="On trade").document
    editor.post(page("document_change", document.pk), known(title="On trade and students", title_basis="stated"))
    document.refresh_from_db()
    assert document.title == "On trade and students"
    assert document.history.count() == 2


def test_no_form_changes_slug_or_text(editor):
    document = make_text(WORDS, slug="held").document
    posted = known(title="T", title_basis="stated", slug="moved", words="x", pasted="Other.", text="Other.")
    editor.post(page("document_change", document.pk), posted)
    document.refresh_from_db()
    assert (document.title, document.slug) == ("T", "held")
    assert document.current_text.text == WORDS


def test_the_text_stands_on_the_page_by_paragraphs(editor):
    document = make_text("One <b>paragraph</b>.\n\nAnother.").document
    content = editor.get(page("document_change", document.pk)).content.decode()
    assert "One &lt;b&gt;paragraph&lt;/b&gt;." in content
    assert content.count('class="desk-paragraph"') == 2


def test_of_a_long_text_only_the_head_is_laid_out(editor, monkeypatch):
    monkeypatch.setattr(desk_admin, "TEXT_SHOWN", 10)
    content = editor.get(page("document_change", make_text("First one.\n\nSecond one.").document.pk)).content.decode()
    assert "First one." in content and "Second one." not in content


@pytest.mark.parametrize("group", ["curator", "editor", "administrator"])
@pytest.mark.parametrize("model", ["document", "publisher"])
def test_nobody_deletes_a_source(as_group, group, model):
    document = make_text(publisher=make_publisher()).document
    held = {"document": document, "publisher": document.publisher}[model]
    assert as_group(group).post(page(f"{model}_delete", held.pk), {"post": "yes"}).status_code == 403
    as_group(group).post(page(f"{model}_changelist"), {"action": "delete_selected", "_selected_action": held.pk})
    assert (Document.objects.count(), Publisher.objects.count()) == (1, 1)


def test_not_even_a_superuser_deletes_a_source(client):
    client.force_login(make_user(is_superuser=True, group="administrator"), backend=BACKEND)
    document = make_text().document
    assert client.post(page("document_delete", document.pk), {"post": "yes"}).status_code == 403


def test_history_can_be_read_and_not_reverted(editor):
    document = make_text(title="First").document
    editor.post(page("document_change", document.pk), known(title="Second", title_basis="stated"))
    first = document.history.earliest()
    assert "Second" in editor.get(page("document_history", document.pk)).content.decode()
    version = page("document_simple_history", document.pk, first.pk)
    assert editor.get(version).status_code == 200
    assert editor.post(version, known(title="First", title_basis="stated")).status_code == 403
    document.refresh_from_db()
    assert document.title == "Second"


@pytest.mark.parametrize("keys", ["abc/history", "1/history/abc", "abc/history/1", "9" * 19 + "/history", "²/history"])
def test_the_history_of_what_has_no_such_key_is_not_found(editor, keys):
    assert editor.get(f"/admin/articles/document/{keys}/").status_code == 404
    assert editor.get(f"/admin/timeline/actor/{keys}/").status_code == 404


def test_texts_and_passages_are_not_in_the_admin():
    assert not {DocumentText, Passage} & set(admin.site._registry)


# --- who may ---------------------------------------------------------------------------------------------


def test_a_curator_reads_documents_and_changes_none(as_group):
    document = make_text(title="On trade").document
    client = as_group("curator")
    assert client.get(page("document_change", document.pk)).status_code == 200
    assert client.post(page("document_change", document.pk), known(title="Another")).status_code == 403
    assert client.post(ADD, known(pasted="Other words.")).status_code == 403
    assert Document.objects.get().title == "On trade"


@pytest.mark.parametrize("name", ["document_changelist", "document_add", "publisher_changelist", "publisher_add"])
def test_a_visitor_is_asked_to_sign_in(client, name):
    assert "/login/" in client.get(page(name))["Location"]


def test_no_page_needs_inline_script_or_style(editor):
    document = make_text(publisher=make_publisher()).document
    addresses = [ADD, page("document_changelist"), page("document_change", document.pk),
                 page("document_history", document.pk), page("publisher_changelist"), page("publisher_add"),
                 page("publisher_change", document.publisher.pk)]  # fmt: skip
    for address in addresses:
        content = editor.get(address).content.decode()
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)(?![^>]*application/json)", content), (
            address
        )


def test_a_publisher_is_found_while_typing(editor):
    make_publisher("The Daily Record of Nowhere")
    asked = {"app_label": "articles", "model_name": "document", "field_name": "publisher", "term": "nowhere"}
    found = editor.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [each["text"] for each in found] == ["The Daily Record of Nowhere"]
