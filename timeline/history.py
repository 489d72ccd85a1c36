"""What changed in an event since readers first saw it? When, what and why; not by whom."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from timeline.formatting import date_words, plural
from timeline.kinds import Kind, Tone
from timeline.models import Event, Revision
from timeline.snapshots import State, differences

# A state that readers never saw (a draft) or shall not see again (withheld, merged away) tells them nothing.
SEEN = (Event.Status.PUBLISHED, Event.Status.RETRACTED)
WORDS_OF_STATUS = {Event.Status.PUBLISHED: "published again", Event.Status.RETRACTED: "retracted"}
# What is told as changed "from … to …": its name for people, and how its values are said. None of them can name anyone.
FROM_TO = {
    "kind": ("kind", lambda value: Kind(value).label),
    "tone": ("tone", lambda value: Tone(value).label),
    "date": ("date", date_words),
    "assertion": ("whether it happened", lambda value: Event.Assertion(value).label),
}
# What is only told to have changed: the old values may name what no longer belongs to the record.
CHANGED = {
    "title": "title corrected",
    "summary": "summary rewritten",
    "attributed_to": "attribution corrected",
    "date_basis": "basis of the date corrected",
    "themes": "themes corrected",
    "actors": "actors or their roles corrected",
}


class Change(NamedTuple):
    """One step of the public history. ``words`` are the things that changed."""

    at: datetime
    version: int
    words: list[str]
    reason: str


def changes(revisions: Iterable[Revision]) -> list[Change]:
    """The public history of one event from its revisions in order, oldest first."""
    told: list[Change] = []
    before: State | None = None
    for revision in revisions:
        if revision.state["status"] not in SEEN:
            continue
        words = _words(before, revision.state) if before else [_first(revision.state)]
        if words:
            told.append(Change(revision.at, revision.version, words, revision.reason))
        before = revision.state
    return told


def _first(state: State) -> str:
    return f"published, resting on {plural(len(state['passages']), 'passage')}"


def _words(old: State, new: State) -> list[str]:
    differing = differences(old, new)
    words = [WORDS_OF_STATUS[new["status"]]] if "status" in differing else []
    for name, (label, say) in FROM_TO.items():
        if name in differing and not (name == "tone" and "kind" in differing):
            words.append(f"{label} changed from “{say(old[name])}” to “{say(new[name])}”")
    words += [sentence for name, sentence in CHANGED.items() if name in differing]
    return words + _passage_words(old, new)


def _passage_words(old: State, new: State) -> list[str]:
    held, now = ({kept["passage"] for kept in state["passages"]} for state in (old, new))
    added, removed = len(now - held), len(held - now)
    words = [f"{plural(added, 'passage')} added"] if added else []
    return [*words, f"{plural(removed, 'passage')} taken out"] if removed else words
