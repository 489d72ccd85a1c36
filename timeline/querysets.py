"""Which rows? Every public page, feed, export and count starts from ``EventQuerySet.public``."""

from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Least

from articles.models import Document, Passage

PUBLISHED, MERGED, RETRACTED = "published", "merged", "retracted"


class EventQuerySet(models.QuerySet):
    def public(self):
        """The events that anyone may see: published, not merged, retracted or withheld."""
        return self.filter(status=PUBLISHED)

    def moved_or_retracted(self):
        """Events that were public once and whose addresses still answer: with a redirect, or with a reason."""
        return self.filter(Q(status=RETRACTED) | Q(status=MERGED, reviewed_at__isnull=False))

    def for_page(self):
        """All that the page of one event shows: beside its actors and themes, its passages in their whole texts."""
        from timeline.models import Citation  # models are built from this module

        citations = Citation.objects.select_related("passage__text__document__publisher")
        whole = citations.defer("passage__text__original").order_by("position")
        return self.prefetch_related("participations__actor", "themes", models.Prefetch("citations", whole))

    def of_same_story(self, event):
        """Events that a document of this one tells of the same day."""
        if not event.date:
            return self.none()
        documents = Document.objects.filter(texts__passages__citations__event=event)
        same = self.filter(first_day=event.first_day, last_day=event.last_day)
        return same.filter(passages__text__document__in=documents).exclude(pk=event.pk).distinct()

    def of_same_actors(self, event):
        """Events in which at least two of this one's actors take part, or its only one."""
        actors = [part.actor_id for part in event.participations.all()]
        participations = self.model.participations.rel.related_model.objects.filter(actor__in=actors).order_by()
        shared = participations.values("event").annotate(shared=Count("pk")).filter(shared__gte=min(2, len(actors)))
        return self.filter(pk__in=shared.values("event")).exclude(pk=event.pk)

    def for_list(self):
        """All that a list shows of an event: who and what, its first quotation with the source, ``source_count``."""
        citations = self.model.citations.rel.related_model.objects.filter(event=models.OuterRef("pk")).order_by()
        # Independent: neither two texts of one document count twice, nor one text under two documents.
        sources = citations.values("event").annotate(
            sources=Least(
                Count("passage__text__document", distinct=True), Count("passage__text__text_sha256", distinct=True)
            )
        )
        return (
            self.select_related("primary_passage__text__document__publisher")
            .defer("primary_passage__text__text", "primary_passage__text__original")
            .prefetch_related("participations__actor", "themes")
            .annotate(source_count=models.Subquery(sources.values("sources")))
        )

    def newest_first(self):
        return self.order_by(
            F("sort_year").desc(nulls_last=True),
            "-coarse",
            F("sort_day").desc(nulls_last=True),
            *_FINER_FIRST,
        )

    def oldest_first(self):
        return self.order_by(
            F("sort_year").asc(nulls_last=True), "-coarse", F("sort_day").asc(nulls_last=True), *_FINER_FIRST
        )


# Of two dates that begin on the same day the one that ends sooner is the finer.
_FINER_FIRST = (F("last_day").asc(nulls_last=True), "pk")


class ActorQuerySet(models.QuerySet):
    def public(self):
        """Actors that take part in a public event."""
        return self.filter(participations__event__status=PUBLISHED).distinct()

    def of(self, events):
        """Those who take part in the events, each with ``event_count``, the number of them; most frequent first."""
        taking_part = self.filter(participations__event__in=events.order_by().values("pk"))
        return taking_part.annotate(event_count=Count("participations")).order_by("-event_count", "name")


class ThemeQuerySet(models.QuerySet):
    def public(self):
        """Themes of at least one public event."""
        return self.filter(events__status=PUBLISHED).distinct()

    def of(self, events):
        """The themes of the events, each with ``event_count``, the number of them, in the order of the codebook."""
        about = self.filter(events__in=events.order_by().values("pk"))
        return about.annotate(event_count=Count("events")).order_by("position", "name")


class ProposalQuerySet(models.QuerySet):
    def open(self):
        """Proposals that wait for a curator."""
        return self.filter(state="open")

    def surest_first(self):
        return self.order_by("-confidence", "pk")

    def oldest_first(self):
        return self.order_by("created_at", "pk")


def public_documents():
    """Documents that a public event cites, each with ``event_count``, the number of those that do.

    ``config.urls`` hands this to the views of ``articles``.
    """
    cited = Document.objects.filter(texts__passages__citations__event__status=PUBLISHED)
    return cited.annotate(event_count=Count("texts__passages__citations__event", distinct=True))


def public_passages():
    """Passages that a public event cites. ``config.urls`` hands this to the views of ``articles``."""
    citations = Passage.citations.rel.related_model.objects.filter(event__status=PUBLISHED)
    # A list of keys and no join: SQLite would begin a join with all public events, even for one text's passages.
    return Passage.objects.filter(pk__in=citations.order_by().values("passage"))
