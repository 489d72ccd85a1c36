"""Which rows? Every public page, feed, export and count starts from ``EventQuerySet.public``."""

from django.db import models
from django.db.models import F

from articles.models import Document

PUBLISHED = "published"


class EventQuerySet(models.QuerySet):
    def public(self):
        """The events that anyone may see: published, not merged, retracted or withheld."""
        return self.filter(status=PUBLISHED)

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


class ThemeQuerySet(models.QuerySet):
    def public(self):
        """Themes of at least one public event."""
        return self.filter(events__status=PUBLISHED).distinct()


class ProposalQuerySet(models.QuerySet):
    def open(self):
        """Proposals that wait for a curator."""
        return self.filter(state="open")

    def surest_first(self):
        return self.order_by("-confidence", "pk")

    def oldest_first(self):
        return self.order_by("created_at", "pk")


def public_documents():
    """Documents that a public event cites. ``config.urls`` hands this to the views of ``articles``."""
    return Document.objects.filter(texts__passages__citations__event__status=PUBLISHED).distinct()
