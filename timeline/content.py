"""What a person says of an event before curation stores it, and what a proposal would say."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from articles.models import DocumentText
from timeline.models import Actor, Event, Proposal, Theme


@dataclass(frozen=True)
class Evidence:
    """A span of a stored text, code points, end exclusive; ``marks`` lie inside it."""

    text: DocumentText
    start: int
    end: int
    marks: Sequence[tuple[int, int, str]] = ()


@dataclass(frozen=True)
class Content:
    """What a person says of an event. ``passages[0]`` is the primary one; ``tone`` follows from the kind if blank."""

    title: str
    kind: str
    passages: Sequence[Evidence]
    date: str = ""
    date_basis: str = Event.DateBasis.UNKNOWN
    summary: str = ""
    tone: str = ""
    assertion: str = Event.Assertion.HAPPENED
    attributed_to: str = ""
    salience: str = Event.Salience.MAIN
    themes: Iterable[Theme] = ()
    actors: Sequence[tuple[Actor, str]] = ()


def spans(proposal: Proposal) -> list[tuple[int, int]]:
    """All passages of the proposal as spans of its text."""
    return [(passage["start"], passage["end"]) for passage in proposal.payload["passages"]]


def content_of(proposal: Proposal) -> Content:
    """The proposal as an event's content. Actors that the record does not hold are left out; see ``unknown_actors``."""
    said = proposal.payload
    actors = {actor.name: actor for actor in Actor.objects.filter(name__in=[name for name, _ in proposal.actors])}
    return Content(
        title=proposal.title,
        kind=proposal.kind,
        date=proposal.date,
        date_basis=said["date_basis"],
        assertion=said["assertion"],
        attributed_to=said["attributed_to"],
        salience=said["salience"],
        themes=list(Theme.objects.filter(slug__in=said["themes"])),
        actors=[(actors[name], role) for name, role in proposal.actors if name in actors],
        passages=[Evidence(proposal.text, start, end, marks_within(proposed_marks(proposal), start, end))
                  for start, end in spans(proposal)],
    )  # fmt: skip


def proposed_marks(proposal: Proposal) -> list[tuple[int, int, str]]:
    """The words that the machine marked, as ``(start, end, kind)`` in the proposal's text."""
    return [(mark["start"], mark["end"], mark["kind"]) for mark in proposal.payload["marks"]]


def marks_within(marks: Iterable[Sequence], start: int, end: int) -> list[tuple[int, int, str]]:
    """Those of the marks that lie inside the span."""
    return [(mark[0], mark[1], mark[2]) for mark in marks if start <= mark[0] and mark[1] <= end]


def words_for(proposal: Proposal, names: Collection[str]) -> set[str]:
    """The words by which the machine recognised those of the actors in this text, such as "The government"."""
    return {actor["words"] for actor in proposal.payload["actors"] if actor["name"] in names and actor.get("words")}


def unknown_actors(proposal: Proposal) -> list[str]:
    """Names that the machine read as actors and that the record does not hold yet."""
    names = [name for name, _ in proposal.actors]
    held = set(Actor.objects.filter(name__in=names).values_list("name", flat=True))
    return [name for name in names if name not in held]
