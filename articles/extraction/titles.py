"""What is an event called? At most fourteen words, taken from the clause that tells it, its subject first."""

import re
from collections.abc import Sequence

from . import clauses
from .model import CandidateActor
from .rules.language import forms
from .rules.rule import Trigger

LONGEST = 14
FEWEST = 4  # a clause of fewer words takes along what follows it
# What may stand before the subject and falls away: "However,", "On Monday,", "Although it rained,".
LEAD = re.compile(
    r"(?:[\"'\s\0]|(?i:However|But|And|Also|So|Yet|Meanwhile|Notably|Today|Yesterday|Earlier|Later|Lastly|Finally|"
    r"Firstly|Secondly|Thirdly|Separately|Instead|Indeed|Moreover|Nonetheless|Then|Still|Now|Crucially)\b,?\s+|"
    r"(?i:On|In|At|As|For|From|By|Under|Over|To|Through|Upon|Since|Despite|During|After|Before|Following|With|Within|"
    r"Amid|Given|Pursuant|According|Although|Though|While|Whilst|When|Once|If|Because|Unless|Having|Last|Next|This|"
    r"Earlier|Only|Just|Also|Until|Like|Unlike|Alongside|Elsewhere|Speaking|Writing|"
    r"Responding|Referring|Addressing|Commenting|Reacting|Citing|Asked|\d+)\b[^,;]{0,160},\s+)+",
)
INTERRUPTED = "\0"  # where a relative clause was left out
COORDINATE = re.compile(r"\s*(?:and|or)\s+(?:the|a|an|its|their|his|her|our)\b")
OPENER = re.compile(
    r"[\s,;:.(\"'-]*(?:(?:and|but|or|so|yet|that|while|whilst|since|with|as|to|which|who|when|where|after|before|until|"
    r"following|although|though|because|if|amid)\b\s*,?\s*)*",
    re.IGNORECASE,
)
FRONTED = re.compile(r"[\"'\s]*(?:After|Although|Though|While|Whilst|When|Since|Before|If|As|Because|Once|Following)\b")
PRONOUN = re.compile(r"(?:He|She|They|It|Which|Who)\b(?!')(?! (?:is|was|comes|came|follows|emerged)\b)")
FIRST_PERSON = re.compile(r"(?:We|I|Our|My)\b")
BETWEEN = re.compile(r"\s*\([^()]{0,200}\)|,[^,]{1,200},(?= )|\s-\s[^-]{1,200}\s-(?=\s)")
QUOTATION = re.compile(r"\s*[\"']\s*(?P<said>(?:[^\s\"]+\s+){2}[^\"]+)\"?")
# A clause that begins so has its subject elsewhere: "later expelled two diplomats", "sat down for talks".
HEADLESS = re.compile(
    r"(?:(?:\w+ly|also|later|then|now|again|once|already|soon|not)\s+)*(?:has|have|had|was|were|is|are|will|would|sat|went|"
    r"goes|took|came|comes|stood|became|put|brought|(?!united)\w+ed(?!\s+(?:at|in|by|on|with|for|to|from|as)\b))\b"
)
# Such a clause is no sentence of its own: "aimed at stopping attacks".
REDUCED = re.compile(r"(?:\w+ed|\w+ing)\s+(?:at|in|by|on|with|for|to|from|as)\b")
# Common words that open a quotation, and are no names.
COMMON = re.compile(
    r"we|the|it|this|there|a|an|in|our|my|if|these|those|they|he|she|you|what|that|all|"
    r"any|no|not|as|at|on|for|to|with|when|while|let|its|his|her|their",
    re.IGNORECASE,
)
# Words at which a phrase may end before them, and which must not end a title.
JOINTS = re.compile(
    r"of|in|on|to|for|by|with|at|from|into|over|about|against|between|under|after|before|"
    r"since|until|through|across|within|toward|towards|during|amid|and|or|but|that|which|"
    r"who|as|than|including|such|when|where|while|is|was|were|has|have|had|will|would|"
    r"could|are|be|been|because|so|if",
    re.IGNORECASE,
)
LOOSE = re.compile(
    rf"{JOINTS.pattern}|"
    r"the|a|an|its|their|his|her|this|these|those|more|also|not|it|he|she|they|first|"
    r"last|next|most|two|three|said|says|whose|further|new|very",
    re.IGNORECASE,
)
STOPS = " .,;:-(\"'"


def make(words: str, offset: int, trigger: Trigger, actors: Sequence[CandidateActor]) -> str:
    """A title from the folded words of the passage, which begin at ``offset`` in the text."""
    start, end = trigger.start - offset, trigger.end - offset
    if trigger.rule.speaker and actors and (spoken := QUOTATION.match(words)):
        return _says(actors[0].name, spoken["said"])
    clause, verb = _clause(words, start, end, trigger)
    clause = _with_subject(clause, verb, trigger, actors) or _tidy(_after_lead(words))
    return _cut(clause, must_hold=clause.find(words[start:end].split()[-1]))


