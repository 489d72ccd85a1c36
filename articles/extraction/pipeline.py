"""Text in, candidate events out: the stages of extraction in their order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from . import (
    actors,
    attachment,
    authors,
    clauses,
    confidence,
    cues,
    merging,
    occasions,
    roles,
    salience,
    scope,
    sentences,
    themes,
    titles,
)
from .attachment import Background
from .dates import find_dates
from .drafts import Draft
from .folding import fold
from .gazetteer import Gazetteer
from .model import Assertion, Candidate, Mark, Span
from .rules import matching
from .rules.rule import Trigger
from .sentences import Sentence, by_sentence
from .speakers import Speech, on_record, open_with, subject

VERSION = "1"
MOST_PASSAGES = 4
MOST_TRIGGERS = 20  # of a sentence; no prose has more
SHORTEST = 14  # code points; "China left it." is one
SHORT = 14  # words; a line of no more without a full stop is a heading
SPEECH = frozenset({"statement", "warning"})
DONE_BY_FINITE_VERBS = frozenset(
    {"visit", "talks", "investment", "incident", "diplomatic-measure", "measure", "review", "legislation"}
)
WORDS = re.compile(r"[\w'-]+")


def extract(text: str, *, published: str | None, gazetteer: Gazetteer, title: str = "") -> list[Candidate]:
    """The events that a text tells, in text order.

    ``published`` is an EDTF string or None, ``title`` the document's title if it has one. Every passage
    is a run of whole sentences of ``text``.
    """
    document = _Document(text, published, gazetteer, title)
    drafts = [draft for number in range(len(document.sentences)) for draft in document.read(number)]
    drafts = occasions.dated(drafts, published)
    merged = merging.merge(drafts, document.folded)
    candidates = [document.candidate(draft) for draft in merged]
    return sorted(candidates, key=lambda candidate: (candidate.passages[0], candidate.kind, candidate.title))


class _Document:
    """A text with what was found in it, read sentence by sentence."""

    def __init__(self, text: str, published: str | None, gazetteer: Gazetteer, title: str) -> None:
        self.text = text
        self.title = title
        folded = fold(text)
        self.sentences = sentences.split(folded)
        self.folded = sentences.prose_of(folded, self.sentences)
        dates = find_dates(self.folded, published)
        fresh = attachment.is_fresh(self.folded, self.sentences, dates, published)
        self.background = Background(published, fresh)
        self.dates = by_sentence(dates if fresh else attachment.in_story(dates), self.sentences)
        mentions = actors.find(self.folded, self.sentences, gazetteer, published)
        self.mentions = by_sentence(mentions, self.sentences)
        self.themes = themes.of_document(
            self.folded[sentence.start : sentence.end]
            for sentence in self.sentences
            if not sentence.skipped and sentence.length >= SHORTEST
        )
        self.scope = scope.Scope(self.folded, self.sentences, title)
        heading = fold(title)
        in_title = actors.find(heading, sentences.split(heading), gazetteer)
        author = authors.find(self.folded, self.sentences, mentions, heading, in_title)
        self.speech = Speech(author=author, home=actors.home_state(mentions) or None)

    def read(self, number: int) -> list[Draft]:
        """The drafts of one sentence."""
        sentence = self.sentences[number]
        if sentence.length < SHORTEST or sentence.skipped or (sentence.heading and _is_short(self.folded, sentence)):
            return []
        open_with(self.folded, sentence, self.mentions[number], self.speech)
        found = [
            draft
            for trigger in _triggers(self.folded, sentence)
            if (first := self._draft(number, sentence, trigger)) is not None
            for draft in self._each_date(first)
        ]
        return _one_per_kind(_without_reporting(found), self.folded)

    def _draft(self, number: int, sentence: Sentence, trigger: Trigger) -> Draft | None:
        words = self.folded[sentence.start : sentence.end]
        judgement = cues.judge(words, sentence.start, trigger)
        if judgement.status in ("negated", "possible"):
            return None
        mentions = self.mentions[number]
        speaker = None
        if trigger.rule.speaker:
            speaker = subject(self.folded, sentence, trigger, mentions, self.speech)
            if speaker is None:
                return None
            self.speech.remember(sentence, speaker)
            if not on_record(self.folded, speaker, trigger.verb_start):
                return None
        if self._is_quoted(sentence, trigger):
            return None
        if trigger.voice == "participle" and trigger.rule.kind in DONE_BY_FINITE_VERBS:
            return None
        dating = attachment.attach(self.folded, sentence, trigger, self.dates[number], self.background)
        taking_part = roles.assign(self.folded, sentence, trigger, mentions, self.speech)
        if not self.scope.covers(number, taking_part, trigger.rule.kind) or not taking_part:
            return None
        passage = Span(sentence.start, self._passage_end(number))
        by_person = speaker is not None and speaker.kind == "person"
        return Draft(
            trigger, sentence, number, judgement, taking_part, dating, [passage], [trigger], by_person=by_person
        )

    def _each_date(self, draft: Draft) -> list[Draft]:
        """One draft for each date of a list, if the text dates the act so."""
        if draft.dating.mention is None:
            return [draft]
        listed = attachment.together_with(self.folded, self.dates[draft.number], draft.dating.mention)
        return [
            draft,
            *(
                replace(draft, dating=attachment.of(mention, self.folded), passages=[*draft.passages])
                for mention in listed[1:]
            ),
        ]

    def _is_quoted(self, sentence: Sentence, trigger: Trigger) -> bool:
        """Speech told within a quotation is the speaker's, not ours to tell as an act."""
        words = self.folded[sentence.start : sentence.end]
        if trigger.rule.kind not in SPEECH:
            return False
        return clauses.in_quotes(words, trigger.start - sentence.start)

    def _passage_end(self, number: int) -> int:
        """A sentence that announces a quotation takes the quotation along, to at most three sentences."""
        sentence = self.sentences[number]
        end = sentence.end
        if not self.folded[sentence.start : end].rstrip().endswith(":"):
            return end
        for following in self.sentences[number + 1 : number + 4]:
            words = self.folded[following.start : following.end]
            if following.skipped or (end == sentence.end and words[:1] not in "\"'"):
                break
            end = following.end
            if words.rstrip()[-1:] in "\"'":
                break
        return end

    def _titled(self, draft: Draft) -> str:
        """The words that a title is made of: the sentence, with the quotation that it announces."""
        return self.folded[draft.passages[0].start : draft.passages[0].end]

    def candidate(self, draft: Draft) -> Candidate:
        sentence = draft.sentence
        words = self.folded[sentence.start : sentence.end]
        passage = " ".join(self.folded[span.start : span.end] for span in draft.passages[:2])
        paragraph = " ".join(
            self.folded[other.start : other.end]
            for other in self.sentences[max(0, draft.number - 3) : draft.number + 4]
            if other.paragraph == sentence.paragraph
        )
        chosen, terms = themes.score(draft.kind, passage, paragraph, self.title, self.themes)
        leading = draft.number <= self.scope.lead
        parts = confidence.parts(draft.trigger, draft.dating, draft.judgement, draft.actors, leading=leading)
        passages = tuple(draft.passages[:MOST_PASSAGES])
        return Candidate(
            kind=draft.kind,
            title=titles.make(self._titled(draft), sentence.start, draft.trigger, draft.actors),
            date=draft.dating.edtf,
            date_basis=draft.dating.basis,
            salience=salience.judge(draft, self.background, leading=leading, title=self.title, words=words),
            assertion=_assertion(draft),
            themes=chosen,
            actors=draft.actors,
            passages=passages,
            marks=_marks(draft, passages),
            rules=tuple(dict.fromkeys(_rules(draft))),
            confidence=confidence.total(parts),
            parts=parts,
            attributed_to=draft.attributed_to,
            why=_why(draft, self.folded, terms),
        )


