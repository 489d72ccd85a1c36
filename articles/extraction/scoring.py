"""How well do predicted events match annotated ones? The codebook's section 8.

Works on plain events as in the codebook's section 7 (only ``passages`` with ``start`` and ``end`` and
``kind`` are required), so that reviewed events and candidates alike can be compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from articles import edtf

Event = Mapping[str, Any]
Pairs = list[tuple[int, int]]


@dataclass(slots=True)
class Counts:
    """What was counted over documents; every figure follows from these."""

    gold: int = 0
    predicted: int = 0
    pairs: int = 0
    main: int = 0
    main_found: int = 0
    kind: int = 0
    date_same: int = 0
    date_overlap: int = 0
    usable: int = 0
    actor_both: int = 0
    actor_gold: int = 0
    actor_predicted: int = 0
    role_both: int = 0
    role_gold: int = 0
    role_predicted: int = 0
    theme_both: int = 0
    theme_gold: int = 0
    theme_predicted: int = 0
    basis: int = 0
    salience: int = 0

    def __iadd__(self, other: "Counts") -> "Counts":
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        return self


@dataclass(slots=True)
class Comparison:
    """One document's annotated and predicted events, paired."""

    gold: Sequence[Event]
    predicted: Sequence[Event]
    pairs: Pairs = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pairs = pair(self.gold, self.predicted)

    @property
    def missed(self) -> list[Event]:
        """Annotated events that nothing predicted meets."""
        found = {i for i, _ in self.pairs}
        return [event for i, event in enumerate(self.gold) if i not in found]

    @property
    def spurious(self) -> list[Event]:
        """Predicted events that meet no annotated one."""
        used = {j for _, j in self.pairs}
        return [event for j, event in enumerate(self.predicted) if j not in used]

    def counts(self) -> Counts:
        counts = Counts(
            gold=len(self.gold),
            predicted=len(self.predicted),
            pairs=len(self.pairs),
            main=sum(_is_main(event) for event in self.gold),
        )
        for i, j in self.pairs:
            counts += _pair_counts(self.gold[i], self.predicted[j])
        return counts


def figures(counts: Counts) -> dict[str, float]:
    """The figures of the codebook by name, in the order of the printed table."""
    pairs = counts.pairs or 1
    detection = precision_recall_f1(counts.pairs, counts.predicted, counts.gold)
    usable = precision_recall_f1(counts.usable, counts.predicted, counts.gold)
    return {
        "events_gold": counts.gold,
        "events_predicted": counts.predicted,
        "pairs": counts.pairs,
        "detection_p": detection[0],
        "detection_r": detection[1],
        "detection_f1": detection[2],
        "main_recall": counts.main_found / counts.main if counts.main else 0.0,
        "kind_accuracy": counts.kind / pairs,
        "date_same": counts.date_same / pairs,
        "date_overlap": counts.date_overlap / pairs,
        "actor_f1": precision_recall_f1(counts.actor_both, counts.actor_predicted, counts.actor_gold)[2],
        "role_f1": precision_recall_f1(counts.role_both, counts.role_predicted, counts.role_gold)[2],
        "theme_f1": precision_recall_f1(counts.theme_both, counts.theme_predicted, counts.theme_gold)[2],
        "basis_accuracy": counts.basis / pairs,
        "salience_accuracy": counts.salience / pairs,
        "usable_p": usable[0],
        "usable_r": usable[1],
        "usable_f1": usable[2],
    }


def score(gold: Mapping[str, Sequence[Event]], predicted: Mapping[str, Sequence[Event]]) -> Counts:
    """Counts over all annotated documents; one without prediction counts as having no events."""
    counts = Counts()
    for document, events in gold.items():
        counts += Comparison(events, predicted.get(document, ())).counts()
    return counts


def precision_recall_f1(both: int, predicted: int, gold: int) -> tuple[float, float, float]:
    precision = both / predicted if predicted else 0.0
    recall = both / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def table(values: Mapping[str, float]) -> list[str]:
    """The figures as lines of text."""
    return [
        f"{name:18} {value:.3f}" if isinstance(value, float) else f"{name:18} {value}" for name, value in values.items()
    ]


def overlap(one: Event, other: Event) -> float:
    """The best share of a shorter passage in common, 0 to 1. A pair of passages counts only if it shares
    half of the shorter and a quarter of the longer one."""
    best = 0.0
    for first in one["passages"]:
        for second in other["passages"]:
            shorter, longer = sorted((first["end"] - first["start"], second["end"] - second["start"]))
            common: int = min(first["end"], second["end"]) - max(first["start"], second["start"])
            if common >= 0.5 * shorter and common >= 0.25 * longer:
                best = max(best, float(common / shorter))
    return best


def dates_overlap(one: str | None, other: str | None) -> bool:
    """Do two EDTF dates meet, neither more than twice as long? Two missing dates do."""
    if not one or not other:
        return not one and not other
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return False
    lengths = sorted((last - start).days + 1 for start, last in (first, second))
    return first[0] <= second[1] and second[0] <= first[1] and lengths[1] <= 2 * lengths[0]


