"""How is what an event says, and how it changed, put into words for a curator?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.contrib.auth import get_user_model

from articles import edtf
from articles.models import DocumentText, Passage
from timeline.content import Content, Evidence
from timeline.kinds import Kind, Tone
from timeline.models import Actor, Event, Revision, Role, Theme
from timeline.snapshots import CONTENT_FIELDS, State, snapshot

Lines = dict[str, list[str]]


@dataclass(frozen=True)
class Change:
    """One field that differs, in lines of words; an empty list stands for nothing said."""

    label: str
    old: list[str]
    new: list[str]


@dataclass(frozen=True)
class Comparison:
    """One field of a conflict: as the person saw it, as they wrote it, as it stands now."""

    label: str
    seen: list[str]
    mine: list[str]
    now: list[str]

    @property
    def differs(self) -> bool:
        return self.mine != self.now


class Names:
    """The rows that some states name by id, read once for all of them."""

    def __init__(self, states: Iterable[State]):
        states = list(states)
        self.actors = Actor.objects.in_bulk({actor for state in states for actor, _ in state["actors"]})
        self.themes = Theme.objects.in_bulk({theme for state in states for theme in state["themes"]})
        cited = {passage["passage"] for state in states for passage in state["passages"]}
        documents = Passage.objects.select_related("text__document").defer("text__text", "text__original")
        self.passages = documents.in_bulk(cited)
        self.events = Event.objects.in_bulk({state["merged_into_id"] for state in states} - {None})
        self.users = get_user_model().objects.in_bulk({state["reviewed_by_id"] for state in states} - {None})

    def bare(self, state: State) -> Content:
        """The state as what a person would say of the event, without its passages."""
        return Content(
            **{name: state[name] for name in CONTENT_FIELDS},
            themes=[self.themes[theme] for theme in state["themes"]],
            actors=[(self.actors[actor], role) for actor, role in state["actors"]],
            passages=[],
        )

    def evidence(self, state: State) -> list[Evidence]:
        """The state's passages, each with its text."""
        cited = [(self.passages[held["passage"]], held["marks"]) for held in state["passages"]]
        texts = DocumentText.objects.select_related("document").defer("original")
        texts = texts.in_bulk({passage.text_id for passage, _ in cited})
        return [
            Evidence(texts[passage.text_id], passage.start, passage.end, [tuple(mark) for mark in marks])
            for passage, marks in cited
        ]

    def standing(self, state: State) -> Lines:
        """Where the event stands: its status and who answers for it."""
        return {
            "Status": [Event.Status(state["status"]).label],
            "Reason shown to readers": _line(state["public_reason"]),
            "Merged into": [str(self.events[state["merged_into_id"]])] if state["merged_into_id"] else [],
            "Reviewed by": [self.users[state["reviewed_by_id"]].get_username()] if state["reviewed_by_id"] else [],
        }

    def lines(self, state: State) -> Lines:
        cited = [self.passages[held["passage"]] for held in state["passages"]]
        passages = [_cited(passage.quote, passage.text) for passage in cited]
        return {**said(self.bare(state)), "Passages": passages, **self.standing(state)}


def content_at(state: State) -> Content:
    names = Names([state])
    return replace(names.bare(state), passages=names.evidence(state))


def content_now(event: Event) -> Content:
    return content_at(snapshot(event))


def said(content: Content) -> Lines:
    """Each field of the content by its label, in lines of words."""
    return {
        "Title": _line(content.title),
        "Summary": content.summary.splitlines(),
        "Kind": [Kind(content.kind).label],
        "Tone": [Tone(content.tone or Kind(content.kind).tone).label],
        "Assertion": [Event.Assertion(content.assertion).label],
        "Attributed to": _line(content.attributed_to),
        "Main or background": [Event.Salience(content.salience).label],
        "Date": [date_in_words(content.date)],
        "How the date is known": [Event.DateBasis(content.date_basis).label],
        "Themes": sorted(theme.name for theme in content.themes),
        "Actors": [f"{actor.name}: {Role(role).label.lower()}" for actor, role in content.actors],
        "Passages": [_cited(quote(each), each.text) for each in content.passages],
    }


# The field of the content behind each label of ``said``.
_FIELDS = {
    "Title": "title", "Summary": "summary", "Kind": "kind", "Tone": "tone", "Assertion": "assertion",
    "Attributed to": "attributed_to", "Main or background": "salience", "Date": "date",
    "How the date is known": "date_basis", "Themes": "themes", "Actors": "actors", "Passages": "passages",
}  # fmt: skip


def upon(now: Content, *, mine: Content, seen: Content) -> Content:
    """What the person changed since they saw the event, upon what stands now, field by field."""
    wrote, was = ({**said(each), "Passages": _spans(each)} for each in (mine, seen))
    untouched = [name for label, name in _FIELDS.items() if wrote[label] == was[label]]
    return replace(mine, **{name: getattr(now, name) for name in untouched})


def says_the_same(one: Content, other: Content) -> bool:
    """Whether nothing differs that a person says; marks are the machine's."""
    return said(one) == said(other) and _spans(one) == _spans(other)


def _spans(content: Content) -> list[tuple[int, int, int]]:
    return [(each.text.pk, each.start, each.end) for each in content.passages]


def _cited(quoted: str, text: DocumentText) -> str:
    return f"“{quoted}” {text.document}"


def quote(evidence: Evidence) -> str:
    return evidence.text.text[evidence.start : evidence.end]


def date_in_words(date: str) -> str:
    """``c. June 2025 (2025-06~)``; where the words are the EDTF, once."""
    words = edtf.words(date) if date else "not known"
    return words if words == date or not date else f"{words} ({date})"


def changes(old: Lines, new: Lines) -> list[Change]:
    return [Change(label, old[label], lines) for label, lines in new.items() if old[label] != lines]


def compare(seen: Content | None, mine: Content, now: Content | None) -> list[Comparison]:
    """Field by field; what was seen or stands now may be nothing at all."""
    was, wrote, stands = (said(each) if each else {} for each in (seen, mine, now))
    return [Comparison(label, was.get(label, []), lines, stands.get(label, [])) for label, lines in wrote.items()]


def history(event: Event) -> list[tuple[Revision, list[Change]]]:
    """Every revision, the newest first, with what it changed."""
    return _steps(list(event.revisions.select_related("by").order_by("version")))


def last_change(event: Event) -> tuple[Revision, list[Change]]:
    """The newest revision, with what it changed."""
    last, *before = event.revisions.select_related("by").order_by("-version")[:2]
    return _steps([*before, last])[0]


def _steps(revisions: list[Revision]) -> list[tuple[Revision, list[Change]]]:
    """Revisions in order, the oldest first, become the newest first, each with what it changed."""
    names = Names(revision.state for revision in revisions)
    lines = [names.lines(revision.state) for revision in revisions]
    nothing = {label: [] for label in lines[0]} if lines else {}
    steps = zip(revisions, [nothing, *lines], lines, strict=False)
    return [(revision, changes(before, after)) for revision, before, after in steps][::-1]


def seen_at(event: Event, version: int) -> Content | None:
    """What the event said at that version, if there ever was one."""
    revision = event.revisions.filter(version=version).first()
    return content_at(revision.state) if revision else None


def since(event: Event, version: int) -> list[Change]:
    """What changed in the event after the version that a person saw."""
    seen = event.revisions.filter(version=version).first()
    if seen is None:
        return []
    states = [seen.state, snapshot(event)]
    names = Names(states)
    return changes(*(names.lines(state) for state in states))


def _line(text: str) -> list[str]:
    return [text] if text else []
