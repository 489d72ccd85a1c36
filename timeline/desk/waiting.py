"""What waits for a curator, and what was decided lately? The numbers of the desk's front page."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from timeline.models import Event, Proposal, Revision

LATELY = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """So many of something, and the page that shows them."""

    count: int
    words: str
    url: str


def waiting(user, now) -> list[Waiting]:
    """What waits for this person, and what was decided in the seven days before ``now``."""
    week = (now - LATELY).isoformat()
    rows = (
        ("decide", Proposal.objects.open(), "Proposals to review", "proposal_review", {}),
        ("view_event", Event.objects.filter(status=Event.Status.DRAFT), "Drafts", "event_changelist",
         {"status__exact": Event.Status.DRAFT.value}),
        ("view_revision", Revision.objects.filter(at__gte=week), "Decisions on events this week",
         "revision_changelist", {"at__gte": week}),
        ("view_proposal", Proposal.objects.filter(state=Proposal.State.REJECTED, decided_at__gte=week),
         "Proposals rejected this week", "proposal_changelist",
         {"state__exact": Proposal.State.REJECTED.value, "decided_at__gte": week}),
    )  # fmt: skip
    return [
        Waiting(found.count(), words, f"{reverse(f'admin:timeline_{page}')}?{urlencode(query)}".rstrip("?"))
        for permission, found, words, page, query in rows
        if user.has_perm(f"timeline.{permission}")
    ]
