"""The admin site as the curators' desk: its front page says what waits, and for whom."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone


@dataclass(frozen=True)
class Waiting:
    """So many of something, and the page that shows them."""

    count: int
    words: str
    url: str


class DeskSite(admin.AdminSite):
    site_header = "Curator’s desk"
    site_title = "Curator’s desk"
    index_title = "What waits"
    # The bar at the top leads everywhere; the room is for the documents.
    enable_nav_sidebar = False

    def index(self, request, extra_context=None):
        return super().index(request, {"waiting": waiting(request.user, timezone.now()), **(extra_context or {})})


def waiting(user, now) -> list[Waiting]:
    """What waits for this person, and what was decided in the seven days before ``now``."""
    from timeline.models import Event, Proposal, Revision

    week = (now - timedelta(days=7)).isoformat()
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
