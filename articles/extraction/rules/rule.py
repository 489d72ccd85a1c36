"""What is a trigger rule, and what does it see?"""

import re
from dataclasses import dataclass

from .language import Pattern, is_base

# What the words around a verb make of it.
BE = r"(?:am|is|are|was|were|be|been|being|gets?|got|(?:it|he|she|that)'s|'re)"
ADVERB = (
    r"(?:\s+(?:\w+ly|also|now|already|just|once|twice|again|since|later|then|not|never|yet|still|"
    r"recently))"
)
PASSIVE = re.compile(rf"\b{BE}{ADVERB}{{0,2}}\s+$", re.IGNORECASE)
# In the present a base form needs a plural or a pronoun before it; else the word is a noun ("brutal attack").
TAKES_BASE = re.compile(
    rf"(?:\b(?:I|we|you|they|who|that|to|not|will|would|shall|should|can|could|may|might|must|do|did|"
    rf"does|and|or|"
    rf"MPs|people|police|\w+[^s\W]s|{ADVERB[3:-1]}|\w+ly)|^)[\s\"'(]*$",
    re.IGNORECASE,
)
AFTER_PREPOSITION = re.compile(
    r"\b(?:in|of|for|with|by|to|on|from|about|over|against|at|into|between|under|such|including|"
    r"further|new|more|many|these|cyber|ransomware|economic|trade)\s+$",
    re.IGNORECASE,
)
HAVE = re.compile(rf"\b(?:has|have|had|having|'ve){ADVERB}{{0,2}}\s+$", re.IGNORECASE)
BY = re.compile(r"\s+by\b")
NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|this|that|these|those|of|new|any|no)|'s)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A sign that something of a kind was done.

    ``finds`` are sentences with the trigger in square brackets, ``silent`` ones in which the rule
    says nothing. ``speaker`` asks for a source that speaks on the record; ``weight`` tells how sure
    the words are by themselves (0 to 1).
    """

    name: str
    kind: str
    pattern: Pattern
    finds: tuple[str, ...]
    silent: tuple[str, ...]
    weight: float = 0.6
    speaker: bool = False
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an act, from ``start`` to ``end``, and their verb.

    ``voice`` is active, passive, reduced (a participle with its agent: "issued by"), participle (-ing on
    its own), infinitive or noun.
    """

    start: int
    end: int
    verb_start: int
    verb_end: int
    rule: Rule
    voice: str


def triggers(rule: Rule, folded: str, start: int, end: int) -> list[Trigger]:
    """Every place in the sentence at which the rule speaks."""
    found = []
    position = start
    while match := rule.pattern.expression.search(folded, position, end):
        act = match.span("act")
        carrier = match.span("verb") if "verb" in match.re.groupindex else act
        voice = "noun" if rule.noun else voice_of(folded, start, *carrier)
        if voice:
            found.append(Trigger(*act, *carrier, rule, voice))
        # What only looks like a verb ("Land Rover signed a contract") must not swallow the verb behind it.
        position = max(position + 1, act[1] if voice else carrier[1])
    return found


def voice_of(folded: str, sentence: int, start: int, end: int) -> str:
    """How the verb stands in its sentence; empty where the word is no verb at all ("the ban")."""
    before = folded[max(sentence, start - 60) : start]
    form = folded[start:end].split()[0].lower()
    if PASSIVE.search(before):
        return "active" if form.endswith("ing") else "passive"
    if re.search(r"\bto\s+(?:\w+ly\s+)?$", before, re.IGNORECASE) and not form.endswith("ed"):
        return "infinitive"
    if NOUN_BEFORE.search(before) or (form.endswith("s") and not before.strip("\"' \n")):
        return ""
    if form.endswith("ing"):
        return "participle"
    if form.endswith("s") and AFTER_PREPOSITION.search(before):
        return ""
    if is_base(form) and not TAKES_BASE.search(before):
        return ""
    if form.endswith("ed") and BY.match(folded, end) and not HAVE.search(before):
        return "reduced"
    return "active"
