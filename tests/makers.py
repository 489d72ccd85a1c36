"""Makers with good defaults: a test states only what matters to it."""

import hashlib
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from articles.models import Document, DocumentText, Publisher
from timeline import curation
from timeline.models import Actor, Event, Proposal, Theme

TEXT = (
    "The United Kingdom and China signed a pact on 21 October 2015. Ministers met in London.\n\n"
    "The pact covers trade. China denied the claims on 3 May 2016.\n\n"
    "A third paragraph closes the text.\n"
)
_numbers = count(1)


def make_user(username="", *, group=None, **fields):
    """Somebody who may sign in; with ``group`` a curator, editor or administrator of the desk."""
    user = get_user_model().objects.create_user(
        username or f"user-{next(_numbers)}",
        password=fields.pop("password", None),
        is_staff=group is not None,
        **fields,
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_publisher(name="The Daily Record of Nowhere", **fields):
    return Publisher.objects.get_or_create(name=name, defaults={"slug": f"publisher-{next(_numbers)}", **fields})[0]


def make_text(text=TEXT, **document_fields) -> DocumentText:
    """A document with this text; its fields may be given."""
    number = next(_numbers)
    defaults = {"slug": f"document-{number}", "title": f"Document {number}", "published": "2016-06-01",
                "published_basis": "stated"}  # fmt: skip
    document = Document.objects.create(**{**defaults, **document_fields})
    digest = hashlib.sha256(text.encode()).hexdigest()
    return DocumentText.objects.create(
        document=document, text=text, text_sha256=digest, original=text.encode(), original_sha256=digest,
        reader="plain 1", retrieved_at=timezone.now(),
    )  # fmt: skip


def make_actor(name="China", **fields) -> Actor:
    defaults = {"slug": f"actor-{next(_numbers)}", "kind": Actor.Kind.STATE}
    return Actor.objects.get_or_create(name=name, defaults={**defaults, **fields})[0]


def make_theme(slug="trade", **fields) -> Theme:
    return Theme.objects.get_or_create(slug=slug, defaults={"name": slug.replace("-", " ").capitalize(), **fields})[0]


def evidence(text: DocumentText, words: str, marks=()) -> curation.Evidence:
    """The passage of the text that reads ``words``."""
    start = text.text.index(words)
    return curation.Evidence(text, start, start + len(words), marks)


def content(text: DocumentText | None = None, *, words="China denied the claims on 3 May 2016.", **fields):
    """What a curator might say of an event, resting on the sentence ``words`` of the text."""
    defaults = {"title": "China denies the claims", "kind": "statement", "date": "2016-05-03", "date_basis": "stated"}
    if "passages" not in fields:
        fields["passages"] = [evidence(text or make_text(), words)]
    return curation.Content(**{**defaults, **fields})


def make_event(text: DocumentText | None = None, *, publish=True, by=None, origin_key=None, **fields) -> Event:
    """An event that a curator wrote; published unless told otherwise."""
    return curation.write(content(text, **fields), by=by or make_user(), publish=publish, origin_key=origin_key)


def make_proposal(text: DocumentText | None = None, *, words="China denied the claims on 3 May 2016.", **fields):
    """What the machine might say of the sentence ``words``, fit to be published as it is.

    The payload has the shape of the extractor's.
    """
    text = text or make_text()
    start = text.text.index(words)
    span = {"start": start, "end": start + len(words), "quote": words}
    title = fields.pop("title", "China denied the claims")
    kind, date = fields.pop("kind", "statement"), fields.pop("date", "2016-05-03")
    actors = fields.pop("actors", [["China", "source"]])
    themes = fields.pop("themes") if "themes" in fields else [make_theme().slug]
    payload = {
        "title": title, "kind": kind, "date": date or None, "date_basis": "stated", "salience": "main",
        "assertion": "happened", "attributed_to": "", "themes": themes,
        "actors": [{"name": name, "role": role} for name, role in actors], "passages": [span],
        "marks": fields.pop("marks", []), "rule": "statement.denied", "rules": ["statement.denied"],
        "confidence": 0.6, "parts": [["verb", 0.6]], "why": {},
    }  # fmt: skip
    return Proposal.objects.create(
        text=text, start=span["start"], end=span["end"], title=title, kind=kind, date=date, actors=actors,
        confidence=fields.pop("confidence", 0.6), payload=payload, extractor_version="test", **fields,
    )  # fmt: skip
