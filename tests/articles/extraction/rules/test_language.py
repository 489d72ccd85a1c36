"""The language of rules: inflections, tables, and how a verb stands in its sentence."""

import pytest

from articles.extraction.rules.language import forms, light, phrases, verb, verbs
from articles.extraction.rules.rule import Rule, triggers, voice_of


@pytest.mark.parametrize(
    ("lemma", "inflected"),
    [
        ("sanction", ("sanction", "sanctions", "sanctioned", "sanctioned", "sanctioning")),
        ("impose", ("impose", "imposes", "imposed", "imposed", "imposing")),
        ("ban", ("ban", "bans", "banned", "banned", "banning")),
        ("deny", ("deny", "denies", "denied", "denied", "denying")),
        ("deploy", ("deploy", "deploys", "deployed", "deployed", "deploying")),
        ("publish", ("publish", "publishes", "published", "published", "publishing")),
        ("call off", ("call off", "calls off", "called off", "called off", "calling off")),
        ("take over", ("take over", "takes over", "took over", "taken over", "taking over")),
    ],
)
def test_verb_is_inflected(lemma, inflected):
    assert forms(lemma) == inflected


def test_tables_divide_at_bars_outside_brackets():
    assert phrases("inquir(?:y|ies)|white paper") == ["inquir(?:y|ies)", "white paper"]
    assert verbs("sign seal") == ["sign", "seal"]
    assert verbs("sign|call off") == ["sign", "call off"]


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("China *sanctioned* it.", "active"),
        ("It was *sanctioned* twice.", "passive"),
        ("The alert *issued* by MI5.", "reduced"),
        ("It has *issued* by-laws.", "active"),
        ("They want to *sanction* it.", "infinitive"),
        ("China is *sanctioning* it.", "active"),
        ("It left, *sanctioning* two.", "participle"),
        ("The *sanction* stands.", ""),
        ("A brutal *attack* came.", ""),
        ("They *attack* it.", "active"),
        ("China's *sanctions* stay.", ""),
        ("Talk of *sanctions* grew.", ""),
    ],
)
def test_voice_of_a_verb(sentence, voice):
    plain = sentence.replace("*", "")
    start = sentence.index("*")

    assert voice_of(plain, 0, start, sentence.rindex("*") - 1) == voice


def test_gap_ends_at_a_full_stop():
    rule = Rule("test.light", "sanction", light("impose", "sanctions"), (), ())

    assert triggers(rule, "They imposed order. The sanctions stayed.", 0, 41) == []


def test_white_space_may_be_a_line_break():
    rule = Rule("test.off", "visit", verb("call off"), (), ())

    assert len(triggers(rule, "They called\noff the trip.", 0, 25)) == 1
