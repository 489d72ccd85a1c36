"""Whose words is a text itself, if it is a speech, a statement or a release: who is its "we" and its "I"?"""

import re
from collections.abc import Sequence

from .actors import home_state
from .model import ActorMention
from .sentences import Sentence
from .speakers import SPEAKING

OWN_WORDS = re.compile(
    r"\b(?:statement|remarks|speech|address|letter|press release|testimony|message|communiqu\w)\b", re.IGNORECASE
)
INTRODUCED = re.compile(
    r"\b(?:full text of|transcript of|text of (?:his|her|the)|(?:speech|remarks|statement|"
    r"address) (?:by|of|from))\b",
    re.IGNORECASE,
)
QUOTATION = re.compile(r'"[^"]{0,1500}"?')
WE = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
SINGULAR = re.compile(r"\bI\b")
OPENING = 4  # sentences in which a text introduces its speaker
SHARE = 0.25  # of sentences that say "we", above which the text speaks for a government


def find(
    folded: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[ActorMention],
    title: str,
    in_title: Sequence[ActorMention],
) -> ActorMention | None:
    """Who says "we" or "I" outside quotation marks, or None where the text does not tell."""
    if OWN_WORDS.search(title) and (found := _speaker(in_title)):
        return found
    opening = [sentence for sentence in sentences if sentence.skipped != "page head"][:OPENING]
    for sentence in opening:
        words = folded[sentence.start : sentence.end]
        if sentence.skipped == "release line" or INTRODUCED.search(words):
            near = [m for m in mentions if opening[0].start <= m.start < sentence.end]
            if found := _speaker(near):
                return found
    return _government(folded, sentences, mentions)


def _speaker(mentions: Sequence[ActorMention]) -> ActorMention | None:
    """The person in office named first, else the first body."""
    people = [mention for mention in mentions if mention.kind == "person" and mention.office]
    bodies = [mention for mention in mentions if mention.kind in SPEAKING and mention.rule != "actor.place"]
    return next(iter(people or bodies), None)


def _government(folded: str, sentences: Sequence[Sentence], mentions: Sequence[ActorMention]) -> ActorMention | None:
    """A release that says "we" throughout, and never "I", speaks for the state that it is told from."""
    prose = [
        QUOTATION.sub("", folded[sentence.start : sentence.end])
        for sentence in sentences
        if not sentence.skipped and not sentence.heading
    ]
    plural = sum(bool(WE.search(words)) for words in prose)
    if not prose or plural < SHARE * len(prose) or any(SINGULAR.search(words) for words in prose):
        return None
    home = home_state(mentions)
    return next((mention for mention in mentions if mention.name == home), None)
