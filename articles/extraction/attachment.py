"""When did it happen? Which date expression of the sentence belongs to the act, and what if there is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from . import clauses
from .model import Basis, DateMention
from .rules.rule import Trigger
from .sentences import Sentence

RECENT = re.compile(r"\b(?:recent(?:ly)?|latest|just-released|newly)\b", re.IGNORECASE)
OTHER_EVENT = re.compile(
    r"\b(?:after|since|following|before|until|ahead of|by the end of|built by|due by|next|"
    r"elections? in|expected (?:to \w+ )?(?:at|"
    r"in|by))\s+(?:[\w'-]+\s+){0,5}$",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:had|previous(?:ly)?|formerly|once|originally|historically|long|earlier|then|ever|last|"
    r"decades?|years ago|used to|in the past)\b",
    re.IGNORECASE,
)
WITHOUT_YEAR = frozenset({"bare-month", "day-and-month", "month-and-day", "part-of-month"})
JOINED = re.compile(r"\s*,?\s*(?:and|,)\s*(?:in\s+|on\s+)?")
QUOTATION = re.compile(r'"[^"]{0,1500}"?')
ARGUING = re.compile(r"\?|\b(?:I|my|[Ss]hould|[Mm]ust|[Oo]ught|surely|arguably|of course)\b")
REPORTING = re.compile(r"\b(?:said|says|told|added|confirmed|warned|announced)\b")
AHEAD = re.compile(
    r"\b(?:will|shall|would|due|set to|scheduled|plan(?:s|ned)?|is to|are to|expected)\b|'ll\b", re.IGNORECASE
)
AROUND = 60
OPENING = 40
FAR = 90
COARSE = 60


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with its basis, the rule that gave it and the mention behind it, if one stands in the text."""

    edtf: str | None
    basis: Basis
    rule: str
    mention: DateMention | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Background:
    """What the whole document tells about its dates: when it appeared, and whether it tells news."""

    published: str | None
    fresh: bool


def attach(
    folded: str,
    sentence: Sentence,
    trigger: Trigger,
    dates: Sequence[DateMention],
    background: Background,
) -> Dating:
    """The date of an act. ``dates`` are the mentions of its sentence, in order."""
    words = folded[sentence.start : sentence.end]
    usable = [
        mention
        for mention in dates
        if not _is_elsewhere(words, sentence.start, mention, trigger)
        and not _is_ahead(words[: trigger.end - sentence.start][-AROUND:], mention, background.published)
    ]
    for choose, rule in ((_in_clause, "date.clause"), (_opening, "date.opening"), (_nearest, "date.nearest")):
        if mention := choose(words, sentence.start, trigger, usable):
            return of(mention, folded, rule)
    if background.published is None:
        return Dating(None, "unknown", "date.none")
    return _undated(words, sentence.start, trigger, background)


def of(mention: DateMention, folded: str, rule: str = "date.listed") -> Dating:
    """The dating that a mention in the text gives."""
    words = folded[mention.start : mention.end]
    return Dating(mention.edtf, mention.basis, f"{rule} {mention.rule}", mention, words)


def _is_elsewhere(words: str, start: int, mention: DateMention, trigger: Trigger) -> bool:
    """Does the date belong to another act of the sentence?"""
    position, act = mention.start - start, trigger.start - start
    verb = max(trigger.start, trigger.end - 1) - start
    if clauses.together(words, act, position) or clauses.together(words, verb, position):
        left = clauses.around(words, position)[0]
        return bool(OTHER_EVENT.search(words[left:position])) and position > act
    if clauses.is_subordinate(words, position):
        return True
    return clauses.is_subordinate(words, act) and position > OPENING


def _is_ahead(before: str, mention: DateMention, published: str | None) -> bool:
    """A year to come dates no act that is told as done: "they attacked the plans for the election of 2040"."""
    year = mention.edtf[:4]
    return bool(published and year.isdigit() and year > published[:4] and not AHEAD.search(before))


