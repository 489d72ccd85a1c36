"""Run the extractor over stored documents and keep what it finds as proposals."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from articles.models import DocumentText
from timeline.marking import gazetteer
from timeline.proposing import propose


class Command(BaseCommand):
    help = "Propose events from the stored documents. Safe to run any number of times; decisions stay."

    def add_arguments(self, parser):
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="documents to read; all if none is given")

    def handle(self, *, slugs, **options):
        texts = DocumentText.objects.filter(is_current=True).select_related("document").defer("original")
        texts = texts.order_by("document")
        if slugs:
            texts = texts.filter(document__slug__in=slugs)
            if missing := set(slugs) - set(texts.values_list("document__slug", flat=True)):
                raise CommandError(f"No document is held under: {', '.join(sorted(missing))}.")
        known, total = gazetteer(), Counter()
        for text in texts.iterator(chunk_size=1):  # one text in memory at a time
            counts = propose(text, known)
            total += counts
            self.stdout.write(f"{text.document.slug}: {_words(counts)}")
        self.stdout.write(f"In all: {_words(total)}")


def _words(counts: Counter) -> str:
    return ", ".join(f"{counts[name]} {name}" for name in ("new", "unchanged", "decided", "superseded"))
