"""Which addresses shall search engines know?"""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from timeline.models import Actor, Event, Theme
from timeline.querysets import public_documents


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
        return Event.objects.public().order_by("pk")

    def lastmod(self, event):
        return event.reviewed_at


class ActorsSitemap(PublicSitemap):
    def items(self):
        return Actor.objects.of(Event.objects.public()).order_by("pk")


class ThemesSitemap(PublicSitemap):
    def items(self):
        return Theme.objects.of(Event.objects.public()).order_by("pk")


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
