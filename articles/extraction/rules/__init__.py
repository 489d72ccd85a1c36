"""All trigger rules, in the order in which they are asked; an earlier rule wins where two fit equally.

Specific acts come before general ones, and speech last: a sanction announced at a press conference
is a sanction.
"""

from . import accords, courts, diplomacy, force, lawmaking, meetings, penalties, speech
from .rule import Rule

RULES: tuple[Rule, ...] = (
    *penalties.RULES,
    *courts.RULES,
    *diplomacy.RULES,
    *force.RULES,
    *accords.RULES,
    *meetings.RULES,
    *lawmaking.RULES,
    *speech.RULES,
)

_BY_WORD: dict[str, list[int]] = {}
for _number, _rule in enumerate(RULES):
    for _word in _rule.pattern.words:
        _BY_WORD.setdefault(_word, []).append(_number)


def matching(words: frozenset[str]) -> list[Rule]:
    """The rules that a sentence with these lower-case words may set off, in order."""
    numbers = {number for word in words & _BY_WORD.keys() for number in _BY_WORD[word]}
    return [RULES[number] for number in sorted(numbers)]
