"""Which addresses shall search engines know?"""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from timeline.models import Event
from timeline.public import public_actors, public_documents, public_themes


class PublicSitemap(Sitemap):
    """Addresses under SITE_URL, whatever host the request named."""

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class PagesSitemap(PublicSitemap):
    def items(self):
        return ["timeline:timeline", "timeline:actors", "timeline:themes", "articles:documents", "timeline:method"]

    def location(self, name):
        return reverse(name)


class EventsSitemap(PublicSitemap):
    def items(self):
        return Event.objects.public().with_changed_at().only("title").order_by("pk")

    def lastmod(self, event):
        return event.changed_at


class ActorsSitemap(PublicSitemap):
    def items(self):
        """Not those of private persons: nobody shall find somebody's page by their name alone."""
        return public_actors().filter(public_role=True).order_by("pk")


class ThemesSitemap(PublicSitemap):
    def items(self):
        return public_themes().order_by("pk")


class DocumentsSitemap(PublicSitemap):
    def items(self):
        return public_documents().order_by("pk")


SITEMAPS = {
    "pages": PagesSitemap,
    "events": EventsSitemap,
    "actors": ActorsSitemap,
    "themes": ThemesSitemap,
    "documents": DocumentsSitemap,
}