def pair(gold: Sequence[Event], predicted: Sequence[Event]) -> Pairs:
    """One-to-one pairs (i, j) of annotated and predicted events with the greatest sum of weights."""
    if not gold or not predicted:
        return []
    size = max(len(gold), len(predicted))
    weights = [[0.0] * size for _ in range(size)]
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            weights[i][j] = _weight(one, other)
    return [(i, j) for j, i in enumerate(_assignment(weights)) if weights[i][j] > 0]


def _weight(gold: Event, predicted: Event) -> float:
    common = overlap(gold, predicted)
    if not common:
        return 0.0
    same_kind = gold["kind"] == predicted["kind"]
    near = dates_overlap(gold.get("date"), predicted.get("date"))
    return float(common + 0.3 * same_kind + 0.1 * near)


def _assignment(weights: Sequence[Sequence[float]]) -> list[int]:
    """The row of each column in an assignment of the greatest weight (the Hungarian method).

    Row and column 0 are sentinels; ``rows`` and ``columns`` are the potentials, ``match`` the row of each column.
    """
    size = len(weights)
    rows, columns, match = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        match[0] = row
        _augment(weights, rows, columns, match)
    return [row - 1 for row in match[1:]]


def _augment(weights: Sequence[Sequence[float]], rows: list[float], columns: list[float], match: list[int]) -> None:
    """Give the row at column 0 a column of its own, along the cheapest path of exchanges."""
    size = len(weights)
    slack = [float("inf")] * (size + 1)
    came_from = [0] * (size + 1)
    done = [False] * (size + 1)
    column = 0
    while match[column] or not column:
        done[column] = True
        row, step, following = match[column], float("inf"), 0
        for j in range(1, size + 1):
            if done[j]:
                continue
            cost = -weights[row - 1][j - 1] - rows[row] - columns[j]
            if cost < slack[j]:
                slack[j], came_from[j] = cost, column
            if slack[j] < step:
                step, following = slack[j], j
        _shift(step, slack, done, rows, columns, match)
        column = following
    while column:
        match[column] = match[came_from[column]]
        column = came_from[column]


def _shift(
    step: float,
    slack: list[float],
    done: Sequence[bool],
    rows: list[float],
    columns: list[float],
    match: Sequence[int],
) -> None:
    for j, finished in enumerate(done):
        if finished:
            rows[match[j]] += step
            columns[j] -= step
        else:
            slack[j] -= step


def _pair_counts(gold: Event, predicted: Event) -> Counts:
    kind = gold["kind"] == predicted["kind"]
    near = dates_overlap(gold.get("date"), predicted.get("date"))
    actors, found = _names(gold), _names(predicted)
    roles, roles_found = _roles(gold), _roles(predicted)
    themes, themes_found = set(gold.get("themes", ())), set(predicted.get("themes", ()))
    return Counts(
        main_found=_is_main(gold),
        kind=kind,
        date_same=(gold.get("date") or None) == (predicted.get("date") or None),
        date_overlap=near,
        usable=kind and near,
        actor_both=len(actors & found),
        actor_gold=len(actors),
        actor_predicted=len(found),
        role_both=len(roles & roles_found),
        role_gold=len(roles),
        role_predicted=len(roles_found),
        theme_both=len(themes & themes_found),
        theme_gold=len(themes),
        theme_predicted=len(themes_found),
        basis=gold.get("date_basis") == predicted.get("date_basis"),
        salience=gold.get("salience") == predicted.get("salience"),
    )


def _is_main(event: Event) -> bool:
    return event.get("salience") == "main"


def _names(event: Event) -> set[str]:
    return {actor["name"].casefold() for actor in event.get("actors", ())}


def _roles(event: Event) -> set[tuple[str, str | None]]:
    return {(actor["name"].casefold(), actor.get("role")) for actor in event.get("actors", ())}


def _days(text: str) -> tuple[date, date] | None:
    """First and last day; an open end reaches as far as a date can."""
    try:
        found = edtf.parse(text)
    except edtf.EdtfError:
        return None
    return found.first_day or date.min, found.last_day or date.max


def misses(document: str, comparison: Comparison) -> Iterable[str]:
    """What was wrong, missed or spurious in a document, a line each."""
    for i, j in comparison.pairs:
        gold, predicted = comparison.gold[i], comparison.predicted[j]
        if gold["kind"] != predicted["kind"] or not dates_overlap(gold.get("date"), predicted.get("date")):
            yield (
                f"{document}: {gold.get('title', '')}: kind {gold['kind']} / {predicted['kind']}, "
                f"date {gold.get('date')} / {predicted.get('date')}"
            )
    for event in comparison.missed:
        yield f"{document}: not found: {event['kind']} {event.get('date')}: {event.get('title', '')}"
    for event in comparison.spurious:
        yield f"{document}: spurious: {event['kind']} {event.get('date')}: {event.get('title', '')}"
