"""The extractor meets its thresholds on the coded events of the seeds."""

from pathlib import Path

import pytest

from articles.extraction import files, gazetteer, pipeline, scoring
from articles.extraction.model import as_json

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def figures():
    known, facts = gazetteer.load(SEEDS / "actors.json"), files.facts(SEEDS / "documents.json")
    predicted = {}
    for document, about in facts.items():
        text = files.text_of(SEEDS / "documents" / f"{document}.txt")
        found = pipeline.extract(text, published=about.published, gazetteer=known, title=about.title)
        predicted[document] = [as_json(candidate, text) for candidate in found]
    return scoring.figures(scoring.score(files.events(SEEDS / "events.jsonl"), predicted))


def test_events_are_detected(figures):
    assert figures["detection_f1"] >= 0.72


def test_events_are_usable(figures):
    assert figures["usable_f1"] >= 0.50


def test_no_main_event_is_missed_by_more_than_one_in_ten(figures):
    assert figures["main_recall"] >= 0.90
