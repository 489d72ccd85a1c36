"""What is an event called? At most fourteen words, taken from its own sentence."""

import re
from collections.abc import Sequence

from . import clauses
from .model import CandidateActor

LONGEST = 14
LEAD = re.compile(
    r"^(?:[\"'\s]|(?:However|But|And|Also|Meanwhile|Notably|Today|Yesterday|Earlier|Later|Lastly|"
    r"Firstly|Secondly|Separately|"
    r"In addition|In particular|In response|For their part|On \w+day)\b,?\s+|(?:On|In|At|As|For|Under|"
    r"Despite|During|After|Before|Following|With)\b[^,]{1,80},\s+)+"
)
WEAK = re.compile(
    r"the|a|an|of|in|on|to|for|and|or|by|with|at|from|its|their|his|her|that|which|who|as|but|is|was|were|has|have|"
    r"had|been|be|into|over|about|than|more|this|these|those|also|are|will|would|could|not|between|against|"
    r"including|such|under|after|it|he|she|they",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"[\s,]*(?:(?:which|who|when|where|after|before|following)\b)?\s*", re.IGNORECASE)
FIRST_PERSON = re.compile(r"(?:We|I)\b")
PRONOUN_LEAD = re.compile(r"(?:He|She|They|It)\b(?!')")
VERB_LEAD = re.compile(r"(?:Has|Have|Had|Was|Were|Is|Are|Will|Led|Met|Sat|Recently|(?!United)[A-Z][a-z]+ed)\b")
CONJUNCTION = re.compile(r"(?:(?:and|but|or|that|while|since|with|as|to)\s+)+", re.IGNORECASE)
SPACES = re.compile(r"\s+")
STOPS = " .,;:-(\"'"


def make(sentence: str, trigger_start: int, trigger_end: int, kind: str, actors: Sequence[CandidateActor]) -> str:
    """A title from the folded sentence; offsets are the trigger's within it."""
    if kind in ("statement", "warning") and (spoken := _spoken(sentence, actors)):
        return spoken
    left, right = _window(sentence, trigger_start, trigger_end)
    words = _tidy(_after(CONJUNCTION, sentence[left:right].lstrip(STOPS)))
    return _cut(_with_subject(words, actors)) or _cut(_tidy(sentence))


def _after(opening: re.Pattern[str], words: str) -> str:
    match = opening.match(words)
    return words[match.end() :] if match else words


def _with_subject(words: str, actors: Sequence[CandidateActor]) -> str:
    """The words with the actor's name where they begin with a pronoun, or with the verb itself."""
    if not actors:
        return words
    name = actors[0].name
    if FIRST_PERSON.match(words):
        return f"{name}: {words}"
    if PRONOUN_LEAD.match(words):
        return PRONOUN_LEAD.sub(name, words, count=1)
    if VERB_LEAD.match(words):
        return f"{name} {words[:1].lower()}{words[1:]}"
    return words


def _spoken(sentence: str, actors: Sequence[CandidateActor]) -> str:
    """Who said it, and the words said, where the sentence opens with the quotation."""
    if not actors or not re.match(r"\s*[\"']", sentence):
        return ""
    quotation = sentence.strip().strip("\"'").split('"')[0]
    return _cut(f"{actors[0].name}: {_tidy(quotation)}")


def _window(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The clause of the trigger, from its subject on; subordinate clauses in front fall away."""
    lead = LEAD.match(sentence)
    left = lead.end() if lead and lead.end() <= start else 0
    first, last = clauses.around(sentence, start)
    if first > left and clauses.SUBORDINATE.match(sentence[first:last]):
        opener = RELATIVE.match(sentence, first, last)
        left = opener.end() if opener else first
    words_before = len(sentence[left:start].split())
    if words_before > LONGEST - 4:
        left = max(left, first)
    return left, max(end, len(sentence))


def _tidy(words: str) -> str:
    words = SPACES.sub(" ", words).strip(" \"',;:-.")
    return words[:1].upper() + words[1:]


def _cut(words: str) -> str:
    pieces = words.split()
    if len(pieces) <= LONGEST:
        return _balanced(words.rstrip(" .,;:"))
    short = " ".join(pieces[:LONGEST])
    comma = max(short.rfind(", "), short.rfind("; "), short.rfind(" - "))
    if comma > len(short) * 0.55:
        short = short[:comma]
    while short and WEAK.fullmatch(short.split()[-1].strip(STOPS)):
        short = short.rpartition(" ")[0].rstrip(STOPS)
    return _balanced(short.rstrip(STOPS))


def _balanced(words: str) -> str:
    """Without a quotation mark or bracket that has lost its partner."""
    if words.count('"') % 2:
        words = words.replace('"', "")
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "")
    return SPACES.sub(" ", words).strip()
