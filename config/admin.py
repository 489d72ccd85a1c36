"""The admin site as the curators' desk: its front page says what waits, and for whom."""

from django.contrib import admin
from django.utils import timezone

from timeline.desk.waiting import waiting


class DeskSite(admin.AdminSite):
    site_header = "Curator’s desk"
    site_title = "Curator’s desk"
    index_title = "What waits"
    # The bar at the top leads everywhere; the room is for the documents.
    enable_nav_sidebar = False

    def index(self, request, extra_context=None):
        return super().index(request, {"waiting": waiting(request.user, timezone.now()), **(extra_context or {})})
