"""The pages of the sources."""

import re

import pytest

from articles.models import DocumentText
from tests.makers import evidence, make_event, make_publisher, make_text
from timeline import curation

pytestmark = pytest.mark.django_db

MAX_QUERIES = 25
DENIAL = "China denied the claims on 3 May 2016."


@pytest.fixture
def text(db):
    return make_text(slug="source", title="The source", licence="open")


def page(client, address="/documents/source/"):
    return client.get(address).content.decode()


def anchors(html):
    return re.findall(r'id="p(\d+)"', html)


def test_document_is_listed_with_its_source(client, text):
    text.document.publisher = make_publisher("The Daily Record of Nowhere")
    text.document.via = "A copier"
    text.document.save()
    make_event(text)
    html = page(client, "/documents/")
    assert "The Daily Record of Nowhere, reproduced by A copier · 1 June 2016 · 1 event" in html


def test_documents_stand_newest_first_and_undated_ones_last(client):
    for slug, published in [("undated", ""), ("old", "1999"), ("new", "2024-05")]:
        make_event(make_text(slug=slug, published=published))
    assert re.findall(r'href="/documents/(\w+)/"', page(client, "/documents/")) == ["new", "old", "undated"]


def test_document_without_a_public_event_is_not_found(client, text):
    make_event(text, publish=False)
    assert client.get("/documents/source/").status_code == 404
    assert "/documents/source/" not in page(client, "/documents/")


def test_page_gives_the_facts_of_the_source(client):
    text = make_text(slug="source", author="A. Writer", url="https://news.example/a", note="A first version.",
                     published="2016-06", published_basis="in the address", title_basis="from the address")  # fmt: skip
    make_event(text)
    html = page(client)
    for fact in ("Publisher not known", "A. Writer", "https://news.example/a", "A first version.", "June 2016",
                 "(in the address)", "from the address", "Quotation only"):  # fmt: skip
        assert fact in html


def test_passage_is_marked_in_the_tone_of_its_event_with_a_note_beside(client, text):
    event = make_event(text, kind="warning")
    html = page(client)
    passage = event.primary_passage.pk
    assert f'<span id="p{passage}"><mark class="conflict" data-p="{passage}">{DENIAL}</mark></span>' in html
    assert re.search(rf'class="note conflict">.*{event.get_absolute_url()}.*href="#p{passage}"', html, re.S)


def test_paragraphs_are_numbered(client, text):
    make_event(text)
    assert re.findall(r'class="no" aria-hidden="true">(\d+)<', page(client)) == ["1", "2", "3"]


def test_overlapping_passages_are_split_and_each_anchor_stands_once(client, text):
    first = make_event(passages=[evidence(text, "The pact covers trade. China denied")], title="First", kind="visit")
    second = make_event(passages=[evidence(text, "China denied the claims")], title="Second", kind="warning")
    html = page(client)
    assert sorted(anchors(html)) == sorted(str(event.primary_passage.pk) for event in (first, second))
    assert re.search(r'<mark class="cooperation several" data-p="\d+ \d+">China denied</mark>', html)
    assert '<mark class="conflict"' in html


def test_passage_over_paragraphs_has_one_anchor_and_a_mark_in_each(client, text):
    make_event(passages=[evidence(text, "Ministers met in London.\n\nThe pact covers trade.")])
    html = page(client)
    assert len(anchors(html)) == 1
    assert html.count("<mark") == 2


def test_event_with_two_passages_in_a_paragraph_has_one_note(client, text):
    make_event(passages=[evidence(text, DENIAL), evidence(text, "The pact covers trade.")])
    html = page(client)
    assert html.count('class="note ') == 1
    assert "show passage 2</a>" in html


def test_quotation_only_leaves_paragraphs_out_and_says_so(client, settings):
    settings.SHOW_FULL_TEXT = False
    make_event(make_text("\n\n".join(["Far away stands this."] * 30 + [DENIAL]), slug="source"))
    html = page(client)
    assert DENIAL in html
    assert html.count("Far away stands this.") == 1
    assert '<p class="left-out">[…]</p>' in html
    assert "may only be quoted" in html


@pytest.mark.parametrize(("licence", "full"), [("open", False), ("quotation only", True)])
def test_open_licence_or_private_machine_shows_all(client, settings, licence, full):
    settings.SHOW_FULL_TEXT = full
    make_event(make_text("\n\n".join(["Far away stands this."] * 30 + [DENIAL]), slug="source", licence=licence))
    html = page(client)
    assert html.count("Far away stands this.") == 30
    assert "may only be quoted" not in html


def test_link_to_a_passage_of_an_earlier_text_keeps_working(client, text):
    event = make_event(text)
    DocumentText.objects.filter(pk=text.pk).update(is_current=False)
    new = DocumentText.objects.create(
        document=text.document, number=2, text="All new.", text_sha256="0" * 64, original=b"All new.",
        original_sha256="0" * 64, reader="plain 1", retrieved_at=text.retrieved_at,
    )  # fmt: skip
    assert new.is_current
    html = page(client)
    assert anchors(html) == [str(event.primary_passage.pk)]
    assert "Earlier text, number 1" in html


def test_passage_that_is_no_longer_cited_is_not_marked(client, text):
    event = make_event(text)
    make_event(text, words="Ministers met in London.", title="Kept")
    curation.retract(event, version=1, by=event.reviewed_by, reason="Wrong.")
    assert page(client).count("<mark") == 1


def test_hostile_text_and_facts_are_shown_as_text(client):
    text = make_text("<img src=x onerror=alert(1)> China denied it.", slug="source", title="<i>A</i>", note="<b>B</b>")
    make_event(text, words="China denied it.", title="<u>C</u>")
    html = page(client)
    assert not re.search(r"<img|<i>A|<b>B|<u>C", html)


@pytest.mark.parametrize("address", ["/documents/", "/documents/source/"])
def test_more_events_cost_no_more_queries(client, text, django_assert_max_num_queries, address):
    make_event(text)
    with django_assert_max_num_queries(MAX_QUERIES) as few:
        page(client, address)
    for words in ["Ministers met in London.", "The pact covers trade.", DENIAL] * 5:
        make_event(text, words=words)
        make_event(make_text(), words=words)
    with django_assert_max_num_queries(len(few)):
        page(client, address)


def test_two_documents_of_one_origin_show_no_more_than_one(client, db, settings):
    """The licence counts by text: half of it here and the other half there would be all of it."""
    settings.SHOW_FULL_TEXT = False
    sentences = [f"Sentence number {n} says what nobody else says here." for n in range(60)]
    words = "\n\n".join(sentences)
    for slug, cited in (("one", sentences[:30:3]), ("two", sentences[30::3])):
        held = make_text(words, slug=slug)
        for sentence in cited:
            make_event(held, passages=[evidence(held, sentence)])
    pages = "".join(client.get(f"/documents/{slug}/").content.decode() for slug in ("one", "two"))
    shown = sum(sentence in pages for sentence in sentences)
    assert 20 <= shown <= 20 + 40 // 2  # what is cited, and half of all the rest
