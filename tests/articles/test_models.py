"""What the database itself holds of texts and passages, tried by raw SQL on whichever engine runs the tests."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.edtf import EdtfError
from articles.models import Document, DocumentText, Passage
from articles.triggers import install
from tests.makers import make_text

pytestmark = pytest.mark.django_db
WORDS = "The 😀 pact was signed. 中国 signed too.\n"


def sql(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def add_passage(text, start, end, quote):
    sql(
        'INSERT INTO articles_passage (text_id, start, "end", quote) VALUES (%s, %s, %s, %s)',
        text.pk,
        start,
        end,
        quote,
    )


def test_an_exact_quotation_is_stored():
    add_passage(make_text(WORDS), 4, 10, "😀 pact")
    assert Passage.objects.get().quote == "😀 pact"


def test_offsets_count_code_points_beyond_the_basic_plane():
    text = make_text("😀😀中é𝒳z")
    add_passage(text, 1, 5, "😀中é𝒳")
    with pytest.raises(DatabaseError, match="differs from its text"):
        add_passage(text, 2, 5, "😀中é𝒳")


@pytest.mark.parametrize("quote", ["😀 pacT", "😀 pac", "😀 pact ", "😀  pact", "", None])
def test_a_quotation_that_differs_is_refused(quote):
    with pytest.raises(DatabaseError):
        add_passage(make_text(WORDS), 4, 10, quote)


def test_a_quotation_cannot_be_changed_afterwards():
    add_passage(make_text(WORDS), 4, 10, "😀 pact")
    with pytest.raises(DatabaseError, match="differs from its text"):
        sql("UPDATE articles_passage SET quote = %s", "another")


def test_a_passage_cannot_be_moved_under_its_quotation():
    add_passage(make_text(WORDS), 4, 10, "😀 pact")
    with pytest.raises(DatabaseError, match="differs from its text"):
        sql("UPDATE articles_passage SET start = 3")


@pytest.mark.parametrize(("start", "end", "quote"), [(4, 4, ""), (5, 4, ""), (-1, 3, "The"), (41, 45, "")])
def test_a_span_that_is_none_is_refused(start, end, quote):
    with pytest.raises(DatabaseError):
        add_passage(make_text(WORDS), start, end, quote)


def test_a_quotation_that_ends_behind_its_text_is_refused():
    """Both engines give a shorter string for such a span: only its length betrays it."""
    with pytest.raises(DatabaseError):
        add_passage(make_text("Signed."), 0, 8, "Signed.")


def test_a_span_is_stored_once():
    text = make_text(WORDS)
    add_passage(text, 4, 10, "😀 pact")
    with pytest.raises(DatabaseError):
        add_passage(text, 4, 10, "😀 pact")


@pytest.mark.parametrize(
    ("column", "value"),
    [("text", "Other words."), ("text", ""), ("text_sha256", "0" * 64), ("original_sha256", "0" * 64), ("number", 2)],
)
def test_a_stored_text_never_changes(column, value):
    make_text(WORDS)
    with pytest.raises(DatabaseError, match="never changes"):
        sql(f"UPDATE articles_documenttext SET {column} = %s", value)


def test_the_original_bytes_never_change():
    make_text(WORDS)
    with pytest.raises(DatabaseError, match="never changes"):
        sql("UPDATE articles_documenttext SET original = %s", b"other")


def test_which_text_is_current_may_change():
    text = make_text(WORDS)
    sql("UPDATE articles_documenttext SET is_current = %s", False)
    assert not DocumentText.objects.get(pk=text.pk).is_current


def test_one_text_of_a_document_is_current():
    held = make_text(WORDS)
    with pytest.raises(DatabaseError), transaction.atomic():
        DocumentText.objects.create(
            document=held.document, number=2, text="x", text_sha256="x", original=b"x", original_sha256="x",
            reader="plain 1", retrieved_at=held.retrieved_at,
        )  # fmt: skip


def test_an_address_belongs_to_one_document():
    make_text(url="https://example.org/a")
    with pytest.raises(DatabaseError), transaction.atomic():
        make_text(url="https://example.org/a")


def test_many_documents_may_have_no_address():
    assert make_text(url=None).pk != make_text(url=None).pk


def test_the_triggers_can_be_installed_again():
    install()
    with pytest.raises(DatabaseError, match="differs from its text"):
        add_passage(make_text(WORDS), 4, 10, "another")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_database_counts_as_python_does(data):
    words = data.draw(st.text(st.sampled_from("aé中😀𝒳\u0301\u200d\n "), min_size=1, max_size=20))
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    add_passage(make_text(words), start, end, words[start:end])


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("2016-06", (date(2016, 6, 1), date(2016, 6, 30))),
        ("2025-11-18~", (date(2025, 11, 18), date(2025, 11, 18))),
        ("2018/..", (date(2018, 1, 1), None)),
        ("", (None, None)),
    ],
)
def test_days_of_publication_follow_from_the_date(published, days):
    document = Document.objects.create(slug="a", title="A", published=published)
    assert (document.published_first_day, document.published_last_day) == days


def test_a_date_that_is_none_is_not_valid():
    with pytest.raises(ValidationError) as refused:
        Document(slug="a", title="A", published="some time in June").full_clean()
    assert list(refused.value.message_dict) == ["published"]


def test_date_as_people_write_it_becomes_edtf():
    document = Document(slug="a", title="A", published="June 2016")
    document.full_clean()
    assert document.published == "2016-06"


def test_a_date_that_is_none_is_not_stored():
    with pytest.raises(EdtfError):
        Document.objects.create(slug="a", title="A", published="2016-13")
