"""Cues: what happened, what is planned, and what is only said, hoped, denied or feared."""

import pytest

from articles.extraction import cues
from articles.extraction.rules.language import verb
from articles.extraction.rules.rule import Rule, triggers

SIGN = Rule("test.sign", "agreement", verb("sign"), (), ())


def status(sentence: str) -> str:
    (trigger,) = triggers(SIGN, sentence, 0, len(sentence))
    return cues.judge(sentence, 0, trigger).status


@pytest.mark.parametrize(
    "sentence",
    [
        "Britain signed the pact.",
        "Britain has finally signed the pact.",
        "The pact was signed in May.",
        "Not all were there, but Britain signed the pact.",
        "May signed the pact.",
        "She was the first premier to sign the pact.",
    ],
)
def test_plain_telling_happened(sentence):
    assert status(sentence) == "happened"


@pytest.mark.parametrize(
    "sentence",
    ["Britain will sign the pact.", "Britain is due to sign the pact.", "It announced it would sign the pact."],
)
def test_announced_act_is_planned(sentence):
    assert status(sentence) == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "Britain did not sign the pact.",
        "Britain never signed the pact.",
        "Britain refused to sign the pact.",
        "Britain has yet to sign the pact.",
    ],
)
def test_negated_act_is_negated(sentence):
    assert status(sentence) == "negated"


@pytest.mark.parametrize(
    "sentence",
    [
        "Britain could sign the pact.",
        "Britain may sign the pact.",
        "If Britain signed the pact, it would gain.",
        "They urged Britain to sign the pact.",
        "Britain hopes to sign the pact.",
        "It is time to sign the pact.",
    ],
)
def test_hope_and_condition_are_only_possible(sentence):
    assert status(sentence) == "possible"


def test_hearsay_is_alleged():
    assert status("Britain is believed to have signed the pact.") == "alleged"


def test_cue_is_named():
    sentence = "Britain could sign the pact."
    (trigger,) = triggers(SIGN, sentence, 0, len(sentence))

    assert cues.judge(sentence, 0, trigger).cue == "could"
