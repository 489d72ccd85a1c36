"""What else may readers see? The actors, themes, documents and passages to which a public event leads.

``config.urls`` hands documents and passages to the views of ``articles``.
"""

from django.db.models import Count, Exists, OuterRef, Subquery

from articles.models import Document, Passage
from timeline.models import Actor, Event, Theme


def reached(path: str) -> Exists:
    """The condition that a public event leads to a row by ``path``, such as ``themes``."""
    return Exists(Event.objects.public().filter(**{path: OuterRef("pk")}))


def public_actors():
    """Those who take part in a public event."""
    return Actor.objects.filter(reached("participations__actor"))


def public_themes():
    """Themes of at least one public event."""
    return Theme.objects.filter(reached("themes"))


def public_documents():
    """Documents that a public event cites, each with ``event_count``, the number of those that do."""
    path = "passages__text__document"
    citing = Event.objects.public().filter(**{path: OuterRef("pk")}).order_by().values(path)
    count = Subquery(citing.values(count=Count("pk", distinct=True)))
    return Document.objects.filter(reached(path)).annotate(event_count=count)


def public_passages():
    """Passages that a public event cites."""
    return Passage.objects.filter(reached("passages"))
