"""The whole state of an event as plain data, and what differs between two states.

A state is a dict: the event's fields by name, ``themes`` (ids), ``actors`` (``[actor id, role]`` in
order), ``passages`` (``{"passage": id, "marks": [[start, end, kind]], "origin": event id or None}``,
the primary one first) and ``proposals`` (ids of the proposals that led to it). Revisions store it
as JSON; undo, conflict pages and histories read it alone.
"""

from typing import Any

from django.utils.dateparse import parse_datetime

CONTENT_FIELDS = (
    "title",
    "summary",
    "kind",
    "tone",
    "assertion",
    "attributed_to",
    "salience",
    "date",
    "date_basis",
)
STANDING_FIELDS = ("status", "public_reason", "merged_into_id", "reviewed_by_id", "second_reviewed_by_id")
LISTS = ("themes", "actors", "passages", "proposals")

State = dict[str, Any]


def snapshot(event) -> State:
    """The state of the event as it stands in the database."""
    state = {name: getattr(event, name) for name in CONTENT_FIELDS + STANDING_FIELDS}
    state["reviewed_at"] = event.reviewed_at.isoformat() if event.reviewed_at else None
    state["themes"] = sorted(event.themes.values_list("pk", flat=True))
    state["actors"] = [[p.actor_id, p.role] for p in event.participations.order_by("position")]
    state["passages"] = [
        {"passage": c.passage_id, "marks": c.marks, "origin": c.origin_event_id}
        for c in event.citations.order_by("position")
    ]
    state["proposals"] = sorted(event.proposals.values_list("pk", flat=True))
    return state


def column_values(state: State) -> State:
    """What of the state stands in the event's own row, ready for ``QuerySet.update``."""
    values = {name: state[name] for name in CONTENT_FIELDS + STANDING_FIELDS}
    values["reviewed_at"] = parse_datetime(state["reviewed_at"]) if state["reviewed_at"] else None
    values["primary_passage_id"] = state["passages"][0]["passage"] if state["passages"] else None
    return values


def differences(old: State, new: State) -> dict[str, tuple[Any, Any]]:
    """The names of what differs, each with its old and its new value; marks count with their passage."""
    names = CONTENT_FIELDS + STANDING_FIELDS + LISTS
    return {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}
