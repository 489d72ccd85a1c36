"""Which readings tell of the same occurrence? One occurrence is one candidate, however often it is told."""

import re
from collections.abc import Sequence
from datetime import timedelta

from articles import edtf

from .drafts import Draft

# Kinds of which two parties rarely have two at one time in one text.
SINGULAR = frozenset({"visit", "talks", "sanction", "deployment", "vote", "warning", "review"})
ANAPHORA = re.compile(
    r"\b(?:the|this|that|these|such|its|their|both)\s+(?:latest\s+|new\s+|same\s+)?(?:agreement|deal|"
    r"pact|move|decision|visit|trip|talks|"
    r"measures?|package|alert|warning|law|bill|review|audit|inquiry|report|plans?|applications?|ban|"
    r"sanctions|case|trial|"
    r"attack|arrests?|treaty|declaration|vote|motion|meeting|investment|contract|partnership|announcement)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z][a-z-]{3,}|\d{2,}")
COMMON = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "been",
        "were",
        "will",
        "which",
        "their",
        "there",
        "about",
        "after",
        "also",
        "into",
        "over",
        "than",
        "more",
        "said",
        "says",
        "would",
        "could",
        "government",
        "china",
        "chinese",
        "british",
        "states",
        "united",
        "kingdom",
        "minister",
        "country",
        "countries",
        "between",
        "against",
        "under",
    ]
)
ALIKE = 0.3
ARTICLE = re.compile(r"\b(?:the|this|that)\s+(?:same\s+|latest\s+)?$", re.IGNORECASE)
CLOSE = 3  # sentences in which "the visit" is the visit just told
STEM = 6
KEPT_IN_MIND = 50  # events of a kind back that a later sentence may still tell of
SIDE_BY_SIDE = 6  # sentences
# How long before its report an act may lie: other acts, statements.
NEAR = (timedelta(days=100), timedelta(days=7))


def merge(drafts: Sequence[Draft], folded: str) -> list[Draft]:
    """The drafts in text order, each occurrence once, with all its passages."""
    kept: list[Draft] = []
    by_kind: dict[str, list[Draft]] = {}
    for draft in drafts:
        alike = by_kind.setdefault(draft.kind, [])
        same = next((earlier for earlier in alike[-KEPT_IN_MIND:] if _same(earlier, draft, folded)), None)
        if same is None:
            kept.append(draft)
            alike.append(draft)
        else:
            _join(same, draft)
    return kept


def _same(first: Draft, second: Draft, folded: str) -> bool:
    if first.kind != second.kind:
        return False
    if _points_back(second, folded) and 0 < second.number - first.last <= CLOSE:
        return True
    if not compatible(first, second):
        return False
    if first.kind == "statement":
        return _same_speaker(first, second)
    if first.number == second.number:
        return first.dating == second.dating or not (first.explicit and second.explicit)
    if not (first.names & second.names or not first.names or not second.names):
        return False
    if first.kind in SINGULAR and (
        not first.source or not second.source or first.source in second.names or second.source in first.names
    ):
        return True
    one, other = _words(first, folded), _words(second, folded)
    shared = len(one & other) / max(1, min(len(one), len(other)))
    refers = bool(ANAPHORA.search(folded[second.sentence.start : second.sentence.end]))
    return shared >= (ALIKE * 0.6 if refers else ALIKE)


def _points_back(draft: Draft, folded: str) -> bool:
    """ "The visit", "this agreement": a noun with an article and no date of its own, told before."""
    if draft.explicit or draft.trigger.voice != "noun":
        return False
    start = draft.trigger.start
    return bool(ARTICLE.search(folded[max(draft.sentence.start, start - 30) : start]))


def compatible(first: Draft, second: Draft) -> bool:
    """May both be of one day? Dates that the text gives must meet; a day taken from the publication
    meets one that the text gives shortly before it."""
    if first.explicit and second.explicit:
        return _meet(first.dating.edtf, second.dating.edtf)
    if not first.explicit and not second.explicit:
        return True
    stated, other = (first, second) if first.explicit else (second, first)
    return other.dating.edtf is None or _meet(
        stated.dating.edtf, other.dating.edtf, apart=NEAR[first.kind == "statement"]
    )


def _meet(one: str | None, other: str | None, *, apart: timedelta = timedelta(0)) -> bool:
    if not one or not other:
        return True
    try:
        first, second = edtf.parse(one), edtf.parse(other)
    except edtf.EdtfError:
        return False
    starts = [day for day in (first.first_day, second.first_day) if day]
    ends = [day for day in (first.last_day, second.last_day) if day]
    return not starts or not ends or max(starts) <= min(ends) + apart


def _same_speaker(first: Draft, second: Draft) -> bool:
    """One speaker on one occasion. A state speaks often, so its words are one only side by side."""
    if not first.source or not second.source:
        return first.number == second.number
    apart = second.number - first.last
    if first.explicit != second.explicit and None in (first.dating.edtf, second.dating.edtf):
        return first.source == second.source and apart <= 2
    if first.source == second.source:
        return first.by_person or apart <= SIDE_BY_SIDE
    return apart <= 2 and (first.source in second.names or second.source in first.names)


def _words(draft: Draft, folded: str) -> frozenset[str]:
    text = folded[draft.sentence.start : draft.sentence.end].lower()
    return frozenset(word[:STEM] for word in WORD.findall(text) if word not in COMMON)


def _join(kept: Draft, other: Draft) -> None:
    for span in other.passages:
        if not any(span.start < own.end and own.start < span.end for own in kept.passages):
            kept.passages.append(span)
    kept.last = other.number
    kept.triggers.append(other.trigger)
    known = {actor.name for actor in kept.actors}
    kept.actors += tuple(actor for actor in other.actors if actor.name not in known and actor.known)
    if other.explicit and not kept.explicit:
        kept.dating = other.dating
