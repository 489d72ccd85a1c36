"""How fast does the extractor read? Beside dateparser's own search, and on text made to be slow, in one process."""

import itertools
import json
import time
from pathlib import Path
from statistics import median

from dateparser.search import search_dates

from articles.extraction.gazetteer import load
from articles.extraction.pipeline import extract

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
HOSTILE = ["a", "1", "China ", '"', "(", "of of of ", '"said ', "A.B. ", "3 May ", "Talks\n\n", "2015 "]
MEGABYTE = 1_000_000


def main(rounds: int = 3) -> None:
    known = load(SEEDS / "actors.json")
    texts = [
        ((SEEDS / "documents" / entry["file"]).read_text(encoding="utf-8"), entry["published"])
        for entry in json.loads((SEEDS / "documents.json").read_text(encoding="utf-8"))
    ]
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_seconds(lambda: [extract(text, published=day, gazetteer=known) for text, day in texts]))
        theirs.append(_seconds(lambda: [search_dates(text, languages=["en"]) for text, _ in texts]))
    per_second = [len(texts) / median(times) for times in (ours, theirs)]
    print("documents/s: whole extraction {:.0f}, search_dates alone {:.0f}".format(*per_second))
    print(f"ratio {per_second[0] / per_second[1]:.1f}")
    print("seconds for a megabyte of:")
    for unit in HOSTILE:
        text = "".join(itertools.islice(itertools.cycle(unit), MEGABYTE))
        print(f"  {unit!r:14}{_seconds(lambda text=text: extract(text, published='2025-06-15', gazetteer=known)):6.1f}")


def _seconds(work) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
