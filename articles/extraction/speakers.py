"""Who does what a verb tells, and does it speak on the record?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import clauses
from .model import ActorMention
from .rules.rule import Trigger
from .sentences import Sentence

FARTHEST = 220
PRONOUN = re.compile(
    r"\b(?P<who>he|she|they|it|i|we)(?:\s+(?:\w+ly|also|then|further|has|have|had|will|would|again|"
    r"now|later|both|'ve|"
    r"repeatedly|are|is|am|were|was|today|do|did|even))*\s*$",
    re.IGNORECASE,
)
SAME_SPEAKER = re.compile(
    r"\bthe\s+(?:spokes(?:person|man|woman)|minister|ambassador|official|statement|embassy|ministry|pair|two|"
    r"president|prime minister|foreign secretary|chancellor)(?:\s+(?:also|then|has|have|had|\w+ly))*\s*$",
    re.IGNORECASE,
)
AFTER_QUOTE = re.compile(r"[\"']\s*$")
PREPOSITION = re.compile(
    r"\b(?:of|in|to|with|by|from|on|against|at|into|for|between|about|over|under|towards?|than|among|"
    r"as|like)\s+"
    r"(?:the\s+|its\s+|his\s+|her\s+|their\s+|a\s+)?$",
    re.IGNORECASE,
)
SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:person|man|woman)|ambassadors?|ministers?|secretary|head|chair(?:man|woman)?|"
    r"officials?|president|"
    r"leaders?|statement|letter|directors?|governor|boss|chief|response|speaker|representatives?|presidency|"
    r"members|government|members|manifesto)\b[\w\s'-]{0,60}$",
    re.IGNORECASE,
)
# What may stand between the name of a state or a body and its verb; other nouns speak for themselves.
OWN_WORDS = re.compile(
    r"(?:'s?)?(?:[\s,]++(?:government|administration|authorities|officials?|ministers?|leaders?|"
    r"leadership|ministry|embassy|"
    r"side|presidents?|premier|prime|foreign|security|state|interior|defen[cs]e|trade|finance|deputy|"
    r"spokes\w+|commission|"
    r"delegation|police|parliament|office|cabinet|ambassador|department|secretary|chancellor|council|"
    r"lawmakers|mps|peers|"
    r"legislators|members|party|diplomats?|chair\w*|head|has|have|had|will|would|also|then|later|"
    r"today|yesterday|"
    r"both|all|jointly|again|once|and|the|is|was|were|are|been|being|do|did|does|for|of|its|his|her|"
    r"their|part|"
    r"on|this|last|week|morning|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\w+ly|too|"
    r"allies|partners|our|we|meanwhile|however|who|which|in|a|an|response|turn|"
    r"statement|reply|letter|report|manifesto|election|communiqu[eé]|website|repeatedly|long|now|first|never)\b)*+[\s,]*+(?:\"[^\"]{0,200}\"[\s,]*+)?$",
    re.IGNORECASE,
)
PRIVATE_GROUP = re.compile(
    r"(?:'s)?\s+(?:[\w-]+\s+){0,3}?(?:firms?|compan(?:y|ies)|business(?:es)?|media|newspapers?|"
    r"broadcasters?|groups?|analysts?|experts?|"
    r"universit(?:y|ies)|students?|people|public|investors?|banks?|campaigners|residents|journalists|"
    r"academics|scholars?|"
    r"researchers?|tourists|citizens|nationals|hackers?|spies|consumers|customers|users|protesters|"
    r"demonstrators|workers|"
    r"actors|operatives|agents?|markets?|economy|law|policy|assets|goods|products|hawk|strategy|plan|"
    r"documents?)\b",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"\b(?:sources?|insiders?|critics|observers|commentators|analysts|experts|some|many|campaigners|"
    r"activists|residents|"
    r"intelligence officials|former officials|reports?|media|documents|study)\s+(?:\w+\s+){0,3}$",
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
JOINED = re.compile(
    r"(?:'s?)?[\s,]*+(?:\([A-Z]{2,6}\)[\s,]*+)?(?:(?:and|&|-|/|as well as|along with|joined by)[\s,]*+)?"
    r"(?:(?:the|both|its|President|Premier)\s*+)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Speech:
    """What has been said so far, for the pronouns to come. ``author`` is whose words the text itself is,
    ``home`` the state that it is told from."""

    author: ActorMention | None = None
    home: str | None = None
    person: ActorMention | None = None
    speaker: ActorMention | None = None
    together: list[ActorMention] = field(default_factory=list)
    by_sentence: dict[int, ActorMention] = field(default_factory=dict)

    def remember(self, sentence: Sentence, speaker: ActorMention) -> None:
        self.speaker = speaker
        self.by_sentence[sentence.start] = speaker
        if speaker.kind == "person":
            self.person = speaker


def subject(
    folded: str, sentence: Sentence, trigger: Trigger, mentions: Sequence[ActorMention], speech: Speech
) -> ActorMention | None:
    """The actor that does what the trigger tells, or None where the text names none."""
    start, verb = sentence.start, trigger.verb_start
    here = [mention for mention in mentions if mention.rule != "actor.place"]
    before = folded[start:verb]
    if trigger.rule.name == "statement.according" or AFTER_QUOTE.search(before):
        inverted = _right(sentence, trigger, here)
        if inverted or trigger.rule.name == "statement.according":
            return inverted
    if trigger.voice in ("passive", "reduced"):
        return _agent(folded, sentence, trigger, here)
    if pronoun := PRONOUN.search(before[-60:]):
        quoted = clauses.in_quotes(before + '"', len(before) - 1) and before.count('"') % 2 == 1
        return _antecedent(pronoun["who"].lower(), before, here, verb, speech, quoted=quoted)
    if SAME_SPEAKER.search(before[-60:]) and speech.speaker:
        return speech.speaker
    if UNNAMED.search(before[-80:]):
        return None
    return _left(folded, start, verb, here) or speech.by_sentence.get(start)


def open_with(folded: str, sentence: Sentence, mentions: Sequence[ActorMention], speech: Speech) -> None:
    """Keep the actors with whom a sentence opens side by side, for a "they" to come."""
    opening = [m for m in mentions if m.start - sentence.start < 80 and _is_subject(folded, sentence.start, m)]
    if opening and len(found := group(folded, mentions, opening[0])) > 1:
        speech.together = found


def on_record(folded: str, mention: ActorMention, verb: int) -> bool:
    """Is this a minister, a spokesperson, a body: somebody whose words are an official statement?

    ``verb`` is where the verb begins; a mention behind it (an inverted quotation) is judged by itself.
    """
    if mention.kind == "person":
        return mention.office
    if mention.kind not in SPEAKING:
        return False
    if 0 <= verb - mention.end <= FARTHEST:
        between = folded[mention.end : verb]
        return bool(OWN_WORDS.match(_without_parenthesis(between)))
    return not PRIVATE_GROUP.match(folded[mention.end : mention.end + 60])


def group(folded: str, mentions: Sequence[ActorMention], member: ActorMention) -> list[ActorMention]:
    """The mention with those joined to it by commas and "and"."""
    index = mentions.index(member)
    first = last = index
    while first and JOINED.fullmatch(folded[mentions[first - 1].end : mentions[first].start][:80]):
        first -= 1
    while last + 1 < len(mentions) and JOINED.fullmatch(folded[mentions[last].end : mentions[last + 1].start][:80]):
        last += 1
    return list(mentions[first : last + 1])


def _without_parenthesis(words: str) -> str:
    """The words without what stands between brackets, dashes or a pair of commas."""
    words = re.sub(r"\([^()]{0,200}\)|\s-\s[^-]{0,200}\s-\s", " ", words)
    return re.sub(r",[^,]{1,160},", " ", words)


def _agent(folded: str, sentence: Sentence, trigger: Trigger, here: Sequence[ActorMention]) -> ActorMention | None:
    """By whom it was done."""
    for mention in here:
        if trigger.end <= mention.start < trigger.end + 80:
            between = folded[trigger.end : mention.start]
            return mention if re.search(r"\bby\s+(?:[\w-]+\s+){0,3}$", between) else None
    return None


def _right(sentence: Sentence, trigger: Trigger, here: Sequence[ActorMention]) -> ActorMention | None:
    """Who stands after the verb: '"...," said the minister'."""
    after = [m for m in here if trigger.end <= m.start < min(sentence.end, trigger.end + 120)]
    people = [mention for mention in after if mention.kind == "person"]
    return next(iter(people or after), None)


def _antecedent(
    who: str, before: str, here: Sequence[ActorMention], verb: int, speech: Speech, *, quoted: bool
) -> ActorMention | None:
    if who in ("i", "we"):
        return None if quoted else speech.author
    people = [mention for mention in here if mention.end <= verb and mention.kind == "person"]
    if who == "they" and speech.together:
        return speech.together[0]
    if who in ("he", "she"):
        inside = people and '"' not in before
        return people[-1] if inside else speech.person
    return speech.speaker


def _left(folded: str, start: int, verb: int, here: Sequence[ActorMention]) -> ActorMention | None:
    before = folded[start:verb]
    for floor in dict.fromkeys((start + _clause_start(before), start)):
        subjects = [
            mention
            for mention in here
            if floor <= mention.start
            and mention.end <= verb
            and verb - mention.end < FARTHEST
            and before[: mention.start - start].count('"') % 2 == 0
            and _is_subject(folded, start, mention)
        ]
        people = [mention for mention in subjects if mention.kind == "person" and verb - mention.end < 120]
        if subjects:
            return people[-1] if people else subjects[-1]
    return None


def _clause_start(before: str) -> int:
    """Where the clause of the verb begins, as far as commas and conjunctions tell."""
    breaks = re.finditer(r"[;:]\s|[\"']\s|\s-\s|,\s(?=while|but|although)|\bthat\s|,\s+and\s", before)
    return max((match.end() for match in breaks), default=0)


def _is_subject(folded: str, start: int, mention: ActorMention) -> bool:
    """A name behind a preposition acts only through somebody who speaks for it."""
    before = folded[max(start, mention.start - 90) : mention.start]
    if not PREPOSITION.search(before):
        return True
    return bool(SPEAKS_FOR.search(PREPOSITION.sub("", before)))
