"""The admin site as the curators' desk: its front page says what waits, and for whom."""

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone

from timeline.desk.waiting import waiting


class SignIn(AdminAuthenticationForm):
    """Refuses a name longer than any account's: the lock against guessing would fail to store it."""

    def clean_username(self):
        name = self.cleaned_data["username"]
        if len(name) > get_user_model()._meta.get_field("username").max_length:
            raise ValidationError("No account has so long a name.")
        return name


class DeskSite(admin.AdminSite):
    site_header = "Curator’s desk"
    site_title = "Curator’s desk"
    index_title = "What waits"
    login_form = SignIn
    # The bar at the top leads everywhere; the room is for the documents.
    enable_nav_sidebar = False

    def index(self, request, extra_context=None):
        return super().index(request, {"waiting": waiting(request.user, timezone.now()), **(extra_context or {})})
