"""Who acted on whom? By the place of the actors around the words that tell the act."""

import re
from collections.abc import Iterable, Sequence

from . import clauses
from .model import ActorMention, CandidateActor, Role, Span
from .rules.rule import Trigger
from .sentences import Sentence
from .speakers import Speech, group, subject

PUBLIC_POWER = frozenset(
    {"legislation", "measure", "review", "vote", "legal-action", "restriction", "diplomatic-measure"}
)
SYMMETRIC = frozenset({"agreement", "talks", "vote"})
AGENT = re.compile(r"\b(?:by|from|on behalf of)\s+(?:the\s+|a\s+|an\s+)?(?:[\w-]+\s+){0,3}?$", re.IGNORECASE)
OWNER = re.compile(r"^'s?\b|^\s+(?:[\w\"-]+\s+){0,4}?$")
FARTHEST = 160


def assign(
    folded: str, sentence: Sentence, trigger: Trigger, mentions: Sequence[ActorMention], speech: Speech
) -> tuple[CandidateActor, ...]:
    """The actors of an act with their roles; the state behind an actor has the actor's role."""
    kind = trigger.rule.kind
    if kind in SYMMETRIC:
        return _symmetric(folded, sentence, trigger, mentions, speech)
    sources = _sources(folded, sentence, trigger, mentions, speech)
    targets = _targets(folded, sentence, trigger, mentions, sources)
    taken = _with_role(sources, "source", "role.subject")
    names = {actor.name for actor in taken}
    affected = [actor for actor in _with_role(targets, "target", "role.object") if actor.name not in names]
    return (*taken, *affected) or _nearest(trigger, mentions) or _home(kind, speech)


def _home(kind: str, speech: Speech) -> tuple[CandidateActor, ...]:
    """What public power does, told without a doer, the state does from which the text is told."""
    if speech.home is None or kind not in PUBLIC_POWER:
        return ()
    return (CandidateActor(speech.home, "source", "role.home"),)


def _nearest(trigger: Trigger, mentions: Sequence[ActorMention]) -> tuple[CandidateActor, ...]:
    """Where no actor stands in its place: the nearest of the sentence, a guess that the rule's name admits."""
    mentions = [mention for mention in mentions if mention.rule != "actor.place"] or mentions
    if not mentions:
        return ()
    nearest = min(mentions, key=lambda mention: max(mention.start - trigger.end, trigger.start - mention.end))
    role: Role = "target" if nearest.start > trigger.start or trigger.voice == "passive" else "source"
    return _with_role([nearest], role, "role.nearest")


def _symmetric(
    folded: str, sentence: Sentence, trigger: Trigger, mentions: Sequence[ActorMention], speech: Speech
) -> tuple[CandidateActor, ...]:
    left, right = _reach(folded, sentence, trigger)
    near = [mention for mention in mentions if left <= mention.start < right and mention.rule != "actor.place"]
    if len({mention.name for mention in near}) < 2:
        near = [
            mention
            for mention in mentions
            if mention.rule != "actor.place" and abs(mention.start - trigger.start) < 200
        ]
    actor = subject(folded, sentence, trigger, mentions, speech)
    if actor and actor not in near and trigger.rule.kind != "vote":
        near = [*(speech.together if actor in speech.together else [actor]), *near]
    if trigger.rule.kind == "vote" and actor:
        near = [actor]
    found = _with_role(near, "participant", "role.side_by_side")
    return found or _nearest(trigger, mentions) or _home(trigger.rule.kind, speech)


def _reach(folded: str, sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    words = folded[sentence.start : sentence.end]
    left, right = clauses.around(words, trigger.start - sentence.start)
    last = clauses.around(words, max(trigger.start, trigger.end - 1) - sentence.start)[1]
    return sentence.start + left, sentence.start + max(right, last)


def _sources(
    folded: str, sentence: Sentence, trigger: Trigger, mentions: Sequence[ActorMention], speech: Speech
) -> list[ActorMention]:
    after = [mention for mention in mentions if trigger.end <= mention.start < trigger.end + FARTHEST]
    agents = [mention for mention in after if AGENT.search(folded[trigger.end : mention.start][-60:])]
    if trigger.voice in ("passive", "reduced") or (trigger.voice == "noun" and agents):
        return group(folded, mentions, agents[0]) if agents else []
    if trigger.voice == "noun":
        owners = [
            m
            for m in mentions
            if m.end <= trigger.start and OWNER.match(folded[m.end : trigger.start]) and m.rule != "actor.place"
        ]
        if owners:
            return [owners[-1]]
    actor = subject(folded, sentence, trigger, mentions, speech)
    if actor is None:
        return []
    if actor in speech.together:
        return speech.together
    return group(folded, mentions, actor) if actor in mentions else [actor]


def _targets(
    folded: str, sentence: Sentence, trigger: Trigger, mentions: Sequence[ActorMention], sources: Sequence[ActorMention]
) -> list[ActorMention]:
    names = {name for mention in sources for name in (mention.name, *mention.behind)}
    if trigger.voice in ("passive", "reduced"):
        before = [m for m in mentions if m.end <= trigger.verb_start and m.name not in names]
        return group(folded, mentions, before[-1]) if before else []
    right = _reach(folded, sentence, trigger)[1] if trigger.rule.kind != "statement" else sentence.end
    after = [m for m in mentions if trigger.verb_end <= m.start < right and m.name not in names]
    if not after:
        return []
    if trigger.rule.kind == "visit":
        return [after[0]]
    return [m for m in group(folded, mentions, after[0]) if m.name not in names]


def _with_role(mentions: Iterable[ActorMention], role: Role, rule: str) -> tuple[CandidateActor, ...]:
    actors: dict[str, CandidateActor] = {}
    for mention in mentions:
        span = Span(mention.start, mention.end)
        actors.setdefault(
            mention.name, CandidateActor(mention.name, role, f"{rule} {mention.rule}", mention.known, span)
        )
        for name in mention.behind:
            actors.setdefault(name, CandidateActor(name, role, "role.stands_behind"))
    return tuple(actors.values())
