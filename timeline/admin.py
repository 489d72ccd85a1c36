"""The curators' desk in the admin: what is registered, listed and reachable, and for whom.

Events and proposals have the admin's lists and addresses, but none of its ways to write: their
pages are those of ``timeline.desk``, which write through ``timeline.curation`` alone.
"""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from articles import edtf
from articles.history import AddressedAdmin
from timeline.desk import decisions, events, rereading, review, suggestions, undoing
from timeline.desk.names import ActorNameForm, AliasForm
from timeline.desk.pages import page
from timeline.desk.people import NewPersonForm, PasswordForm, PersonForm
from timeline.desk.surroundings import around
from timeline.models import Actor, ActorAlias, Event, Proposal, Revision, Theme


class ReadOnlyAdmin(admin.ModelAdmin):
    """Lists and pages, but nothing of the admin's own ways to add, change, delete or act in bulk."""

    actions = None
    list_per_page = 50

    def changelist_view(self, request, extra_context=None):
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        raise PermissionDenied

    def delete_model(self, request, obj):
        raise PermissionDenied

    def found(self, request, object_id: str):
        """The row of an address. Raises Http404."""
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        return row


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["title", "when", "kind", "status", "version", "sources", "reviewed_by"]
    list_filter = [
        "status", "kind", ("themes", admin.RelatedOnlyFieldListFilter),
        ("reviewed_by", admin.RelatedOnlyFieldListFilter),
    ]  # fmt: skip
    search_fields = ["title", "summary", "passages__quote"]
    search_help_text = "Words of title, summary or passages"
    list_select_related = ["reviewed_by"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_source_count().newest_first()

    @admin.display(description="date", ordering="sort_day")
    def when(self, event):
        return edtf.words(event.date) if event.date else "not known"

    @admin.display(ordering="source_count")
    def sources(self, event):
        return event.source_count

    # Both only open the desk's own pages, which ask for more where more is needed.
    def has_add_permission(self, request):
        return request.user.has_perm("timeline.add_event")

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("timeline.change_event")

    def get_urls(self):
        def to(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"timeline_event_{name}")

        return [
            to("suggest/actors/", suggestions.actors, "suggest_actors"),
            to("suggest/events/", suggestions.events, "suggest_events"),
            to("read-date/", suggestions.read_date, "read_date"),
            to("<int:object_id>/<slug:decision>/confirm/", self.decide_view, "decide"),
            *super().get_urls(),
        ]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None:
            return events.write(request)
        return events.edit(request, self.found(request, object_id))

    def history_view(self, request, object_id, extra_context=None):
        return events.revisions(request, self.found(request, object_id))

    def decide_view(self, request, object_id, decision):
        return decisions.decide(request, self.found(request, str(object_id)), decision)


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    list_display = ["title", "when", "kind", "confidence", "state", "document", "decided_by"]
    list_filter = ["state", "kind", ("text__document", admin.RelatedOnlyFieldListFilter), "decided_at"]
    search_fields = ["title", "text__document__title"]
    list_select_related = ["text__document", "decided_by"]
    ordering = ["-confidence", "pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("text__text", "text__original", "payload")

    @admin.display(description="date", ordering="date")
    def when(self, proposal):
        return edtf.words(proposal.date) if proposal.date else "not known"

    @admin.display(ordering="text__document__title")
    def document(self, proposal):
        return proposal.text.document

    def get_urls(self):
        def to(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"timeline_proposal_{name}")

        return [
            to("review/", review.review, "review"),
            to("review/undo/", require_POST(undoing.undo), "undo"),
            to("read/<int:document>/", require_POST(rereading.read), "read"),
            to("<int:object_id>/reopen/", require_POST(self.reopen_view), "reopen"),
            *super().get_urls(),
        ]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None or request.method == "POST" or not self.has_view_permission(request):
            raise PermissionDenied
        proposal = self.found(request, object_id)
        shown = around(proposal.text.text, [(proposal.start, proposal.end)], neighbours=1)
        return page(request, "proposal/one.html", title=str(proposal), proposal=proposal, blocks=shown,
                    opts=Proposal._meta)  # fmt: skip

    def reopen_view(self, request, object_id):
        return undoing.reopen(request, self.found(request, str(object_id)))

    def history_view(self, request, object_id, extra_context=None):
        raise Http404


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """Every decision on an event; each leads to the event's history."""

    list_display = ["at", "event", "version", "action", "by", "reason"]
    list_filter = ["at", "action", ("by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["event__title", "reason"]
    list_select_related = ["event", "by"]
    ordering = ["-at", "-pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("state")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None or not self.has_view_permission(request):
            raise PermissionDenied
        return redirect("admin:timeline_event_history", self.found(request, object_id).event_id)

    def history_view(self, request, object_id, extra_context=None):
        raise Http404


# --- what has a history of its own -----------------------------------------------------------------


class AliasInline(admin.TabularInline):
    model = ActorAlias
    form = AliasForm
    extra = 1


@admin.register(Actor)
class ActorAdmin(AddressedAdmin):
    form = ActorNameForm
    list_display = ["name", "kind", "country", "events_count", "public_role"]
    list_filter = ["kind", "country", "public_role"]
    search_fields = ["name", "aliases__alias", "description"]
    search_help_text = "Words of name, alias or description"
    inlines = [AliasInline]
    # An actor or theme of no public event has no page for readers.
    view_on_site = False

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(event_count=Count("participations", distinct=True))

    @admin.display(description="events", ordering="event_count")
    def events_count(self, actor):
        return actor.event_count


@admin.register(Theme)
class ThemeAdmin(AddressedAdmin):
    list_display = ["name", "slug", "position", "description"]
    view_on_site = False
    search_fields = ["name", "description"]


# --- people ----------------------------------------------------------------------------------------

admin.site.unregister(get_user_model())


@admin.register(get_user_model())
class DeskUserAdmin(UserAdmin):
    """Administrators make accounts and put them into groups; only a superuser hands out more than that."""

    form, add_form, change_password_form = PersonForm, NewPersonForm, PasswordForm

    def get_readonly_fields(self, request, obj=None):
        held = super().get_readonly_fields(request, obj)
        return held if request.user.is_superuser else (*held, "is_superuser", "user_permissions")

    def has_change_permission(self, request, obj=None):
        theirs = obj is None or not obj.is_superuser or request.user.is_superuser
        return theirs and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False
