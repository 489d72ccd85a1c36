"""The reader's pages of the timeline. Every one of them starts from ``Event.objects.public()``."""

from itertools import groupby

from django.conf import settings
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline import density, exports, facets
from timeline.cards import cards
from timeline.evidence import panels
from timeline.filters import BadFilter, EventFilter, explained, select
from timeline.grouping import by_year
from timeline.history import changes
from timeline.kinds import KINDS_OF_TONE, Kind
from timeline.models import Actor, Event, Theme
from timeline.neighbours import neighbours
from timeline.paging import page
from timeline.public import public_actors, public_documents, public_passages, public_themes
from timeline.records import records
from timeline.seeding import SERVICE_ACCOUNT
from timeline.selection import PARAMETERS, Selection

# How many of its events the page of an actor or theme shows, and how many of its companions.
OWN_EVENTS, COMPANIONS = 20, 12


# --- the timeline ------------------------------------------------------------------------------------


@require_safe
def timeline(request):
    """The events asked for, with the chart and the filters. htmx gets the part of the page that changes."""
    asked = EventFilter(request.GET)
    try:
        return _answer(request, _timeline(asked))
    except BadFilter as error:
        return _refusal(request, asked, error)


def _answer(request, context, status=200):
    partial = request.htmx and not request.htmx.history_restore_request
    name = "timeline/_timeline.html" if partial else "timeline/timeline.html"
    return render(request, name, context, status=status)


def _refusal(request, asked: EventFilter, error: BadFilter):
    """What is wrong, beside the filters as far as they are right."""
    selection = asked.understood
    context = {"faults": error.messages, "selection": selection, "facets": facets.count(selection)}
    return _answer(request, context, status=400)


def _timeline(asked: EventFilter) -> dict:
    selection = asked.selection
    shown = page(selection, asked.number)
    return {
        "selection": selection,
        "page": shown,
        "years": by_year(cards(shown.keys)),
        "facets": facets.count(selection),
        "chart": density.chart(selection),
    }


@require_safe
def facet(request, facet):
    """Every value of one facet: where "all 25 actors …" leads."""
    if facet not in PARAMETERS:
        raise Http404
    asked = EventFilter(request.GET)
    try:
        selection = asked.selection
    except BadFilter as error:
        return _refusal(request, asked, error)
    context = {"facet": facet, "selection": selection, "values": facets.all_values(selection, facet)}
    return render(request, "timeline/facet.html", context)


@require_safe
@explained
def csv(request):
    """The events asked for as a table, one row each, or with ``rows=passages`` one row a passage."""
    asked = EventFilter(request.GET)
    rows = exports.as_csv(_records(asked.selection), by_passage=asked.by_passage)
    disposition = {"Content-Disposition": 'attachment; filename="events.csv"'}
    return StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8", headers=disposition)


@require_safe
@explained
def json(request):
    """The whole of the events asked for, with all their passages."""
    selection = select(request.GET)
    chunks = exports.as_json(_records(selection), filter_words=selection.words(), generated=timezone.now())
    return StreamingHttpResponse(chunks, content_type="application/json")


def _records(selection):
    return records(selection, site_url=settings.SITE_URL)


# --- one event ---------------------------------------------------------------------------------------


@require_safe
def event(request, pk, slug=""):
    """One event with all its evidence."""
    event = Event.objects.public().for_page().filter(pk=pk).first()
    if event is None:
        return _moved_or_retracted(request, pk)
    if request.path != event.get_absolute_url():
        return redirect(event, permanent=True)
    evidence = panels(event)
    context = {
        "event": event,
        "evidence": evidence,
        "is_reference": event.reviewed_by.get_username() == SERVICE_ACCOUNT,
        "kinds_of_marks": {kind for panel in evidence for kind in panel.kinds},
        "neighbours": neighbours(event),
        "history": changes(event.revisions.order_by("version")),
    }
    return render(request, "timeline/event.html", context)


def _moved_or_retracted(request, pk):
    """A merged event leads to the one that took it in, a retracted one tells the reason; all else is not found."""
    gone = get_object_or_404(Event.objects.moved_or_retracted(), pk=pk)
    if gone.status == Event.Status.RETRACTED:
        retracted_at = gone.revisions.latest("version").at
        return render(request, "timeline/retracted.html", {"event": gone, "retracted_at": retracted_at}, status=410)
    target = Event.objects.public().filter(pk=gone.merged_into_id).first()
    return redirect(target, permanent=True) if target else _moved_or_retracted(request, gone.merged_into_id)


# --- actors and themes -------------------------------------------------------------------------------


@require_safe
def actors(request):
    """All actors by kind, with the number of their events."""
    order = list(Actor.Kind)
    known = sorted(Actor.objects.of(Event.objects.public()), key=lambda actor: order.index(actor.kind))
    groups = [(Actor.Kind(kind), list(group)) for kind, group in groupby(known, key=lambda actor: actor.kind)]
    return render(request, "timeline/actors.html", {"groups": groups, "count": len(known)})


@require_safe
def actor(request, slug):
    """One actor with its own timeline, and those with whom it takes part."""
    actor = get_object_or_404(public_actors(), slug=slug)
    selection = Selection(actors=(slug,), names={("actors", slug): actor.name})
    return render(
        request, "timeline/actor.html", {"actor": actor, **_own(selection, Actor.objects.exclude(pk=actor.pk))}
    )


@require_safe
def themes(request):
    """All themes, with the number of their events."""
    return render(request, "timeline/themes.html", {"themes": Theme.objects.of(Event.objects.public())})


@require_safe
def theme(request, slug):
    """One theme with its own timeline, and those who take part in it."""
    theme = get_object_or_404(public_themes(), slug=slug)
    selection = Selection(themes=(slug,), names={("themes", slug): theme.name})
    return render(request, "timeline/theme.html", {"theme": theme, **_own(selection, Actor.objects.all())})


def _own(selection: Selection, companions) -> dict:
    """The timeline of one actor or theme."""
    events = selection.events()
    return {
        "selection": selection,
        "years": by_year(cards(selection.ids[:OWN_EVENTS])),
        "count": events.count(),
        "most": OWN_EVENTS,
        "chart": density.chart(selection),
        "companions": companions.of(events)[:COMPANIONS],
    }


# --- about -------------------------------------------------------------------------------------------


@require_safe
def method(request):
    """How events are found and confirmed, and what the record does not hold."""
    public = Event.objects.public()
    counts = {
        "events": public.count(),
        "passages": public_passages().count(),
        "documents": public_documents().count(),
        "actors": public_actors().count(),
        "undated": public.filter(sort_day=None).count(),
    }
    tones = [(tone, [Kind(kind).label for kind in kinds]) for tone, kinds in KINDS_OF_TONE.items()]
    return render(request, "timeline/method.html", {"counts": counts, "tones": tones})


@require_safe
def robots(request):
    """Filtered views are endless and hold nothing that the pages of events do not: crawlers are kept off them."""
    return render(request, "robots.txt", {"site_url": settings.SITE_URL}, content_type="text/plain; charset=utf-8")
