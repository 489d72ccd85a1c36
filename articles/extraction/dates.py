"""Which dates does a text name, where exactly, and what do they mean?

Rules (``date_rules.RULES``) cut calendar expressions out and values (``date_values``) give their EDTF; here
they are chosen (the longest, then the earlier rule, then the leftmost), widened by the words that
qualify them (*early*, *around*, *since*), and joined to ranges.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from heapq import merge
from operator import itemgetter
from typing import NamedTuple

from articles.edtf import OPEN, EdtfError, parse
from articles.extraction.date_rules import RULES, Rule, any_of
from articles.extraction.date_values import TABLES, Context, Published
from articles.extraction.folding import fold
from articles.extraction.model import Basis, DateMention

__all__ = ["RULES", "find_dates"]

_CONTEXT = 48  # how far before an expression the words that qualify it are looked for, in characters
_MEMORY = 400  # how far back "that year" and "two days later" look for their date


def find_dates(text: str, published: str | None) -> list[DateMention]:
    """The calendar expressions of ``text`` in its order, none inside another (but for ``parts``).

    ``published`` is the EDTF of the day, month or year of publication, or None; what can only be
    counted from a publication that is not known is left out. *Recently* and its kin come as the
    month of publication under the rule ``recent``.
    """
    folded = _folded(text)
    mentions = [_widened(mention, folded) for mention in _read(folded, Published.read(published))]
    return _joined(mentions, folded)


# Finding


class _Found(NamedTuple):
    """What a rule cut out; ``rank`` is the rule's place in the list."""

    match: re.Match[str]
    rule: Rule
    rank: int

    def offers(self) -> tuple[int, int, int]:
        """Sorts the better first: the longest, then the earlier rule, then the leftmost."""
        start, end = self.match.span()
        return (start - end, self.rank, start)


_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


def _folded(text: str) -> str:
    """The text as rules read it, length for length; a single line break is a blank, an empty line
    parts paragraphs."""
    return _LINE_BREAK.sub(" ", fold(text))


_Ranked = tuple[tuple[int, Rule], ...]

_NUMBER, _YEAR, _SIGN, _CHINESE = "9", "2000", "Q", "年"
_BEFORE_A_COUNT = {"about", "around", "almost", "nearly", "some", "roughly", "just", "more", "over", "at"}
_CLASSES = {
    "M": set(TABLES["months"]),
    "W": set(TABLES["weekdays"]),
    "word": {words.split()[0] for words in TABLES["numbers"]} | _BEFORE_A_COUNT,
    _SIGN: {"q", "h", "fy"},
}


def _rules_by_token() -> dict[str, _Ranked]:
    """For each word that opens an expression, as it may be written, and for each other class, its rules
    with their rank."""
    by_token: dict[str, list[tuple[int, Rule]]] = {}
    for rank, rule in enumerate(RULES):
        words = {word for opener in rule.opens.split() for word in _CLASSES.get(opener, {opener})}
        for form in {form for word in words for form in (word, word.capitalize(), word.upper())}:
            by_token.setdefault(form, []).append((rank, rule))
    return {token: tuple(rules) for token, rules in by_token.items()}


_RULES_BY_TOKEN = _rules_by_token()
_TOKEN = re.compile("[A-Za-z]+|[0-9]+")
# Common words, and numbers, open an expression only before one of their few partners.
_UNIT = re.compile("[ ]{1,4}(?:couple|hour|day|week|fortnight|month|year|decade|century)(?![A-Za-z])", re.I)
_AFTER_THE = re.compile(rf"[ ]{{1,4}}(?:[0-9]|(?:{any_of(TABLES['words_after_the'])})(?![A-Za-z]))", re.I)
_AFTER_A_NUMBER = re.compile("[-/.a-z]|[ ]{1,4}[-a-z&]", re.I)
_PARTNERS = {"a": _UNIT, "an": _UNIT, "that": _UNIT, "the": _AFTER_THE}
_NO_START = re.compile(r"[\w£$€#]$|[0-9][.,:/-]$|\w-$")
_DIGITS = "".join(TABLES["chinese_digits"]) + "十"
_CHINESE_OPENER = re.compile(
    rf"(?:(?<![0-9])[0-9]{{4}}|(?<![{_DIGITS}])[{_DIGITS}]{{4}})[ ]?年"
    rf"|(?<![0-9{_DIGITS}])(?:[0-9]{{1,2}}|[{_DIGITS}]{{1,3}})[ ]?月"
    rf"|{any_of([*TABLES['chinese_relative'], *TABLES['chinese_recent']])}"
)
_HAN = re.compile("[\u4e00-\u9fff]")


