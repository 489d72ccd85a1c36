"""Did it happen, is it planned, or is it only possible, denied or alleged?

After NegEx: a cue has a status and reaches over the words after it, to the end of its clause. The
tables are the rules; the name of the cue that spoke goes along.
"""

import re
from dataclasses import dataclass
from typing import Literal

from . import clauses
from .rules.rule import Trigger

Status = Literal["happened", "planned", "possible", "negated", "alleged"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that change the status of what follows them within ``reach`` words."""

    status: Status
    words: str
    reach: int = 8


CUES = (
    Cue(
        "planned",
        r"(?:announc|promis|confirm|pledg|agree|vow|said|says?|declar)\w* (?:that )?(?:it|they|he|she|"
        r"we|the \w+) (?:would|will)",
        5,
    ),
    Cue(
        "negated",
        r"not|never|no|without|neither|nor|cannot|\w+n't|fail(?:s|ed)? to|failure to|unwilling to|"
        r"declined? to|"
        r"yet to|refus(?:e|es|ed|ing) to|instead of|rather than|far from",
        4,
    ),
    Cue("possible", r"could|(?-i:may)(?! \d)|might|would|should|must|ought to|can|if|whether|unless|lest|in case", 6),
    Cue(
        "possible",
        r"consider(?:s|ed|ing)?|contemplat\w+|calls? for|called for|calling for|calls on|called on|"
        r"urg(?:e|es|ed|ing)|asked|asking|demand(?:s|ed|ing)?|need(?:s|ed)? to|wants? to|wanted to|"
        r"hop(?:e|es|ed|ing) to|aim(?:s|ed|ing)? to|seek(?:s|ing)? to|sought to|likely to|able to|ready to|"
        r"pressure to|opportunity to|attempt(?:s|ed|ing)? to|try(?:ing)? to|tried to|efforts? to|ways? to|"
        r"plan(?:ned|ning)? to|intend(?:s|ed|ing)? to|prepar(?:e|es|ed|ing) to|designed to|possible|"
        r"potential|prospect of|in order to|proposals? to|threat(?:s|en\w*)? to",
        9,
    ),
    Cue(
        "planned",
        r"will|shall|'ll|(?:is|are|was|were) (?:to|due to|set to|scheduled to|about to)|due to|set to|"
        r"scheduled to|"
        r"agreed (?:not )?to|promis(?:e|es|ed|ing) to|pledg(?:e|es|ed|ing) to|vow(?:s|ed)? to|"
        r"commit(?:s|ted)? to|expected to|plans to",
        8,
    ),
    Cue(
        "alleged",
        r"allegedly|reportedly|purportedly|supposedly|"
        r"(?:is|are|was|were) (?:said|believed|thought|alleged|understood|suspected) to|claims? that|"
        r"alleges? that",
        12,
    ),
    Cue("alleged", r"accus(?:ed|ing) of|suspected of", 2),
    Cue(
        "possible",
        r"often|always|usually|regularly|frequently|generally|routinely|every year|annually|seems? to|"
        r"appears? to",
        4,
    ),
)
# An infinitive tells what was done only after words that carry it through.
CARRIED_OUT = re.compile(
    r"(?:\b(?:decisions?|moved?|decided|voted|stepped in|intervened|acted|chose|began|continued|"
    r"managed|helped|"
    r"went on|first|last|latest|only|bypassed|overruled)\b[^.;:]{0,60}?\bto\s+(?:\w+ly\s+)?)$",
    re.IGNORECASE,
)
COMPILED = tuple(
    (
        cue,
        re.compile(
            rf"(?<![\w'])(?:{cue.words.replace(' ', chr(92) + 's+')})(?:[\s,]+[\w'%£$.-]+){{0,{cue.reach}}}?[\s,\"]*$",
            re.IGNORECASE,
        ),
    )
    for cue in CUES
)
WINDOW = 160
IF_SENTENCE = re.compile(r"[\"'\s]*(?:If|Unless|Whether|Were|Had)\b")
NO_NOUN = re.compile(r"\b(?:no|without)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
# "..., the minister said": the reporting verb at the end has a subject of its own, outside what it reports.
REPORTED_BY = re.compile(r",[\"']?\s+(?:the|a|an|he|she|they|it|we|I|(?-i:[A-Z])\w*)\b[^,;\"]{0,90}$", re.IGNORECASE)
HOPE_AFTER = re.compile(r"^\W+(?:\w+\s+){0,2}?(?:could|might|would|should|(?-i:may))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of an act and the cue that gave it (empty for plain telling)."""

    status: Status
    cue: str = ""


def judge(sentence: str, offset: int, trigger: Trigger) -> Judgement:
    """The status of a trigger in its sentence; ``offset`` is where the sentence starts in the text."""
    verb = trigger.verb_start - offset
    if IF_SENTENCE.match(sentence):
        return Judgement("possible", "if")
    if NO_NOUN.search(sentence[max(0, trigger.start - offset - WINDOW) : trigger.start - offset]):
        return Judgement("negated", "no")
    left, _ = clauses.around(sentence, verb)
    before = sentence[max(left, verb - WINDOW) : verb]
    if trigger.rule.speaker and (own := REPORTED_BY.search(before)):
        before = own[0]
    for cue, pattern in COMPILED:
        if match := pattern.search(before):
            words = match[0].split()
            if (
                cue.status in ("planned", "possible")
                and trigger.rule.kind in ("statement", "warning")
                and words[0].lower() == "can"
            ):
                continue
            return Judgement(cue.status, _cue_words(match[0], cue))
    if trigger.voice == "infinitive" and not CARRIED_OUT.search(sentence[max(0, verb - WINDOW) : verb]):
        return Judgement("possible", "to")
    if trigger.voice == "noun" and HOPE_AFTER.match(sentence[trigger.end - offset :]):
        return Judgement("possible", "would")
    return Judgement("happened")


def _cue_words(found: str, cue: Cue) -> str:
    match = re.match(cue.words.replace(" ", r"\s+"), found, re.IGNORECASE)
    return " ".join((match[0] if match else found).split())
