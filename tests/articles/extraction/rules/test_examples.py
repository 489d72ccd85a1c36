"""Every rule beside its examples: what it finds, word for word, and where it keeps silent."""

import re

import pytest

from articles.extraction.rules import RULES, matching
from articles.extraction.rules.rule import Rule, triggers

FINDS = [(rule, sentence) for rule in RULES for sentence in rule.finds]
SILENT = [(rule, sentence) for rule in RULES for sentence in rule.silent]
KINDS = {
    "sanction",
    "restriction",
    "agreement",
    "review",
    "warning",
    "statement",
    "visit",
    "talks",
    "diplomatic-measure",
    "legal-action",
    "incident",
    "investment",
    "legislation",
    "measure",
    "deployment",
    "vote",
}


def name(value: Rule | str) -> str:
    return value.name if isinstance(value, Rule) else value[:40]


@pytest.mark.parametrize(("rule", "marked"), FINDS, ids=name)
def test_rule_finds_its_marked_words(rule, marked):
    sentence = marked.replace("[", "").replace("]", "")

    found = [(trigger.start, trigger.end) for trigger in triggers(rule, sentence, 0, len(sentence))]

    assert found == [(marked.index("["), marked.index("]") - 1)]


@pytest.mark.parametrize(("rule", "marked"), FINDS, ids=name)
def test_rule_is_looked_up_by_a_word_of_its_example(rule, marked):
    words = frozenset(re.findall(r"[\w'-]+", marked.lower()))

    assert rule in matching(words)


@pytest.mark.parametrize(("rule", "sentence"), SILENT, ids=name)
def test_rule_is_silent(rule, sentence):
    assert triggers(rule, sentence, 0, len(sentence)) == []


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_rule_has_as_many_silent_sentences_as_finds(rule):
    assert len(rule.silent) >= len(rule.finds) >= 2


def test_rules_cover_every_kind_and_have_names_of_their_own():
    assert {rule.kind for rule in RULES} == KINDS
    assert len({rule.name for rule in RULES}) == len(RULES)
