"""Where in a sentence does the clause around a word begin and end, and what stands in quotation marks?

A clause may be interrupted: in "the embassy, which stands by the river, was sold in May" the words
before and after the relative clause belong together.
"""

import re
from functools import lru_cache
from typing import NamedTuple

BREAK = re.compile(
    r"(?P<open>\()|(?P<close>\))|(?P<dash>\s-{1,3}\s)|"
    r"(?P<relative>,\s+(?=(?:which|who|whom|whose|where)\b))|"
    r"(?P<new>[;:](?=\s)|"
    r",?\s+(?=(?:which|who|whose|but|while|whilst|although|though|because|unless|when|whereas|"
    r"after|before|since|until|following|despite|amid|if)\b)|"
    r",\s+(?=(?:with|as|saying|noting|adding|calling|urging|warning|accusing|stressing|describing|so|"
    r"and|yet|aimed|leading|paving|\w+ing)\b)|"
    r"\s+(?=(?:and|but)\s+(?:it|he|she|they|we|the|that|has|have|had|will|was|were|would|also|"
    r"\w{2,}ed|said)\b)|"
    r"(?<=\")\s+(?=(?-i:[A-Z])))|"
    r"(?P<comma>,\s)",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(
    r"[\s,]*(?:after|before|since|until|following|when|which|who|whose|where|because|if|unless|"
    r"although|despite|amid)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r'"[^"]{1,1500}(?:"|$)')


class Segment(NamedTuple):
    """A run of words of one clause; segments of the same ``clause`` belong together."""

    start: int
    end: int
    clause: int


@lru_cache(maxsize=512)
def split(sentence: str) -> tuple[Segment, ...]:
    """The segments of a sentence in order; the word that opens a clause belongs to it."""
    segments: list[Segment] = []
    waiting: list[tuple[str, int]] = []  # what interrupts, and the clause that goes on after it
    start, clause, count = 0, 0, 1
    for match in BREAK.finditer(sentence):
        sign = str(match.lastgroup)
        following = _following(sign, clause, count, waiting)
        if following == clause:
            continue
        if match.end() > start:
            segments.append(Segment(start, match.end(), clause))
        start, clause, count = match.end(), following, count + (following == count)
    if start < len(sentence):
        segments.append(Segment(start, len(sentence), clause))
    return tuple(segments)


def _following(sign: str, clause: int, count: int, waiting: list[tuple[str, int]]) -> int:
    """The clause that goes on after a break; ``count`` is the number of a new one."""
    top = waiting[-1][0] if waiting else ""
    ends = {"close": "open", "dash": "dash", "comma": "relative"}.get(sign)
    if ends and top == ends:
        return waiting.pop()[1]
    if sign in ("open", "dash", "relative"):
        waiting.append((sign, clause))
        return count
    if sign == "new":
        if top == "relative":
            waiting.pop()
        return count
    return clause


def segment(sentence: str, position: int) -> Segment:
    """The segment that holds the position."""
    for found in split(sentence):
        if found.start <= position < found.end:
            return found
    return Segment(0, len(sentence), 0)


def around(sentence: str, position: int) -> tuple[int, int]:
    """The borders of the segment that holds the position."""
    found = segment(sentence, position)
    return found.start, found.end


def together(sentence: str, one: int, other: int) -> bool:
    """Do two positions stand in one clause?"""
    return segment(sentence, one).clause == segment(sentence, other).clause


def is_subordinate(sentence: str, position: int) -> bool:
    """Is the position in a clause that tells of something else: after, which, following ...?"""
    left, right = around(sentence, position)
    return left > 0 and bool(SUBORDINATE.match(sentence[left:right]))


def in_quotes(sentence: str, position: int) -> bool:
    """Do the words stand between double quotation marks?"""
    return any(match.start() < position < match.end() for match in QUOTED.finditer(sentence))
