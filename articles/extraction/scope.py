"""Does an event concern China? By its actors, its words, or the document around it."""

import re
from collections.abc import Sequence

from .model import CandidateActor
from .sentences import Sentence

CHINA = re.compile(
    r"\b(?:chin(?:a|ese)|beijing|hong kong\w*|taiwan\w*|taipei|xinjiang|tibet\w*|uy?ghurs?|uighurs?|"
    r"huawei|zte|tiktok|prc|ccp|"
    r"mss|xi jinping|hikvision|indo-pacific|south china sea|shanghai|macau|sino-\w+)\b|中[国國]|香港|北京",
    re.IGNORECASE,
)
DENSE = 0.3  # share of sentences that name China, above which the whole document is about it


class Scope:
    """The part of a document that is about China."""

    def __init__(self, folded: str, sentences: Sequence[Sentence], title: str) -> None:
        self._sentences = sentences
        self._named = [bool(CHINA.search(folded, s.start, s.end)) and not s.skipped for s in sentences]
        prose = [number for number, s in enumerate(sentences) if not s.skipped and not s.heading]
        share = sum(self._named[number] for number in prose) / max(1, len(prose))
        self.dense = share >= DENSE or (share >= DENSE / 2 and bool(CHINA.search(title)))
        self.lead = prose[min(len(prose) - 1, max(1, len(prose) // 6))] if prose else 0

    def covers(self, number: int, actors: Sequence[CandidateActor], kind: str) -> bool:
        """Is the event of this sentence in scope?"""
        if self._named[number]:
            return True
        paragraph = self._sentences[number].paragraph
        near = range(max(0, number - 2), min(len(self._sentences), number + 2))
        if any(self._named[other] and abs(self._sentences[other].paragraph - paragraph) <= 1 for other in near):
            return True
        return self.dense
