"""The values that pass between the stages of extraction, each with its span and the rule that made it.

Offsets everywhere are Unicode code points in the frozen text, end exclusive, so that
``text[start:end]`` is the quote.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

Basis = Literal["stated", "relative", "publication", "unknown"]
Role = Literal["source", "target", "participant"]
MarkKind = Literal["trigger", "date", "actor"]
Assertion = Literal["happened", "planned", "alleged"]
Salience = Literal["main", "background"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of code points, ``0 <= start < end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand in the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words of a passage that give the act, the date or an actor; shown to readers and curators."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar expression in the text and what it means.

    ``edtf`` is the codebook's string; ``basis`` says whether the text states the date or it was
    counted from the publication date; ``parts`` are the mentions of a range's two ends.
    """

    start: int
    end: int
    edtf: str
    rule: str
    basis: Basis = "stated"
    parts: tuple["DateMention", ...] = ()


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name an actor. ``known`` is false for a name that the gazetteer does not hold.

    ``behind`` names the actors that stand behind this one: the state of an office-holder, the body
    that a speaker speaks for. ``office`` is true where the words around tell a public office.
    """

    start: int
    end: int
    name: str
    rule: str
    known: bool = True
    kind: str = ""
    country: str = ""
    behind: tuple[str, ...] = ()
    office: bool = False


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One actor as the gazetteer takes it. Names are canonical; aliases are what texts call it."""

    name: str
    kind: str = ""
    country: str = ""
    aliases: tuple["Alias", ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A form under which an actor appears. ``needs_context`` asks for a supporting word nearby."""

    text: str
    case_sensitive: bool = False
    needs_context: bool = False


@dataclass(frozen=True, slots=True)
class CandidateActor:
    """An actor of a candidate with its role and the rule that gave it; ``span`` is None where the
    actor follows from another (the state behind an office-holder)."""

    name: str
    role: Role
    rule: str
    known: bool = True
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event as the machine reads it. ``passages[0]`` is the primary passage, a run of whole
    sentences; ``marks`` lie inside the passages; ``confidence`` (0 to 1) is the sum of ``parts``
    clamped; ``rules`` names every rule that spoke, the trigger rule first; ``why`` tells in words what stood behind
    kind, date, status and themes."""

    kind: str
    title: str
    date: str | None
    date_basis: Basis
    salience: Salience
    assertion: Assertion
    themes: tuple[str, ...]
    actors: tuple[CandidateActor, ...]
    passages: tuple[Span, ...]
    marks: tuple[Mark, ...]
    rules: tuple[str, ...]
    confidence: float
    parts: tuple[tuple[str, float], ...]
    attributed_to: str = ""
    why: dict[str, Any] = field(default_factory=dict)

    def as_json(self, text: str) -> dict[str, Any]:
        """See :func:`as_json`."""
        return as_json(self, text)


def as_json(candidate: Candidate, text: str) -> dict[str, Any]:
    """The codebook's event (section 7) and what the machine had to say about it; JSON-safe.

    ``text`` is the text that the offsets count in.
    """
    return {
        "title": candidate.title,
        "kind": candidate.kind,
        "date": candidate.date,
        "date_basis": candidate.date_basis,
        "salience": candidate.salience,
        "assertion": candidate.assertion,
        "attributed_to": candidate.attributed_to,
        "themes": list(candidate.themes),
        "actors": [_actor_json(actor, text) for actor in candidate.actors],
        "passages": [{"start": span.start, "end": span.end, "quote": span.of(text)} for span in candidate.passages],
        "marks": [{"start": mark.start, "end": mark.end, "kind": mark.kind} for mark in candidate.marks],
        "rule": candidate.rules[0] if candidate.rules else "",
        "rules": list(candidate.rules),
        "confidence": candidate.confidence,
        "parts": [list(part) for part in candidate.parts],
        "why": candidate.why,
    }


def _actor_json(actor: CandidateActor, text: str) -> dict[str, Any]:
    return {
        "name": actor.name,
        "role": actor.role,
        "rule": actor.rule,
        "known": actor.known,
        "words": actor.span.of(text) if actor.span else "",
    }