def _is_short(folded: str, sentence: Sentence) -> bool:
    return len(folded[sentence.start : sentence.end].split()) <= SHORT


def _triggers(folded: str, sentence: Sentence) -> list[Trigger]:
    words = frozenset(WORDS.findall(folded[sentence.start : sentence.end].lower()))
    from .rules.rule import triggers

    found = [trigger for rule in matching(words) for trigger in triggers(rule, folded, sentence.start, sentence.end)]
    return sorted(found, key=lambda trigger: (trigger.start, -trigger.rule.weight))[:MOST_TRIGGERS]


def _without_reporting(drafts: list[Draft]) -> list[Draft]:
    """Without plain reporting ("said", "announced") of an act that the sentence itself tells; the act is
    then told on the speaker's word."""
    reports = [draft for draft in drafts if draft.trigger.rule.name == "statement.said"]
    acts = [draft for draft in drafts if draft.kind not in SPEECH]
    if not acts or not reports:
        return drafts
    for act in acts:
        act.attributed_to = reports[0].source
    return [draft for draft in drafts if draft not in reports]


def _one_per_kind(drafts: list[Draft], folded: str) -> list[Draft]:
    """Of the readings of one sentence, the surest of each kind and date; a warning is no statement too."""
    best: dict[tuple[str, str | None, str], Draft] = {}
    for draft in _without_overlap(drafts):
        source = draft.source if draft.trigger.voice != "noun" or draft.kind == "sanction" else ""
        key = (draft.kind, draft.dating.edtf if draft.explicit else None, source)
        if key not in best or draft.trigger.rule.weight > best[key].trigger.rule.weight:
            best[key] = draft
    kept = list(best.values())
    if any(draft.kind == "warning" for draft in kept):
        kept = [draft for draft in kept if draft.kind != "statement"]
    return kept


def _without_overlap(drafts: list[Draft]) -> list[Draft]:
    """Of readings of the same words, the one whose rule is surest."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (-one.trigger.rule.weight, one.trigger.start)):
        own = draft.trigger
        if not any(_overlap(own, other.trigger) for other in kept if other.dating == draft.dating):
            kept.append(draft)
    return sorted(kept, key=lambda one: one.trigger.start)


def _overlap(one: Trigger, other: Trigger) -> bool:
    return one.start < other.end and other.start < one.end


def _assertion(draft: Draft) -> Assertion:
    status = draft.judgement.status
    if status == "planned" or status == "alleged":
        return status
    return "happened"


def _marks(draft: Draft, passages: Sequence[Span]) -> tuple[Mark, ...]:
    marks = [Mark(trigger.start, trigger.end, "trigger") for trigger in draft.triggers]
    if draft.dating.mention:
        marks.append(Mark(draft.dating.mention.start, draft.dating.mention.end, "date"))
    marks += [Mark(actor.span.start, actor.span.end, "actor") for actor in draft.actors if actor.span]
    inside = [mark for mark in marks if any(span.start <= mark.start and mark.end <= span.end for span in passages)]
    return tuple(sorted(set(inside)))


def _rules(draft: Draft) -> list[str]:
    return [
        *(trigger.rule.name for trigger in draft.triggers),
        *draft.dating.rule.split(),
        *(rule for actor in draft.actors for rule in actor.rule.split()),
    ]


def _why(draft: Draft, folded: str, terms: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "act": folded[draft.trigger.start : draft.trigger.end],
        "voice": draft.trigger.voice,
        "status": draft.judgement.status,
        "cue": draft.judgement.cue,
        "date": draft.dating.words,
        "date_rule": draft.dating.rule,
        "themes": terms,
    }
