"""Which public events hold these words?"""

from timeline.models import Event, SearchEntry


def reindex(event: Event) -> None:
    """Bring the search entry in step with the event; only public events have one."""
    if not Event.objects.public().filter(pk=event.pk).exists():
        SearchEntry.objects.filter(event=event).delete()
        return
    quotes = event.citations.order_by("position").values_list("passage__quote", flat=True)
    words = "\n".join([event.title, event.summary, *quotes])
    SearchEntry.objects.update_or_create(event=event, defaults={"words": words})
