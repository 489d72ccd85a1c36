"""Which public events hold these words?

Text and query are brought into the same form here: lower case, no accents, English stems, each
Chinese or Japanese character a word of its own, and nothing but ASCII letters and digits. The
engines only look such words up, FTS5 on SQLite and a GIN index on PostgreSQL, so both give the
same events. A phrase is a run of words that stands in an entry word by word.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import snowballstemmer
from django.db import connection, connections, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from timeline.models import Event, SearchEntry

MAX_TERMS = 32
# More than the filter form lets through; what is longer is cut, so that no caller can ask for more.
LONGEST_QUERY = 1_000
LONGEST_WORD = 40
BATCH = 500

# Han (with compatibility and later planes), hiragana and katakana: written without spaces.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s\b")
_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')

Term = tuple[str, ...]

# The events whose entries hold all of these words; one parameter.
_HOLDING_ALL = {
    "sqlite": "SELECT rowid FROM timeline_search WHERE timeline_search MATCH %s",
    "postgresql": "SELECT event_id FROM timeline_searchentry WHERE string_to_array(words, ' ') @> %s::text[]",
}


def words_of(text: str) -> list[str]:
    """The words of a text in the form in which they are compared, in their order."""
    folded = _without_accents(text).casefold()
    folded = _POSSESSIVE.sub("", _INITIALS.sub(lambda initials: initials[0].replace(".", ""), folded))
    return [_plain(word) for word in _WORD.findall(folded)]


def terms_of(query: str) -> list[Term]:
    """What a query asks for: single words and phrases, each once. A query of no word at all asks for nothing."""
    asked = _TERM.findall(query[:LONGEST_QUERY].translate(_QUOTATION_MARKS))
    terms = (tuple(words_of(phrase or word)) for phrase, word in asked)
    return list(dict.fromkeys(term for term in terms if term))


def matching(queryset: QuerySet, query: str) -> QuerySet:
    """The events of the queryset that hold every word and phrase of the query; none if it has no word."""
    terms = terms_of(query)[:MAX_TERMS]
    if not terms:
        return queryset.none()
    entries = SearchEntry.objects.filter(pk__in=_holding(terms))
    for term in terms:
        if len(term) > 1:
            entries = entries.filter(words__contains=f" {' '.join(term)} ")
    return queryset.filter(pk__in=entries.values("pk"))


def reindex(event: Event) -> None:
    """Bring the search entry in step with the event; only public events have one."""
    if not Event.objects.public().filter(pk=event.pk).exists():
        SearchEntry.objects.filter(event=event).delete()
        return
    quotes = event.citations.order_by("position").values_list("passage__quote", flat=True)
    SearchEntry.objects.update_or_create(event=event, defaults={"words": _entry(event, quotes)})


@transaction.atomic
def rebuild() -> int:
    """Write all entries anew, as after a change of what a word is; returns how many there are."""
    SearchEntry.objects.all().delete()
    events = Event.objects.public().order_by("pk").prefetch_related("citations__passage")
    entries = (
        SearchEntry(event=event, words=_entry(event, [citation.passage.quote for citation in event.citations.all()]))
        for event in events.iterator(chunk_size=BATCH)
    )
    return len(SearchEntry.objects.bulk_create(entries, batch_size=BATCH))


def install(using: str = "default", **kwargs) -> None:
    """Put the engine's index on the entries and fill it; safe to run any number of times.

    After every `migrate`, for the reason given in ``articles.triggers``.
    """
    with connections[using].cursor() as cursor:
        for statement in SQLITE if connections[using].vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)


SQLITE = [
    """CREATE VIRTUAL TABLE IF NOT EXISTS timeline_search USING fts5(
    words, content='timeline_searchentry', content_rowid='event_id', tokenize='ascii', detail='none')""",
    """CREATE TRIGGER IF NOT EXISTS timeline_search_insert AFTER INSERT ON timeline_searchentry BEGIN
    INSERT INTO timeline_search (rowid, words) VALUES (NEW.event_id, NEW.words); END""",
    """CREATE TRIGGER IF NOT EXISTS timeline_search_delete AFTER DELETE ON timeline_searchentry BEGIN
    INSERT INTO timeline_search (timeline_search, rowid, words) VALUES ('delete', OLD.event_id, OLD.words); END""",
    """CREATE TRIGGER IF NOT EXISTS timeline_search_update AFTER UPDATE ON timeline_searchentry BEGIN
    INSERT INTO timeline_search (timeline_search, rowid, words) VALUES ('delete', OLD.event_id, OLD.words);
    INSERT INTO timeline_search (rowid, words) VALUES (NEW.event_id, NEW.words); END""",
    # Entries may have been written while the triggers were missing.
    "INSERT INTO timeline_search (timeline_search) VALUES ('rebuild')",
]

POSTGRESQL = [
    """CREATE INDEX IF NOT EXISTS timeline_search ON timeline_searchentry
    USING gin (string_to_array(words, ' '))""",
]


def _holding(terms: Sequence[Term]) -> RawSQL:
    """The keys of entries that hold the first words of every term; the rest of a phrase is compared as text."""
    words = sorted({word for term in terms for word in term[:3]})
    asked = " ".join(f'"{word}"' for word in words) if connection.vendor == "sqlite" else words
    return RawSQL(_HOLDING_ALL[connection.vendor], [asked])  # noqa: S611 - a constant; the words are a parameter


def _entry(event: Event, quotes: Sequence[str]) -> str:
    """The event's words, a space on both sides of each; no phrase reaches over the line break between two parts."""
    parts = (" ".join(words_of(part)) for part in [event.title, event.summary, *quotes])
    return "".join(f" {part} \n" for part in parts if part)


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """One word in ASCII: an English stem, or the numbers of its characters. A stemmer of its own, for threads."""
    word = word[:LONGEST_WORD]
    if word.isascii():
        return snowballstemmer.stemmer("english").stemWord(word)
    return "".join(c if c.isascii() else f"u{ord(c):x}" for c in word)
