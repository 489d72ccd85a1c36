"""Print the events that texts tell, a JSON line for each document. Needs no database."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.extraction import files, gazetteer, pipeline
from articles.extraction.files import Facts
from articles.extraction.gazetteer import Gazetteer
from articles.extraction.model import as_json


class Command(BaseCommand):
    help = "Print the events that text files tell, one JSON line a document."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="text files, or folders of .txt files")
        parser.add_argument(
            "--published", help="publication date of the files, as EDTF: 2024-03-26, 2016-06, 2025-11-18~"
        )
        parser.add_argument(
            "--documents", type=Path, metavar="FILE.jsonl", help='lines of {"id", "title", "published"}'
        )
        parser.add_argument("--gazetteer", type=Path, default=Path(settings.BASE_DIR) / "seeds" / "actors.json")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            known = files.facts(options["documents"]) if options["documents"] else {}
            given = Facts(files.published_date(options["published"], "--published"))
            actors = _gazetteer(options["gazetteer"])
            for path in _documents(options["paths"]):
                self.stdout.write(line(path, known.get(path.stem, given), actors))
        except files.UnusableFile as error:
            raise CommandError(str(error)) from error


def line(path: Path, facts: Facts, actors: Gazetteer) -> str:
    """One document as the codebook writes it."""
    text = files.text_of(path)
    found = pipeline.extract(text, published=facts.published, gazetteer=actors, title=facts.title)
    events = [{"id": f"{path.stem}-{number}", **as_json(one, text)} for number, one in enumerate(found, 1)]
    return json.dumps({"doc": path.stem, "published": facts.published, "events": events}, ensure_ascii=False)


def _gazetteer(path: Path) -> Gazetteer:
    try:
        return gazetteer.load(path)
    except OSError as error:
        raise CommandError(f"{path}: cannot be read ({error.strerror}): name a gazetteer with --gazetteer") from error
    except ValueError as error:
        raise CommandError(f"{path}: is no gazetteer ({error}): it is a JSON list of actors with a name") from error


def _documents(paths: list[Path]) -> list[Path]:
    """The files named, and the text files of the folders named."""
    return [file for path in paths for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