def _openings(text: str) -> Iterator[tuple[int, _Ranked]]:
    """Where an expression may open, from left to right, and the rules to try there."""
    latin = _latin_openings(text)
    if not _HAN.search(text):
        return latin
    chinese = ((m.start(), _RULES_BY_TOKEN[_CHINESE]) for m in _CHINESE_OPENER.finditer(text))
    return merge(latin, chinese, key=itemgetter(0))


def _latin_openings(text: str) -> Iterator[tuple[int, _Ranked]]:
    for token in _TOKEN.finditer(text):
        word = token[0]
        rules = _RULES_BY_TOKEN.get(word) or (_number_rules(word) if word[0] <= "9" else None)
        if rules and _may_open(word, token.start(), token.end(), text):
            yield token.start(), rules


def _number_rules(digits: str) -> _Ranked | None:
    return _RULES_BY_TOKEN[_YEAR if len(digits) == 4 else _NUMBER] if len(digits) < 5 else None


def _may_open(word: str, start: int, end: int, text: str) -> bool:
    """Whether the characters around a token let a date begin with it."""
    partner = _PARTNERS.get(word.casefold()) or (_AFTER_A_NUMBER if word[0] <= "9" and len(word) < 4 else None)
    if partner and not partner.match(text, end):
        return False
    if not start or text[start - 1] == " ":
        return True
    refused = _NO_START.search(text, max(0, start - 2), start)
    return not refused or (refused[0].endswith("-") and _may_follow_a_dash(word, refused[0]))


def _may_follow_a_dash(word: str, before: str) -> bool:
    """*mid-June*, *pre-2015*, *Monday-Friday*, but neither *day-today* nor *12-2015*."""
    if word[0] <= "9":
        return not before[0].isdecimal()
    return word in _CLASSES["M"] or word in _CLASSES["W"]


def _found(text: str) -> Iterator[_Found]:
    """The best reading at each place where an expression may open."""
    for start, rules in _openings(text):
        readings = [_Found(match, rule, rank) for rank, rule in rules if (match := rule.pattern.match(text, start))]
        if readings:
            yield min(readings, key=_Found.offers)


def _chosen(text: str) -> Iterator[_Found]:
    """Expressions that do not overlap, in the order of the text."""
    cluster: list[_Found] = []
    end = 0
    for found in _found(text):
        if cluster and found.match.start() >= end:
            yield from _best_of(cluster)
            cluster = []
        cluster.append(found)
        end = max(end, found.match.end())
    yield from _best_of(cluster)


def _best_of(cluster: list[_Found]) -> list[_Found]:
    """The best of expressions that overlap, then the best of what it leaves."""
    if len(cluster) < 2:
        return cluster
    taken: set[int] = set()
    best = []
    for found in sorted(cluster, key=_Found.offers):
        span = range(*found.match.span())
        if taken.isdisjoint(span):
            taken.update(span)
            best.append(found)
    return sorted(best, key=lambda found: found.match.start())


# Reading


def _read(text: str, published: Published | None) -> Iterator[DateMention]:
    at = Context(text, published)
    remembered = 0
    for found in _chosen(text):
        if found.match.start() - remembered > _MEMORY:
            at.previous = None
        mention = _mention(found, at)
        if mention:
            yield mention
            if mention.rule != "recent":
                at.previous, remembered = parse(mention.edtf), mention.end


def _mention(found: _Found, at: Context) -> DateMention | None:
    """None where the words claim no date, or one that no calendar holds."""
    try:
        read = parse(found.rule.value(found.match, at) or "")
    except EdtfError:
        return None
    start, end = found.match.span()
    basis: Basis = "relative"
    if found.rule.basis == "stated" or (found.rule.basis == "year" and _stated(found.match, read.text, at)):
        basis = "stated"
    return DateMention(start, end, read.text, found.rule.name, basis, _ends(found, read.text, basis))


def _stated(match: re.Match[str], edtf: str, at: Context) -> bool:
    """Whether the year stands in the text, or goes without saying because it is the publication's."""
    groups = match.groupdict()
    if groups.get("which"):
        return False
    return bool(groups.get("Y")) or at.published is None or edtf[:4] == f"{at.published.day.year}"


def _ends(found: _Found, edtf: str, basis: Basis) -> tuple[DateMention, ...]:
    """The mentions of a range's two ends, where the rule marks them."""
    if "/" not in edtf or "A" not in found.rule.pattern.groupindex:
        return ()
    return tuple(
        DateMention(*found.match.span(group), point, found.rule.name, basis)
        for group, point in zip("AB", edtf.split("/"), strict=True)
    )


# Widening by the words before


class _Qualifier(NamedTuple):
    """Words right before a date that change its span (``spans``) or its value."""

    pattern: re.Pattern[str]
    value: Callable[[str], str]
    spans: bool


