"""Fill the database with the project's own actors, themes, documents and reference events."""

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, connection

from articles.ingestion import IngestError
from timeline.curation import Conflict
from timeline.models import Event, Proposal
from timeline.seeding import seed


class Command(BaseCommand):
    help = "Load actors, themes, the seed documents and the reviewed reference events. Safe to run any number of times."

    def handle(self, **options):
        try:
            counts = seed()
        except IngestError as error:
            raise CommandError(f"A seed document cannot be stored: {error}") from error
        except (Conflict, IntegrityError) as error:
            raise CommandError(
                "Somebody changed the same things meanwhile. Nothing is half done: run it again."
            ) from error
        new = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
        self.stdout.write(f"New: {new or 'nothing'}.")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # the planner chooses better once it knows how the rows are spread
        public, waiting = Event.objects.public().count(), Proposal.objects.open().count()
        self.stdout.write(f"{public} events are public; {waiting} proposals wait for a curator.")
