"""The pages on which a curator writes and edits events, and reads their history."""

from django.contrib import messages

from timeline import curation
from timeline.content import Content
from timeline.desk.decisions import open_to
from timeline.desk.forms import EventForm
from timeline.desk.pages import event_url, page, require, to_event
from timeline.desk.wording import compare, content_now, history, says_the_same, seen_at, upon
from timeline.models import Event


def write(request):
    """A new event by hand: kept as a draft, or published at once by those who may decide."""
    require(request, "timeline.add_event")
    publish = "publish" in request.POST
    if publish:
        require(request, "timeline.decide")
    form = EventForm(request.POST if request.method == "POST" else None, public=publish)
    if request.method == "POST" and form.is_valid() and not _only_checks(request):
        try:
            event = curation.write(form.content(), by=request.user, reason=form.reason, publish=publish)
        except curation.CurationError as error:
            form.refuse(str(error))
        else:
            messages.success(request, f"“{event}” is {'public' if publish else 'kept as a draft'}.")
            return to_event(event)
    return page(request, "event/form.html", form=form, title="Write an event")


def edit(request, event: Event):
    """The event's form. A save on a version that has moved on gets the conflict page; one of nothing stores nothing."""
    require(request, "timeline.view_event")
    source = content_now(event)
    if request.method != "POST":
        return _form_page(request, event, EventForm(source=source, version=event.version))
    for permission in _needed(event):
        require(request, permission)
    form = EventForm(request.POST, source=source, public=_is_public(event))
    if form.is_valid() and not _only_checks(request):
        content = form.content()
        if form.version == event.version and says_the_same(content, source):
            messages.info(request, "Nothing was changed.")
            return to_event(event)
        try:
            curation.edit(event, content, version=form.version, by=request.user, reason=form.reason)
        except curation.Conflict as error:
            return conflict(request, event, form, why=str(error))
        except curation.CurationError as error:
            form.refuse(str(error))
        else:
            messages.success(request, f"Saved: “{event}” is now version {event.version}.")
            return to_event(event)
    return _form_page(request, event, form)


def _is_public(event: Event) -> bool:
    return event.status == Event.Status.PUBLISHED


def _needed(event: Event) -> list[str]:
    """The permissions to change the event: what readers see at once is a decision."""
    return ["timeline.change_event", *(["timeline.decide"] if _is_public(event) else [])]


def _only_checks(request) -> bool:
    """Enter in a field presses the form's first button, which reads the date and stores nothing."""
    return "check" in request.POST


def _form_page(request, event: Event, form: EventForm):
    may_change = request.user.has_perms(_needed(event))
    return page(request, "event/form.html", form=form, event=event, title=str(event), may_change=may_change,
                decisions=open_to(event, request.user))  # fmt: skip


def conflict(request, event: Event, form: EventForm, *, why: str, seen: Content | None = None):
    """What the person changed beside what stands now; the form below holds both, for the new version.

    A field they left as they saw it is not theirs: it says what stands now, so that saving reverts nobody.
    """
    event.refresh_from_db()
    now, mine, seen = content_now(event), form.content(), seen or seen_at(event, form.version)
    if seen:
        mine = upon(now, mine=mine, seen=seen)
    table = compare(seen, mine, now)
    return page(
        request, "event/conflict.html", status=409, title="Somebody else changed this event", why=why, table=table,
        event=event, last=event.revisions.select_related("by").get(version=event.version),
        form=EventForm(source=mine, version=event.version, reason=form.reason), save_url=event_url(event),
        save_label=f"Save what I wrote over version {event.version}",
    )  # fmt: skip


def revisions(request, event: Event):
    """Who changed what, when and why."""
    require(request, "timeline.view_event")
    return page(request, "event/revisions.html", event=event, title=f"History of “{event}”", history=history(event))