def _approximate(edtf: str) -> str:
    return edtf if "/" in edtf or edtf.endswith("~") else f"{edtf}~"


def _since(edtf: str) -> str:
    start = edtf.split("/")[0]
    return edtf if start == OPEN else f"{start}/{OPEN}"


def _until(edtf: str) -> str:
    end = edtf.split("/")[-1]
    return edtf if end == OPEN else f"{OPEN}/{end}"


_QUALIFIERS = (
    _Qualifier(
        re.compile(
            r"(?<!\w)(?:(?:the )?(?:very )?(?:early|mid|late)(?: in| on)?[ -]"
            r"|(?:the )?(?:very )?(?:beginning|start|end|middle|close|turn) of "
            r"|(?:the )?(?:(?:first|second|third|last|final|closing|opening|early) (?:(?:few|two|three) )?)"
            r"(?:days?|weeks?|months?|half) (?:of|in) )(?:the )?$",
            re.I,
        ),
        str,
        spans=True,
    ),
    _Qualifier(
        re.compile(r"(?<!\w)(?:around|circa|c\.|ca\.|approximately|roughly|some ?time in) ?(?:the )?$", re.I),
        _approximate,
        spans=True,
    ),
    _Qualifier(re.compile(r"(?<!\w)since (?:at least )?$", re.I), _since, spans=False),
    _Qualifier(re.compile(r"(?<!\w)(?<!not )(?:until|till) (?:at least )?$", re.I), _until, spans=False),
)
# The last word of any of them: most dates have none, and need no closer look.
_QUALIFIES = re.compile(
    r"(?:early|mid|late|of|in|on|the|around|circa|ca?\.|approximately|roughly|since|until|till|least)[ -]{0,4}$", re.I
)
_ONWARDS = re.compile(r" onwards?(?!\w)", re.I)


def _widened(mention: DateMention, text: str) -> DateMention:
    """The mention with the words that qualify it, one of each kind at most, from the inside out."""
    if mention.rule == "recent":
        return mention
    for qualifier in _QUALIFIERS:
        if not _QUALIFIES.search(text, max(0, mention.start - 12), mention.start):
            break
        found = qualifier.pattern.search(text, max(0, mention.start - _CONTEXT), mention.start)
        if found:
            start = found.start() if qualifier.spans else mention.start
            mention = replace(mention, start=start, edtf=qualifier.value(mention.edtf))
    onwards = _ONWARDS.match(text, mention.end)
    return replace(mention, end=onwards.end(), edtf=_since(mention.edtf)) if onwards else mention


# Joining


_RANGE_SIGN = re.compile(r" {0,2}(?:-|to|until|till|through) {0,2}", re.I)
_AND = re.compile(r" {1,2}and {1,2}", re.I)
_BETWEEN = re.compile(r"(?<!\w)between (?:the )?$", re.I)


def _joined(mentions: list[DateMention], text: str) -> list[DateMention]:
    """The mentions, two that belong together as one."""
    joined: list[DateMention] = []
    for mention in mentions:
        pair = joined and (_bracketed(joined[-1], mention, text) or _range(joined[-1], mention, text))
        if pair:
            joined[-1] = pair
        else:
            joined.append(mention)
    return joined


def _bracketed(left: DateMention, right: DateMention, text: str) -> DateMention | None:
    """*this morning (26 March)*: the bracket says which day it was."""
    gap = text[left.end : right.start]
    if left.basis != "relative" or left.rule == "recent" or gap.strip(" ") != "(" or len(gap) > 3:
        return None
    if text[right.end : right.end + 1] != ")":
        return None
    return replace(right, start=left.start, end=right.end + 1, rule="bracketed-date")


def _range(left: DateMention, right: DateMention, text: str) -> DateMention | None:
    """*2012 to 2014*, *between August 2021 and October 2022*; None unless the second is the later."""
    if "/" in right.edtf.replace(f"{OPEN}/", "") or "/" in left.edtf or "recent" in (left.rule, right.rule):
        return None
    if not _are_ends(left, right, text):
        return None
    right = replace(right, edtf=right.edtf.replace(f"{OPEN}/", ""))  # "from A until B"
    try:
        edtf = parse(f"{left.edtf}/{right.edtf}").text
    except EdtfError:
        return None
    basis: Basis = "stated" if left.basis == right.basis == "stated" else "relative"
    return DateMention(left.start, right.end, edtf, "range", basis, (left, right))


def _are_ends(left: DateMention, right: DateMention, text: str) -> bool:
    if right.start - left.end > 12:
        return False
    if _RANGE_SIGN.fullmatch(text, left.end, right.start):
        return True
    between = _BETWEEN.search(text, max(0, left.start - _CONTEXT), left.start)
    return bool(between and _AND.fullmatch(text, left.end, right.start))
