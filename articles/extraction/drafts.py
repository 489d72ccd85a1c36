"""What the stages know of an event while it is being put together."""

from dataclasses import dataclass, field

from .attachment import Dating
from .cues import Judgement
from .model import CandidateActor, Span
from .rules.rule import Trigger
from .sentences import Sentence


@dataclass(slots=True)
class Draft:
    """One reading of one trigger; merging joins drafts of the same occurrence."""

    trigger: Trigger
    sentence: Sentence
    number: int
    judgement: Judgement
    actors: tuple[CandidateActor, ...]
    dating: Dating
    passages: list[Span]
    triggers: list[Trigger] = field(default_factory=list)
    by_person: bool = False
    attributed_to: str = ""
    last: int = 0

    def __post_init__(self) -> None:
        self.last = self.number

    @property
    def kind(self) -> str:
        return self.trigger.rule.kind

    @property
    def names(self) -> frozenset[str]:
        return frozenset(actor.name for actor in self.actors)

    @property
    def source(self) -> str:
        """Who acts, most specific first; empty where nobody is named."""
        return next((actor.name for actor in self.actors if actor.role != "target"), "")

    @property
    def explicit(self) -> bool:
        """Does the text itself give the date?"""
        return self.dating.mention is not None
