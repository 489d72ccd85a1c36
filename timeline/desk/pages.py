"""What the pages of the desk share: permissions, the admin's frame around a template, addresses."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy

from timeline.models import Event


def require(request, permission: str) -> None:
    """Raises PermissionDenied, which answers 403."""
    if not request.user.has_perm(permission):
        raise PermissionDenied


def page(request, template: str, *, status: int = 200, **context) -> TemplateResponse:
    """The template, named below ``templates/admin/timeline``, in the admin's frame."""
    frame = {**admin.site.each_context(request), "opts": Event._meta}
    return TemplateResponse(request, f"admin/timeline/{template}", {**frame, **context}, status=status)


def event_url(event: Event) -> str:
    return reverse("admin:timeline_event_change", args=[event.pk])


def to_event(event: Event):
    return redirect(event_url(event))


def suggests(what: str) -> dict:
    """Attributes of a text field that suggests "actors" or "events"; the page holds ``<datalist id="suggested-…">``."""
    address = reverse_lazy(f"admin:timeline_event_suggest_{what}")
    return {"autocomplete": "off", "list": f"suggested-{what}", "data-suggest": address}
