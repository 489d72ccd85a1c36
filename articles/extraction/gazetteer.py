"""Which known actors does a text name, and where?

One Aho-Corasick automaton over all aliases; the longest match wins, at word boundaries only. An
alias that could mean something else (``needs_context``) counts only with a title before it or with
the actor named in another way in the same text.
"""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import ahocorasick  # type: ignore[import-not-found]

from .folding import PLAIN
from .model import ActorEntry, ActorMention, Alias

TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr|Prof|Professor|President|Premier|Chancellor|"
    r"Ambassador|Secretary|"
    r"Minister|Speaker|Senator|Governor|Commissioner|secretary|minister|president|premier|spokesperson|"
    r"spokesman|spokeswoman|ambassador|chancellor|leader)\.?\s$"
)
LETTER_BEFORE = re.compile(r"[^\W_]$")
CJK = re.compile(r"[\u3400-\u9fff]")
STATES = ("state", "territory")
NEARBY = 150  # code points in which a country gives a body its meaning
Forms = tuple[tuple[Alias, ActorEntry], ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """An alias at a place, with every actor that it may mean."""

    start: int
    end: int
    forms: Forms


@dataclass(frozen=True, slots=True)
class _Context:
    """What the text names beyond doubt: actors, how often each country, and where."""

    certain: set[str]
    counts: Counter[str]
    named: list[tuple[int, str]]

    def countries_near(self, position: int) -> set[str]:
        first = bisect_left(self.named, (position - NEARBY, ""))
        last = bisect_left(self.named, (position + NEARBY, ""))
        return {country for _, country in self.named[first:last]}

    def most_named(self, entries: Iterable[ActorEntry]) -> str:
        """The country named most of those that the entries belong to."""
        countries = {entry.country for entry in entries}
        return max(countries, key=lambda country: (self.counts[country], country), default="")


class Gazetteer:
    """The actors that we know, ready to be found in texts."""

    def __init__(self, entries: Iterable[ActorEntry]) -> None:
        self.entries = {entry.name: entry for entry in entries}
        self._states: dict[str, str] = {}
        for entry in self.entries.values():
            if entry.kind in STATES and entry.country:
                self._states.setdefault(entry.country, entry.name)
        self._automaton = _automaton(self.entries.values())

    def entry(self, name: str) -> ActorEntry | None:
        return self.entries.get(name)

    def state(self, country: str) -> str:
        """The name of the state or territory with this country code, or an empty string."""
        return self._states.get(country, "")

    def find(self, text: str) -> list[ActorMention]:
        """All mentions of known actors in text order, none of them overlapping."""
        if not self.entries:
            return []
        matches = _longest(self._matches(text))
        context = _context(matches)
        return [mention for match in matches if (mention := _meaning(text, match, context))]

    def _matches(self, text: str) -> Iterator[_Match]:
        plain = text.translate(PLAIN)
        for last, (length, forms) in self._automaton.iter(lower(plain)):
            start, end = last + 1 - length, last + 1
            if _is_word(plain, start, end):
                words = plain[start:end]
                fitting = tuple(
                    (alias, entry)
                    for alias, entry in forms
                    if not alias.case_sensitive or alias.text.translate(PLAIN) == words
                )
                if fitting:
                    yield _Match(start, end, fitting)


def load(path: Path | str) -> Gazetteer:
    """The gazetteer of a JSON list of actors. Raises OSError, or ValueError for an unusable file."""
    rows = json.loads(Path(path).read_text(encoding="utf-8"))
    try:
        return Gazetteer(_entry(row) for row in rows)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"an actor without {error}") from error


def lower(text: str) -> str:
    """Lower case with every code point at its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def _entry(row: dict[str, str | list[dict[str, str | bool]]]) -> ActorEntry:
    aliases = row.get("aliases") or []
    return ActorEntry(
        name=str(row["name"]),
        kind=str(row.get("kind") or ""),
        country=str(row.get("country") or ""),
        aliases=tuple(
            Alias(
                text=str(alias["text"]),
                case_sensitive=bool(alias.get("case_sensitive")),
                needs_context=bool(alias.get("needs_context")),
            )
            for alias in aliases
            if isinstance(alias, dict)
        ),
    )


def _automaton(entries: Iterable[ActorEntry]) -> "ahocorasick.Automaton":
    forms: dict[str, list[tuple[Alias, ActorEntry]]] = {}
    for entry in entries:
        own = Alias(entry.name)
        listed = entry.aliases
        if not any(alias.text == entry.name for alias in listed):
            listed = (own, *listed)
        for alias in listed:
            if alias.text:
                forms.setdefault(lower(alias.text.translate(PLAIN)), []).append((alias, entry))
    automaton = ahocorasick.Automaton()
    for key, meanings in forms.items():
        automaton.add_word(key, (len(key), tuple(meanings)))
    automaton.make_automaton()
    return automaton


def _is_word(text: str, start: int, end: int) -> bool:
    """Does the span stand by itself? Chinese writes no spaces, so there any place will do."""
    if CJK.match(text[start]):
        return True
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not _joins(before, text[start]) and not _joins(after, text[end - 1])


def _joins(neighbour: str, own: str) -> bool:
    return (neighbour.isalnum() or neighbour == "_") and own.isalnum() and not CJK.match(neighbour)


def _longest(matches: Iterable[_Match]) -> list[_Match]:
    """The longest of overlapping matches, the leftmost of equally long ones."""
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
        elif match.end - match.start > kept[-1].end - kept[-1].start:
            kept[-1] = match
    return kept


def _context(matches: Sequence[_Match]) -> _Context:
    certain = {entry.name for match in matches for alias, entry in match.forms if not alias.needs_context}
    plain = [(match, match.forms[0][1]) for match in matches if len(match.forms) == 1]
    named = [(match.start, entry.country) for match, entry in plain if entry.name in certain and entry.country]
    return _Context(certain, Counter(country for _, country in named), named)


def _meaning(text: str, match: _Match, context: _Context) -> ActorMention | None:
    """The one actor that the alias means here; two possible answers are no answer."""
    if len(match.forms) == 1 and not match.forms[0][0].needs_context:
        return _mention(match, match.forms[0][1])
    titled = bool(TITLE.search(text[max(0, match.start - 24) : match.start]))
    near = context.countries_near(match.start)
    possible = {
        entry.name: entry
        for alias, entry in match.forms
        if not alias.needs_context
        or titled
        or entry.name in context.certain
        or (entry.kind not in ("person", *STATES) and entry.country in near)
    }
    possible = _fewer(possible, lambda entry: entry.name in context.certain)
    possible = _fewer(possible, lambda entry: entry.country in near)
    most = context.most_named(possible.values())
    possible = _fewer(possible, lambda entry: entry.country == most)
    if len(possible) != 1:
        return None
    return _mention(match, next(iter(possible.values())))


def _fewer(possible: dict[str, ActorEntry], better: Callable[[ActorEntry], bool]) -> dict[str, ActorEntry]:
    """Those that are better, if any are."""
    return {name: entry for name, entry in possible.items() if better(entry)} or possible


def _mention(match: _Match, entry: ActorEntry) -> ActorMention:
    return ActorMention(match.start, match.end, entry.name, "actor.alias", kind=entry.kind, country=entry.country)
