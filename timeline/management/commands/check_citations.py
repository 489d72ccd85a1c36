"""Read every quotation and every mark against the stored texts, and every text against its checksum."""

import hashlib

from django.core.management.base import BaseCommand, CommandError
from django.db.models import F

from articles.models import DocumentText, Passage
from timeline.models import Citation, Event


class Command(BaseCommand):
    help = "Check that every quotation, mark, text and primary passage is sound. Exit status 1 if any is not."

    def handle(self, **options):
        faults = [*_texts(), *_passages(), *_marks(), *_primaries()]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"Faults found: {len(faults)}.")
        self.stdout.write(f"{Passage.objects.count()} passages and {Citation.objects.count()} citations are sound.")


def _texts():
    for text in DocumentText.objects.iterator(chunk_size=20):
        if hashlib.sha256(text.text.encode()).hexdigest() != text.text_sha256:
            yield f"text {text.pk}: the text differs from its checksum"
        if hashlib.sha256(bytes(text.original)).hexdigest() != text.original_sha256:
            yield f"text {text.pk}: the original differs from its checksum"


def _passages():
    for passage in (
        Passage.objects.select_related("text")
        .defer("text__original")
        .order_by("text", "start")
        .iterator(chunk_size=200)
    ):
        if passage.text.text[passage.start : passage.end] != passage.quote:
            yield f"passage {passage.pk}: the quotation differs from its text"


def _marks():
    for citation in Citation.objects.select_related("passage").iterator(chunk_size=200):
        if any(not citation.passage.start <= m[0] < m[1] <= citation.passage.end for m in citation.marks):
            yield f"event {citation.event_id}: a mark lies outside its passage"


def _primaries():
    first = Citation.objects.filter(position=0)
    for citation in first.exclude(passage=F("event__primary_passage")):
        yield f"event {citation.event_id}: the primary passage is not the first citation"
    for event in Event.objects.public().exclude(pk__in=first.values("event")):
        yield f"event {event.pk}: published without a citation"
