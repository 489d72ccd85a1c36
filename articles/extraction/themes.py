"""What is an event about? Weighted terms in its passage and around it; the terms hit are the reason."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from .gazetteer import lower

TERMS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).parent / "data" / "themes.json").read_text(encoding="utf-8")
)
ORDER = tuple(TERMS)
# What a kind is likely about before a word is read.
PRIOR = {
    "visit": {"diplomacy": 4.0},
    "talks": {"diplomacy": 2.0},
    "diplomatic-measure": {"diplomacy": 4.0},
    "deployment": {"taiwan-indo-pacific": 1.0, "national-security": 2.0},
    "investment": {"investment": 3.0},
    "review": {"diplomacy": 0.5},
    "statement": {"diplomacy": 0.5},
    "agreement": {"diplomacy": 0.5},
}
PASSAGE, PARAGRAPH, TITLE, DOCUMENT = 1.0, 0.34, 0.3, 1.3
THRESHOLD, SHARE, MOST = 1.5, 0.5, 2
# Kinds that are diplomacy whatever else they are about; others are it only where no narrower theme is named.
DIPLOMATIC = frozenset({"visit", "diplomatic-measure"})
NAMED = 2.0  # weight of the words in the passage from which on it names a theme
WORD = re.compile(r"[\w()'-]+")


def of_document(sentences: Iterable[str]) -> dict[str, float]:
    """What a document is about: for each theme the share of sentences that name it, the greatest scaled to 1."""
    named = Counter(theme for words in sentences for theme in {theme for theme, _, value in _found(words) if value > 1})
    most = max(named.values(), default=0)
    return {theme: count / most for theme, count in named.items()}


def score(
    kind: str, passage: str, paragraph: str, title: str, document: Mapping[str, float]
) -> tuple[tuple[str, ...], dict[str, list[str]]]:
    """At most ``MOST`` themes, weightiest first, and the terms behind each. ``document`` is of_document()."""
    scores = {theme: DOCUMENT * document.get(theme, 0.0) for theme in ORDER}
    hits: dict[str, list[str]] = {}
    told = dict.fromkeys(ORDER, 0.0)
    for text, weight in ((passage, PASSAGE), (paragraph, PARAGRAPH), (title, TITLE)):
        for theme, term, value in _found(text):
            scores[theme] += weight * value
            told[theme] += value if weight == PASSAGE else 0.0
            hits.setdefault(theme, []).append(term)
    for theme, value in PRIOR.get(kind, {}).items():
        scores[theme] += value
    if kind not in DIPLOMATIC and any(told[theme] >= NAMED for theme in ORDER if theme != "diplomacy"):
        scores["diplomacy"] = 0.0
    ranked = sorted(ORDER, key=lambda theme: (-scores[theme], ORDER.index(theme)))
    best = scores[ranked[0]]
    chosen = [theme for theme in ranked if scores[theme] >= max(THRESHOLD, SHARE * best)][:MOST]
    chosen = chosen or [ranked[0] if best else "diplomacy"]
    return tuple(chosen), {theme: sorted(set(hits.get(theme, []))) for theme in chosen}


@cache
def _index() -> dict[str, tuple[tuple[str, float], ...]]:
    index: dict[str, list[tuple[str, float]]] = {}
    for theme, terms in TERMS.items():
        for term, value in terms.items():
            index.setdefault(term, []).append((theme, value))
    return {term: tuple(found) for term, found in index.items()}


def _found(text: str) -> list[tuple[str, str, float]]:
    """(theme, term, weight) for each term that stands in the text; a term counts once."""
    tokens = [token.removesuffix("'s") for token in WORD.findall(lower(text[:4000]))]
    grams = {" ".join(tokens[at : at + size]) for size in (1, 2, 3) for at in range(len(tokens) - size + 1)}
    index = _index()
    return [(theme, term, value) for term in sorted(grams & index.keys()) for theme, value in index[term]]
