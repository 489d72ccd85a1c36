"""How sure is a candidate? A sum of parts, each with its reason."""

from .attachment import Dating
from .cues import Judgement
from .model import CandidateActor
from .rules.rule import Trigger

DATE_PARTS = {
    "date.clause": 0.2,
    "date.opening": 0.15,
    "date.nearest": 0.1,
    "date.recent": 0.1,
    "date.publication": 0.05,
}


def parts(
    trigger: Trigger, dating: Dating, judgement: Judgement, actors: tuple[CandidateActor, ...], *, leading: bool
) -> tuple[tuple[str, float], ...]:
    """The parts of the confidence, in the order in which they are told."""
    roles = {actor.role for actor in actors}
    found = [
        ("words of the act", round(0.5 * trigger.rule.weight, 3)),
        ("actor found", 0.15 if actors else 0.0),
        ("both sides found", 0.1 if len(roles) > 1 or (len(actors) > 1 and "participant" in roles) else 0.0),
        ("date", DATE_PARTS.get(dating.rule.split()[0], 0.0)),
        ("early in the text", 0.1 if leading else 0.0),
        ("not yet done", -0.05 if judgement.status == "planned" else 0.0),
        ("alleged", -0.1 if judgement.status == "alleged" else 0.0),
    ]
    return tuple((name, value) for name, value in found if value)


def total(parts: tuple[tuple[str, float], ...]) -> float:
    return round(min(1.0, max(0.0, sum(value for _, value in parts))), 3)
