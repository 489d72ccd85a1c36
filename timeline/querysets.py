"""Which rows? Every public page, feed, export and count starts from ``EventQuerySet.public``.

The models are built from this module, so it reaches them by ``self.model`` and related names; what needs
several models at once is in ``timeline.public``.
"""

from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Least

from articles.models import Document, DocumentText

PUBLISHED, MERGED, RETRACTED = "published", "merged", "retracted"


class EventQuerySet(models.QuerySet):
    def public(self):
        """The events that anyone may see: published, not merged, retracted or withheld."""
        return self.filter(status=PUBLISHED)

    def moved_or_retracted(self):
        """Events that were public once and whose addresses still answer: with a redirect, or with a reason."""
        return self.filter(Q(status=RETRACTED) | Q(status=MERGED, reviewed_at__isnull=False))

    def in_order(self, keys):
        """Those of the events that have these keys, as a list in the order of the keys."""
        rows = self.in_bulk(keys)
        return [rows[key] for key in keys if key in rows]

    def for_page(self):
        """All that the page of one event shows: beside its actors and themes, its passages in their whole texts.

        A text of which several passages are cited is loaded once, and they share it.
        """
        whole = DocumentText.objects.select_related("document__publisher").defer("original")
        return (
            self.select_related("reviewed_by")
            .prefetch_related("participations__actor", "themes", "citations__passage")
            .prefetch_related(models.Prefetch("citations__passage__text", whole))
            .with_source_count()
            .with_changed_at()
        )

    def told_together_with(self, event):
        """Events that a document of this one tells of the same day, or of the same coarser date."""
        if not event.date:
            return self.none()
        documents = Document.objects.filter(texts__passages__citations__event=event)
        same = self.filter(first_day=event.first_day, last_day=event.last_day)
        return same.filter(passages__text__document__in=documents).exclude(pk=event.pk).distinct()

    def of_same_actors(self, event):
        """Events in which at least two of this one's actors take part, or its only one."""
        actors = [part.actor_id for part in event.participations.all()]
        taking_part = self.model.objects.filter(participations__actor__in=actors).values("pk")
        shared = taking_part.annotate(shared=Count("participations")).filter(shared__gte=min(2, len(actors)))
        return self.filter(pk__in=shared.values("pk")).exclude(pk=event.pk)

    def for_list(self):
        """All that a list shows of an event: who and what, its first quotation with the source, ``source_count``."""
        return (
            self.select_related("primary_passage__text__document__publisher")
            .defer("primary_passage__text__text", "primary_passage__text__original")
            .prefetch_related("participations__actor", "themes")
            .with_source_count()
        )

    def with_source_count(self):
        """Each with ``source_count``, the number of independent sources: neither two texts of one document count twice,
        nor one text under two documents."""
        cited = self.model.objects.filter(pk=models.OuterRef("pk")).order_by().values("pk")
        documents = Count("passages__text__document", distinct=True)
        texts = Count("passages__text__text_sha256", distinct=True)
        return self.annotate(source_count=models.Subquery(cited.values(sources=Least(documents, texts))))

    def with_changed_at(self):
        """Each with ``changed_at``, the instant of its last revision; of a public event readers see just that one."""
        newest_first = self.model.objects.filter(pk=models.OuterRef("pk")).order_by("-revisions__version")
        return self.annotate(changed_at=models.Subquery(newest_first.values("revisions__at")[:1]))

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
    def of(self, events):
        """Those who take part in the events, each with ``event_count``, the number of them; most frequent first."""
        taking_part = self.filter(participations__event__in=events.order_by().values("pk"))
        return taking_part.annotate(event_count=Count("participations")).order_by("-event_count", "name")


class ThemeQuerySet(models.QuerySet):
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
