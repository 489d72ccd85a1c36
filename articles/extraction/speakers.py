"""Who does what a verb tells, and does it speak on the record?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import clauses
from .model import ActorMention
from .rules.rule import Trigger
from .sentences import Sentence

PRONOUN = re.compile(
    r"\b(?:he|she|they|it|i|we)(?:\s+\w+ly|\s+also|\s+then|\s+further|\s+has|\s+have|\s+had|\s+will|'ve)*\s*$",
    re.IGNORECASE,
)
SAME_SPEAKER = re.compile(
    r"\bthe\s+(?:spokes(?:person|man|woman)|minister|ambassador|official|statement|embassy|ministry)(?:\s+also|\s+then)?\s*$",
    re.IGNORECASE,
)
AFTER_QUOTE = re.compile(r"[\"']\s*$")
PREPOSITION = re.compile(
    r"\b(?:of|in|to|with|by|from|on|against|at|into|for|between|about|over|under|towards?|than|among)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?$",
    re.IGNORECASE,
)
SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:person|man|woman)|ambassador|minister|secretary|head|chair(?:man|woman)?|officials?|president|leader|statement|letter|director|governor|boss|chief|response)\b[\w\s'-]{0,60}$",
    re.IGNORECASE,
)
# What follows a demonym or a state's name and speaks for nobody but itself.
PRIVATE_GROUP = re.compile(
    r"^(?:'s)?\s+(?:[\w-]+\s+){0,3}?(?:firms?|compan(?:y|ies)|business(?:es)?|media|newspapers?|broadcasters?|groups?|analysts?|experts?|"
    r"universit(?:y|ies)|students?|people|public|investors?|banks?|campaigners|residents|journalists|academics|scholars?|"
    r"researchers?|tourists|citizens|nationals|hackers?|spies|consumers|customers|users|protesters|demonstrators|workers|actors|operatives|agents?|market|economy|law|policy|assets|goods|products)\b",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"\b(?:sources?|insiders?|critics|observers|commentators|analysts|experts|some|many|campaigners|intelligence officials|former officials)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
SPEAKING = frozenset(
    {
        "state",
        "territory",
        "government body",
        "legislature",
        "intelligence agency",
        "diplomatic mission",
        "party",
        "international organisation",
        "military",
    }
)
FARTHEST = 220
JOINED = re.compile(
    r"^(?:'s?)?[\s,]*(?:and|&|,|-|/|as well as|along with|,\s*and)?[\s,]*(?:the\s+|both\s+|its\s+)?$", re.IGNORECASE
)


@dataclass(slots=True)
class Speech:
    """What has been said so far, for the pronouns to come."""

    person: ActorMention | None = None
    speaker: ActorMention | None = None
    by_sentence: dict[int, ActorMention] = field(default_factory=dict)


def subject(
    folded: str, sentence: Sentence, trigger: Trigger, mentions: Sequence[ActorMention], speech: Speech
) -> ActorMention | None:
    """The actor that does what the trigger tells, or None where the text names none."""
    start, verb = sentence.start, trigger.verb_start
    here = [mention for mention in mentions if mention.rule != "actor.place"]
    before = folded[start:verb]
    if AFTER_QUOTE.search(before) and (inverted := _right(folded, sentence, trigger, here)):
        return inverted
    if PRONOUN.search(before[-40:]):
        return _antecedent(before, here, start, verb, speech)
    if SAME_SPEAKER.search(before[-60:]) and speech.speaker:
        return speech.speaker
    if UNNAMED.search(before[-80:]):
        return None
    return _left(folded, start, verb, here) or speech.by_sentence.get(start)


def on_record(folded: str, mention: ActorMention) -> bool:
    """Is this a minister, a spokesperson, a body: somebody whose words are an official statement?"""
    if mention.kind == "person":
        return mention.office
    if mention.kind not in SPEAKING:
        return False
    return not PRIVATE_GROUP.match(folded[mention.end : mention.end + 60])


def group(folded: str, mentions: Sequence[ActorMention], member: ActorMention) -> list[ActorMention]:
    """The mention with those joined to it by commas and "and"."""
    index = mentions.index(member)
    first = last = index
    while first and JOINED.match(folded[mentions[first - 1].end : mentions[first].start]):
        first -= 1
    while last + 1 < len(mentions) and JOINED.match(folded[mentions[last].end : mentions[last + 1].start]):
        last += 1
    return list(mentions[first : last + 1])


def _right(folded: str, sentence: Sentence, trigger: Trigger, here: Sequence[ActorMention]) -> ActorMention | None:
    after = [mention for mention in here if trigger.end <= mention.start < min(sentence.end, trigger.end + 120)]
    people = [mention for mention in after if mention.kind == "person"]
    return (people or after or [None])[0]


def _antecedent(
    before: str, here: Sequence[ActorMention], start: int, verb: int, speech: Speech
) -> ActorMention | None:
    people = [mention for mention in here if mention.end <= verb and mention.kind == "person"]
    pronoun = re.search(r"\b(he|she|they|it|i|we)\b[\w\s']*$", before, re.IGNORECASE)
    if pronoun and pronoun[1].lower() in ("i", "we"):
        return None
    if people and not before.rstrip().endswith('"'):
        return people[-1]
    if pronoun and pronoun[1].lower() in ("he", "she"):
        return speech.person
    return speech.speaker


def _left(folded: str, start: int, verb: int, here: Sequence[ActorMention]) -> ActorMention | None:
    sentence_left = folded[start:verb]
    left = start + _clause_start(sentence_left)
    for floor in (left, start):
        found = [
            mention
            for mention in here
            if floor <= mention.start and mention.end <= verb and verb - mention.end < FARTHEST
        ]
        found = [mention for mention in found if not clauses.in_quotes(sentence_left, mention.start - start)]
        subjects = [mention for mention in found if _is_subject(folded, start, mention)]
        people = [mention for mention in subjects if mention.kind == "person"]
        if subjects:
            last = subjects[-1]
            return people[-1] if people and verb - people[-1].end < 120 else last
    return None


def _clause_start(before: str) -> int:
    breaks = [
        match.end() for match in re.finditer(r"[;:]\s|[\"']\s|\s-\s|,\s(?=while|but|which|although)|\bthat\s", before)
    ]
    return breaks[-1] if breaks else 0


def _is_subject(folded: str, start: int, mention: ActorMention) -> bool:
    before = folded[max(start, mention.start - 90) : mention.start]
    if not PREPOSITION.search(before):
        return True
    return bool(SPEAKS_FOR.search(PREPOSITION.sub("", before)))
