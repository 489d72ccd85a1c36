"""What does the admin offer for a model that keeps a history? To read it: nothing is reverted and nothing deleted."""

import re

from django.core.exceptions import PermissionDenied
from django.http import Http404
from simple_history.admin import SimpleHistoryAdmin

_KEY = re.compile("[0-9]{1,18}")


class HistoryAdmin(SimpleHistoryAdmin):
    """Changes keep who made them and when."""

    object_history_list_template = "admin/history_list.html"

    def revert_disabled(self, request, obj=None):
        return True

    # simple_history asks the database for whatever stands in the address.
    def history_view(self, request, object_id, extra_context=None):
        _check_keys(object_id)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        _check_keys(object_id, version_id)
        # simple_history saves a posted form even where its button is hidden, and for those who may only look.
        if request.method == "POST":
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, extra_context)

    def has_delete_permission(self, request, obj=None):
        return False


def _check_keys(*given: str) -> None:
    """Raises Http404 for what can be the key of no row."""
    if not all(_KEY.fullmatch(key) for key in given):
        raise Http404


class AddressedAdmin(HistoryAdmin):
    """For what others know by its slug: addresses and stored names lead to it, so a slug is chosen once."""

    def get_readonly_fields(self, request, obj=None):
        fixed = ["slug"] if obj else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}
