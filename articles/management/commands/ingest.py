"""Store text files as documents: `manage.py ingest PATH… [--published EDTF] [--title …] [--url …] [--publisher …]`."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles import edtf, ingestion
from articles.reading.cleaning import clean_line
from articles.reading.plain import ReadError


class Command(BaseCommand):
    help = (
        "Store text files (UTF-8) as documents. What is held already is left alone. Without --url a file is the "
        "same document as one that holds the same text. Ends with status 1 if any file could not be stored."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a text file, or a folder of *.txt")
        parser.add_argument("--published", metavar="EDTF", help="when it was published: 2024-03-26, 2016-06, 2025~")
        parser.add_argument("--title", help="guessed from the text if not given; for one file only")
        parser.add_argument("--url", help="where the publication stands; for one file only")
        parser.add_argument("--publisher", help="its name; a publisher of a new name is made")

    def handle(self, *, paths, published, title, url, publisher, **options):
        if "" in paths:
            raise CommandError("A path is empty: name a file or a folder.")
        files = list(_files(map(Path, paths)))
        if not files:
            raise CommandError("There is no .txt file in what was named.")
        if len(files) > 1 and (title or url):
            raise CommandError("One title or address can belong to one file only; these are several.")
        try:
            published = edtf.read(published) if published else None
        except edtf.EdtfError as error:
            raise CommandError(f"--published: {error}") from error
        facts = ingestion.DocumentFacts(
            published=published,
            published_basis=published and "given by whoever stored it",
            title=title,
            url=url,
            publisher=publisher,
        )
        failed = sum(not self._ingest(path, facts) for path in files)
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be stored.")

    def _ingest(self, path: Path, facts: ingestion.DocumentFacts) -> bool:
        """Store one file and say what became of it; false if it could not be stored."""
        name = clean_line(os.fsencode(path).decode(errors="replace"))
        try:
            outcome = ingestion.store(_bytes(path), facts, retrieved_at=timezone.now())
        except (ReadError, ingestion.IngestError) as error:
            self.stderr.write(f"{name}: {error}")
            return False
        except OSError as error:
            self.stderr.write(f"{name}: The file cannot be read: {error.strerror}.")
            return False
        self.stdout.write(f"{'stored' if outcome.is_new else 'already held'}: {name} → “{outcome.document}”")
        for other in outcome.same_origin:
            self.stdout.write(f"  the same text as “{other}”: one origin")
        return True


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named and, in order, those of the folders named. What cannot be read is found out later."""
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*.txt") if found.is_file())
        else:
            yield path


def _bytes(path: Path) -> bytes:
    """The file's bytes; of one that is too large no more than tells so."""
    with path.open("rb") as file:
        return file.read(settings.UPLOAD_LIMIT + 1)
