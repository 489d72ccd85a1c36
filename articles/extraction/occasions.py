"""Which acts belong to a meeting told before them? They happened on its day, if they have none of their own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from articles import edtf

from .drafts import Draft

MEETINGS = frozenset({"talks", "visit"})
OUTCOMES = frozenset({"agreement", "statement", "talks"})
SHORTLY = timedelta(days=14)  # how long before the text a meeting may lie whose outcome it reports
CLOSE = 12  # sentences


def dated(drafts: Sequence[Draft], published: str | None) -> list[Draft]:
    """The drafts in order; what both sides of a dated meeting agreed or said after it has the day of the meeting."""
    meeting: Draft | None = None
    found = []
    for draft in drafts:
        if meeting is not None and _belongs(draft, meeting):
            draft = replace(draft, dating=replace(meeting.dating, rule="date.occasion", mention=None))
        elif draft.kind in MEETINGS and draft.explicit and _just_before(draft.dating.edtf, published):
            meeting = draft
        found.append(draft)
    return found


def _belongs(draft: Draft, meeting: Draft) -> bool:
    return (
        draft.kind in OUTCOMES
        and draft.dating.basis == "publication"
        and draft.number - meeting.number <= CLOSE
        and len(draft.names & meeting.names) > 1
        and draft.judgement.status == "happened"
    )


def _just_before(event: str | None, published: str | None) -> bool:
    """Is it the days before publication, and told to the day?"""
    try:
        held, appeared = edtf.parse(event or ""), edtf.parse(published or "")
    except edtf.EdtfError:
        return False
    if not (held.first_day and held.last_day and appeared.first_day and appeared.last_day):
        return False
    short = held.last_day - held.first_day <= timedelta(days=7)
    return short and appeared.first_day - SHORTLY <= held.last_day <= appeared.last_day
