"""What is new in the record? The events of a selection that people confirmed last, as an Atom feed."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from articles.reading.cleaning import clean_text
from timeline.filters import explained, select
from timeline.formatting import date_words, who_words
from timeline.selection import Selection

LENGTH = 50


class EventFeed(Feed):
    """The same query string as the timeline's; what is wrong with it is answered with 400 and its messages.

    An entry keeps its id whatever becomes of the event's title. Strings are cleaned once more: one
    control character in a title would end the whole feed. Whether a reader's copy still holds is told by
    its ETag alone: an event that is retracted leaves no entry from which a later date could be taken.
    """

    feed_type = Atom1Feed

    def __call__(self, request, *args, **kwargs):
        response = explained(super().__call__)(request, *args, **kwargs)
        del response["Last-Modified"]
        return response

    def get_object(self, request) -> Selection:
        return select(request.GET)

    def title(self, selection):
        return clean_text(f"{settings.SITE_NAME}: {selection.words()}")

    def subtitle(self, selection):
        return "Events lately confirmed, each with the passage that it rests on."

    def link(self, selection):
        return _address("timeline:timeline", selection)

    def feed_url(self, selection):
        return _address("timeline:feed", selection)

    def items(self, selection):
        return selection.events().for_list().with_changed_at().order_by("-reviewed_at", "-pk")[:LENGTH]

    def item_title(self, event):
        return clean_text(event.title)

    def item_description(self, event):
        """Atom holds it to be HTML, so it is escaped; it has no markup."""
        document = event.primary_passage.text.document
        who = who_words((part.actor.name, part.role) for part in event.participations.all())
        source = ", ".join(filter(None, [document.title, document.publisher and document.publisher.name]))
        said = [date_words(event.date), who, f"“{event.primary_passage.quote}”", source]
        return escape(clean_text(" — ".join(filter(None, said))))

    def item_link(self, event):
        return settings.SITE_URL + event.get_absolute_url()

    def item_guid(self, event):
        return f"tag:{urlsplit(settings.SITE_URL).hostname},2025:event/{event.pk}"

    def item_pubdate(self, event):
        return event.reviewed_at

    def item_updateddate(self, event):
        return event.changed_at

    def item_categories(self, event):
        return [clean_text(theme.name) for theme in event.themes.all()]


def _address(name: str, selection: Selection) -> str:
    """The absolute address of the selection's page or feed."""
    query = selection.query()
    return f"{settings.SITE_URL}{reverse(name)}{'?' if query else ''}{query}"
