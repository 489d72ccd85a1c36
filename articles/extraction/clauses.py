"""Where in a sentence does the clause around a word begin and end, and what stands in quotation marks?"""

import re
from functools import lru_cache

BREAK = re.compile(
    r"[;:](?=\s)|\s-{1,2}\s|(?<=\w)-(?=(?:which|who|not|possibly)\b)|[()]|"
    r",?\s+(?=(?:which|who|whom|whose|where|but|while|whilst|although|though|because|unless|when|whereas|"
    r"after|before|since|until|following|despite|amid|if|even as)\b)|"
    r",\s+(?=(?:with|as|saying|noting|adding|calling|urging|warning|accusing|stressing|describing|so|including|"
    r"and|yet|aimed|leading|paving|\w+ing)\b)|"
    r"\s+(?=(?:and|but)\s+(?:it|he|she|they|we|the|that|has|have|had|will|was|were|said|called|accused|urged|would|also|agreed|\w+ed)\b)|"
    r"(?<=[\"'])\s+(?=[A-Z])",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(
    r"^[\s,]*(?:after|before|since|until|following|when|which|who|whose|where|because|if|unless|although|despite|amid)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r'"[^"]{1,1500}(?:"|$)')


@lru_cache(maxsize=256)
def split(sentence: str) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence as spans within it; the word that opens a clause belongs to it."""
    cuts = [0]
    for match in BREAK.finditer(sentence):
        if match.end() > cuts[-1]:
            cuts.append(match.end())
    cuts.append(len(sentence))
    return tuple((left, right) for left, right in zip(cuts, cuts[1:], strict=False) if left < right)


def around(sentence: str, position: int) -> tuple[int, int]:
    """The clause that holds the position."""
    for left, right in split(sentence):
        if left <= position < right:
            return left, right
    return 0, len(sentence)


def is_subordinate(sentence: str, position: int) -> bool:
    """Is the position in a clause that tells of something else: after, which, following ...?"""
    left, right = around(sentence, position)
    return left > 0 and bool(SUBORDINATE.match(sentence[left:right]))


def in_quotes(sentence: str, position: int) -> bool:
    """Do the words stand between double quotation marks?"""
    return any(match.start() < position < match.end() for match in QUOTED.finditer(sentence))
