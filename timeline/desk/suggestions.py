"""What may the person mean who is typing? Short JSON answers for the desk's script; the forms work without them."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import JsonResponse

from articles import edtf
from timeline.desk.wording import date_in_words
from timeline.models import Actor, Event

MOST = 12
LONGEST = 200


def actors(request):
    """Actors whose name or alias holds the words, those that begin with them first."""
    term = _term(request, "timeline.view_actor")
    found = Actor.objects.filter(Q(name__icontains=term) | Q(aliases__alias__icontains=term)).distinct()
    near = sorted(
        found.prefetch_related("aliases")[:200], key=lambda a: (not a.name.lower().startswith(term.lower()), a.name)
    )
    return _answer({"value": actor.name, "label": _called(actor, term)} for actor in near[:MOST])


def _called(actor: Actor, term: str) -> str:
    """The alias that holds the words, since browsers show only choices that hold them; else what the actor is."""
    aliases = (row.alias for row in actor.aliases.all() if term.lower() in row.alias.lower())
    return next(aliases, actor.get_kind_display())


def events(request):
    """Draft and published events by words of their title or by number."""
    term = _term(request, "timeline.view_event")
    by_number = Q(pk=int(term)) if term.isascii() and term.isdigit() and len(term) < 10 else Q()
    found = Event.objects.filter(status__in=(Event.Status.DRAFT, Event.Status.PUBLISHED))
    found = found.filter(Q(title__icontains=term) | by_number).newest_first()[:MOST]
    return _answer({"value": f"{event.pk}: {event.title}", "label": date_in_words(event.date)} for event in found)


def read_date(request):
    """What the desk reads in a typed date: EDTF and words, or that it reads nothing."""
    typed = _term(request, "timeline.view_event")
    known = edtf.from_words(typed) if typed else ""
    said = date_in_words(known) if known else ("" if known == "" else "not a date that can be read")
    return JsonResponse({"date": known or "", "words": said})


def _term(request, permission: str) -> str:
    if not request.user.has_perm(permission):
        raise PermissionDenied
    return request.GET.get("term", "").replace("\0", "")[:LONGEST].strip()


def _answer(choices) -> JsonResponse:
    return JsonResponse({"choices": list(choices)})
