"""Run the extractor on coded documents and print how well it does, by the codebook's section 8."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.extraction import files, gazetteer, pipeline, scoring
from articles.extraction.files import Facts
from articles.extraction.model import as_json

SEEDS = Path(settings.BASE_DIR) / "seeds"


class Command(BaseCommand):
    help = "Score the extractor against coded events."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--gold", type=Path, default=SEEDS / "events.jsonl", help="coded events, one document a line"
        )
        parser.add_argument("--documents", type=Path, default=SEEDS / "documents", help="folder of the texts")
        parser.add_argument("--meta", type=Path, default=SEEDS / "documents.json", help="titles and publication dates")
        parser.add_argument("--gazetteer", type=Path, default=SEEDS / "actors.json")
        parser.add_argument("--misses", action="store_true", help="list what was missed, wrong or spurious")
        parser.add_argument("--per-doc", action="store_true", help="a line for each document")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            compared = comparisons(options["gold"], options["documents"], options["meta"], options["gazetteer"])
        except (files.UnusableFile, OSError) as error:
            raise CommandError(str(error)) from error
        total = scoring.Counts()
        for document, comparison in compared.items():
            counts = comparison.counts()
            total += counts
            if options["per_doc"]:
                self.stdout.write(_summary(document, scoring.figures(counts)))
            if options["misses"]:
                for miss in scoring.misses(document, comparison):
                    self.stdout.write(miss)
        for row in scoring.table(scoring.figures(total)):
            self.stdout.write(row)


def comparisons(gold: Path, documents: Path, meta: Path, actors: Path) -> dict[str, scoring.Comparison]:
    """Each coded document compared with what the extractor finds in its text."""
    known, facts = gazetteer.load(actors), files.facts(meta)
    compared = {}
    for document, events in files.events(gold).items():
        text = files.text_of(documents / f"{document}.txt")
        about = facts.get(document, Facts())
        found = pipeline.extract(text, published=about.published, gazetteer=known, title=about.title)
        compared[document] = scoring.Comparison(events, [as_json(candidate, text) for candidate in found])
    return compared


def _summary(document: str, figures: dict[str, float]) -> str:
    return (
        f"{document:40} gold {figures['events_gold']:3} found {figures['events_predicted']:3} "
        f"F1 {figures['detection_f1']:.2f} usable {figures['usable_f1']:.2f}"
    )