def _in_clause(words: str, start: int, trigger: Trigger, dates: Sequence[DateMention]) -> DateMention | None:
    ends = (trigger.start - start, max(trigger.start, trigger.end - 1) - start)
    inside = [mention for mention in dates if any(clauses.together(words, end, mention.start - start) for end in ends)]
    return min(inside, key=lambda mention: _distance(mention, trigger), default=None)


def _opening(words: str, start: int, trigger: Trigger, dates: Sequence[DateMention]) -> DateMention | None:
    return next((mention for mention in dates if mention.start - start <= OPENING), None)


def _nearest(words: str, start: int, trigger: Trigger, dates: Sequence[DateMention]) -> DateMention | None:
    mention = min(dates, key=lambda mention: _distance(mention, trigger), default=None)
    if mention is None:
        return None
    farthest = FAR if len(mention.edtf) >= len("2015-10-21") else COARSE
    return mention if _distance(mention, trigger) <= farthest else None


def _distance(mention: DateMention, trigger: Trigger) -> int:
    if mention.start >= trigger.end:
        return mention.start - trigger.end
    return max(0, trigger.start - mention.end)


def _undated(words: str, start: int, trigger: Trigger, background: Background) -> Dating:
    """No date words: recent, fresh news, or background."""
    published = (background.published or "").rstrip("~?%")
    clause = words[slice(*clauses.around(words, trigger.start - start))]
    if match := RECENT.search(clause):
        return Dating(published[:7] + "~", "relative", "date.recent", words=match[0])
    before = words[max(0, trigger.verb_start - start - 40) : trigger.verb_start - start]
    if clauses.in_quotes(words, trigger.start - start) and trigger.rule.kind not in ("statement", "warning"):
        return Dating(None, "unknown", "date.quoted")
    perfect = re.search(r"\b(?:has|have|'ve)\s+(?:\w+\s+)?$", before)
    if EARLIER.search(before) and not perfect:
        return Dating(None, "unknown", "date.background")
    if not background.fresh:
        return Dating(None, "unknown", "date.background")
    return Dating(f"{published}~", "publication", "date.publication")


def in_story(dates: Sequence[DateMention]) -> list[DateMention]:
    """The dates of a look back: a month without a year is of the year told last, not of the publication."""
    told: list[DateMention] = []
    year = ""
    for mention in dates:
        if mention.rule in WITHOUT_YEAR and year and mention.edtf[:4].isdigit():
            mention = replace(mention, edtf=year + mention.edtf[4:])
        elif mention.basis == "stated" and mention.edtf[:4].isdigit() and "/" not in mention.edtf:
            year = mention.edtf[:4]
        told.append(mention)
    return told


def together_with(folded: str, dates: Sequence[DateMention], first: DateMention) -> list[DateMention]:
    """The dates of a list that opens with this one: "in May and July 2020" tells two acts."""
    found = [first]
    for mention in dates:
        if mention.start >= found[-1].end and JOINED.fullmatch(folded[found[-1].end : mention.start][:20]):
            found.append(mention)
    return found


def is_fresh(folded: str, sentences: Sequence[Sentence], dates: Sequence[DateMention], published: str | None) -> bool:
    """Is the document news of its day, rather than a look back or somebody's essay?"""
    if published is None:
        return False
    year = int(published[:4])
    years = [int(found[0]) for mention in dates if (found := re.search(r"\d{4}", mention.edtf))]
    old = sum(found < year for found in years)
    looking_back = old >= 4 and old > 0.5 * len(years)
    return not looking_back and not _is_essay(folded, sentences)


def _is_essay(folded: str, sentences: Sequence[Sentence]) -> bool:
    """Does the writer argue, ask and speak of himself more than he reports what others said?"""
    prose = [
        QUOTATION.sub("", folded[sentence.start : sentence.end])
        for sentence in sentences
        if not sentence.skipped and not sentence.heading
    ]
    arguing = sum(bool(ARGUING.search(words)) for words in prose)
    reporting = sum(bool(REPORTING.search(words)) for words in prose)
    return arguing >= 3 and arguing >= 0.1 * len(prose) and reporting < 0.12 * len(prose)
