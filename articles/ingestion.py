"""How does a document get in? Its bytes are read once, compared with what is held, and stored in one transaction.

Which document is meant is told by its slug or its address, where they are given: then the same text is
already held, another text is refused. Where neither is given the text itself is the key: it is held
already if any document has it. So the same text under another address (or slug) becomes a second
document, and the shared SHA-256 shows that both have one origin.
"""

import hashlib
from dataclasses import dataclass, fields
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils.text import slugify

from articles.models import Document, DocumentText, Publisher
from articles.reading import plain, titles
from articles.reading.cleaning import clean_line


class IngestError(ValueError):
    """The document cannot be stored; the message says why. Nothing was changed."""


class Differs(IngestError):
    """The document is held with another text."""


@dataclass(frozen=True, kw_only=True)
class DocumentFacts:
    """What is known of a document beside its text. None and "" both say that it is not known.

    A publisher of that name is used or made; its kind and country count only for a new one.
    """

    slug: str | None = None
    title: str | None = None
    title_basis: str | None = None
    publisher: str | None = None
    publisher_kind: str | None = None
    country: str | None = None
    via: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str | None = None
    licence: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Outcome:
    """``is_new`` is false where the text was held already; ``same_origin`` are other documents with this text."""

    document: Document
    is_new: bool
    same_origin: tuple[Document, ...] = ()


def store(
    data: bytes, facts: DocumentFacts, *, retrieved_at: datetime, reading: plain.Reading | None = None
) -> Outcome:
    """Read the bytes and store them as a document, unless it is held already. Safe to repeat.

    ``reading`` is what ``read`` gave for these bytes, if it was called before.
    Raises ReadError where the bytes are no text, Differs where the document is held with another
    text, IngestError where a fact is not valid.
    """
    reading = reading or read(data)
    with transaction.atomic():
        wait_for_turn()
        return _store(data, reading, facts, retrieved_at)


def wait_for_turn() -> None:
    """Let no other run look for a document between this one's look and its end of transaction.

    On SQLite every transaction waits for its turn (they begin IMMEDIATE); PostgreSQL has to be told.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('articles.ingestion'))")


def read(data: bytes) -> plain.Reading:
    """The text of the bytes, up to the size that this installation takes. Raises ReadError."""
    return plain.read(data, limit=settings.UPLOAD_LIMIT)


def add_text(document: Document, data: bytes, reading: plain.Reading, *, retrieved_at: datetime) -> DocumentText:
    """Store the first text of a document that has none."""
    return DocumentText.objects.create(
        document=document,
        text=reading.text,
        text_sha256=digest(reading),
        original=data,
        original_sha256=hashlib.sha256(data).hexdigest(),
        reader=reading.reader,
        retrieved_at=retrieved_at,
    )


def holders(reading: plain.Reading) -> models.QuerySet[Document]:
    """The documents that have exactly this text, the oldest first."""
    return Document.objects.filter(texts__text_sha256=digest(reading)).order_by("pk")


def digest(reading: plain.Reading) -> str:
    return hashlib.sha256(reading.text.encode()).hexdigest()


def free_slug(model: type[models.Model], words: str) -> str:
    """A slug made of the words that no row of the model has yet: with -2, -3 ... behind it if need be."""
    room = model._meta.get_field("slug").max_length - len("-99999")
    slug = slugify(words)[:room].strip("-") or model._meta.model_name
    taken = set(model.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(each for each in numbered if each not in taken)


def _store(data: bytes, reading: plain.Reading, facts: DocumentFacts, retrieved_at: datetime) -> Outcome:
    if document := _held(reading, facts):
        if not document.texts.filter(text_sha256=digest(reading)).exists():
            raise Differs(f"The text differs from what is held as “{document}” ({document.slug}).")
        return Outcome(document, is_new=False)
    same_origin = tuple(holders(reading))
    document = _new_document(reading, facts)
    add_text(document, data, reading, retrieved_at=retrieved_at)
    return Outcome(document, is_new=True, same_origin=same_origin)


def _held(reading: plain.Reading, facts: DocumentFacts) -> Document | None:
    """The document that is meant, if there is one: by slug, else by address, else by the text."""
    keys = {name: clean_line(value) for name in ("slug", "url") if (value := getattr(facts, name))}
    for name, value in keys.items():
        if document := Document.objects.filter(**{name: value}).first():
            return document
    return None if keys else holders(reading).first()


def _new_document(reading: plain.Reading, facts: DocumentFacts) -> Document:
    known = {field.name: value for field in fields(facts) if (value := getattr(facts, field.name))}
    publisher = _publisher(known.pop("publisher", ""), known.pop("publisher_kind", ""), known.pop("country", ""))
    guess = titles.guess(reading.text)
    known = {"title": guess.words, "title_basis": guess.basis if "title" not in known else "stated", **known}
    document = Document(**{"slug": free_slug(Document, known["title"]), **known}, publisher=publisher)
    _check(document)
    document.save()
    return document


def _publisher(name: str, kind: str, country: str) -> Publisher | None:
    """The publisher of that name, made if it is new; None without a name."""
    name = clean_line(name)
    if not name:
        return None
    if publisher := Publisher.objects.filter(name=name).first():
        return publisher
    publisher = Publisher(
        name=name, slug=free_slug(Publisher, name), kind=kind or Publisher.Kind.OTHER, country=country
    )
    _check(publisher)
    publisher.save()
    return publisher


def _check(instance: models.Model) -> None:
    """Raise IngestError, with a sentence for each field that is not valid. Uniqueness is left to the database."""
    try:
        instance.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        raise IngestError(" ".join(f"{name}: {' '.join(said)}" for name, said in error.message_dict.items())) from error