def _says(name: str, said: str) -> str:
    said = _tidy(said)
    first = said.partition(" ")[0].partition("'")[0]
    if COMMON.fullmatch(first):
        said = said[:1].lower() + said[1:]
    return _cut(f"{name} says {said}")


def _after_lead(words: str) -> str:
    lead = LEAD.match(words)
    return words[lead.end() :] if lead else words


def _clause(words: str, start: int, end: int, trigger: Trigger) -> tuple[str, int]:
    """The clause of the trigger without what interrupts it, from its subject on; and the place of the verb there."""
    number = clauses.segment(words, start).clause
    parts = [part for part in clauses.split(words) if part.clause == number or part.start <= end - 1 < part.end]
    before = INTERRUPTED.join(words[part.start : min(part.end, start)] for part in parts if part.start < start)
    after = words[start:end] + "".join(words[max(end, part.start) : part.end] for part in parts if part.end > end)
    last = parts[-1].end if parts else end
    if coordinate := COORDINATE.match(words, last) if words[last - 1 : last] != "," else None:
        after += words[last : clauses.segment(words, coordinate.end()).end]
    if trigger.rule.speaker or len((before + after).split()) < FEWEST:
        after = words[start:]
    lead = LEAD.match(before)
    if lead:
        before = before[lead.end() :]
    elif FRONTED.match(before):
        after = words[start:end] + re.split(r",\s", after[end - start :])[0]
    before = re.sub(rf",?\s*{INTERRUPTED}|,\s*$", " ", before)
    opener = OPENER.match(before)
    before = before[opener.end() :] if opener else before
    if len(f"{before} {after}".split()) > LONGEST:
        before = BETWEEN.sub("", before)
    return _tidy(before + after), len(before)


def _with_subject(clause: str, verb: int, trigger: Trigger, actors: Sequence[CandidateActor]) -> str:
    """The clause with the actor's name where it begins with a pronoun, or with the verb itself; empty where
    it lacks a subject that nobody names."""
    role = "target" if trigger.voice == "passive" else "source"
    names = [actor.name for actor in actors if actor.role in (role, "participant")]
    headless = trigger.verb_start == trigger.start and trigger.voice != "noun" and not verb
    own = clause[:1].lower() + clause[1:]
    if REDUCED.match(own) and trigger.voice != "participle":
        return ""
    if not names:
        return "" if headless or HEADLESS.match(own) else clause
    if FIRST_PERSON.match(clause):
        return _says(names[0], clause)
    if PRONOUN.match(clause):
        return PRONOUN.sub(names[0], clause, count=1)
    if headless or (HEADLESS.match(own) and clause[:1] != "I"):
        return f"{names[0]} {_finite(own, verb, trigger)}"
    return _finite(clause, verb, trigger)


def _finite(clause: str, verb: int, trigger: Trigger) -> str:
    """ "Stressing that ..." as "stresses that ..."; other forms stay."""
    first, _, rest = clause[verb:].partition(" ")
    governed = any(JOINTS.fullmatch(word) for word in clause[:verb].split()[-1:])
    if trigger.voice != "participle" or not first.endswith("ing") or governed:
        return clause
    stems = (first[:-3], first[:-3] + "e", first[:-4])
    base = next((stem for stem in stems if stem and first in forms(stem) and stem in trigger.rule.pattern.words), None)
    if base is None:
        return clause
    plural = re.search(r"\w[^su\W]s\s+$", clause[:verb])
    return f"{clause[:verb]}{base if plural else forms(base)[1]} {rest}"


def _tidy(words: str) -> str:
    words = " ".join(words.split()).strip(" \"',;:-.")
    words = re.sub(r"\s+([,;:.])", r"\1", words)
    return words[:1].upper() + words[1:]


def _cut(words: str, must_hold: int = 0) -> str:
    """At most ``LONGEST`` words, ending where a phrase ends; what stands at ``must_hold`` stays if it can."""
    pieces = words.split()
    if len(pieces) > LONGEST:
        pieces = _whole_phrases(pieces, len(words[: max(0, must_hold)].split()) + 1)
    while len(pieces) > 1 and (LOOSE.fullmatch(pieces[-1].strip(STOPS)) or not pieces[-1].strip(STOPS)):
        pieces.pop()
    return _balanced(" ".join(pieces).rstrip(STOPS))


def _whole_phrases(pieces: list[str], fewest: int) -> list[str]:
    """The first words, without a phrase that the limit would cut in two."""
    kept = pieces[:LONGEST]
    if kept[-1][-1:] in ",;:" or JOINTS.fullmatch(pieces[LONGEST]):
        return kept
    for at in range(LONGEST - 1, max(fewest, LONGEST // 2) - 1, -1):
        if kept[at - 1][-1:] in ",;:" or (JOINTS.fullmatch(kept[at]) and kept[at].lower() != "of"):
            return kept[:at]
    return kept


def _balanced(words: str) -> str:
    """Without a quotation mark or bracket that has lost its partner."""
    if words.count('"') % 2:
        words = words.replace('"', "")
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "")
    return " ".join(words.split())
