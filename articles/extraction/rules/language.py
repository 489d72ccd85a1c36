"""How English says that something was done: verb forms, objects, nouns of action, as patterns.

A pattern is one regular expression over a single sentence plus the words of which one must stand in
the sentence for the expression to be tried at all. Gaps are counted in words, so every pattern is
bounded. The named group ``act`` holds the words that carry the act; ``verb`` its verb, if it has one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

VOWELS = "aeiou"
IRREGULAR = {
    "be": ("is", "was", "been", "being"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "begin": ("begins", "began", "begun", "beginning"),
    "break off": ("breaks off", "broke off", "broken off", "breaking off"),
    "buy": ("buys", "bought", "bought", "buying"),
    "bring": ("brings", "brought", "brought", "bringing"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "call in": ("calls in", "called in", "called in", "calling in"),
    "choose": ("chooses", "chose", "chosen", "choosing"),
    "come": ("comes", "came", "come", "coming"),
    "cut": ("cuts", "cut", "cut", "cutting"),
    "draw up": ("draws up", "drew up", "drawn up", "drawing up"),
    "fall": ("falls", "fell", "fallen", "falling"),
    "find": ("finds", "found", "found", "finding"),
    "fly": ("flies", "flew", "flown", "flying"),
    "freeze": ("freezes", "froze", "frozen", "freezing"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "have": ("has", "had", "had", "having"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "hold": ("holds", "held", "held", "holding"),
    "lay": ("lays", "laid", "laid", "laying"),
    "lead": ("leads", "led", "led", "leading"),
    "leave": ("leaves", "left", "left", "leaving"),
    "lose": ("loses", "lost", "lost", "losing"),
    "make": ("makes", "made", "made", "making"),
    "meet": ("meets", "met", "met", "meeting"),
    "pay": ("pays", "paid", "paid", "paying"),
    "put": ("puts", "put", "put", "putting"),
    "rewrite": ("rewrites", "rewrote", "rewritten", "rewriting"),
    "ride": ("rides", "rode", "ridden", "riding"),
    "run": ("runs", "ran", "run", "running"),
    "say": ("says", "said", "said", "saying"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "sell": ("sells", "sold", "sold", "selling"),
    "send": ("sends", "sent", "sent", "sending"),
    "set": ("sets", "set", "set", "setting"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "shut": ("shuts", "shut", "shut", "shutting"),
    "sit": ("sits", "sat", "sat", "sitting"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "spy": ("spies", "spied", "spied", "spying"),
    "stand": ("stands", "stood", "stood", "standing"),
    "steal": ("steals", "stole", "stolen", "stealing"),
    "strike": ("strikes", "struck", "struck", "striking"),
    "sweep": ("sweeps", "swept", "swept", "sweeping"),
    "take": ("takes", "took", "taken", "taking"),
    "tear": ("tears", "tore", "torn", "tearing"),
    "tell": ("tells", "told", "told", "telling"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "undergo": ("undergoes", "underwent", "undergone", "undergoing"),
    "win": ("wins", "won", "won", "winning"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "write": ("writes", "wrote", "written", "writing"),
}
DOUBLED = frozenset(
    [
        "ban",
        "bar",
        "scrap",
        "jam",
        "commit",
        "submit",
        "resubmit",
        "permit",
        "refer",
        "expel",
        "repel",
        "rebut",
        "drop",
        "drag",
        "plan",
        "slap",
        "cancel",
        "travel",
        "ram",
        "rip",
        "snap",
        "swap",
        "step",
        "stop",
        "slam",
        "admit",
        "signal",
        "control",
        "transfer",
        "confer",
        "defer",
        "cap",
        "regret",
    ]
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """``words``: lower-case words of which one stands in every match; ``expression``: on folded text."""

    words: frozenset[str]
    expression: re.Pattern[str]


NOT_BASE = frozenset(form for inflected in IRREGULAR.values() for form in inflected)


def is_base(form: str) -> bool:
    """Is a verb's form its base, neither inflected nor an irregular past?"""
    return not form.endswith(("ed", "ing", "s")) and form not in NOT_BASE


def forms(lemma: str) -> tuple[str, ...]:
    """Base, -s, past, participle and -ing of a verb, a particle after it kept: ``call off``."""
    if lemma in IRREGULAR:
        return (lemma, *IRREGULAR[lemma])
    head, _, particle = lemma.partition(" ")
    if head in IRREGULAR:
        inflected: Iterable[str] = (head, *IRREGULAR[head])
    else:
        inflected = _regular(head)
    return tuple(f"{form} {particle}".strip() for form in inflected)


def _regular(verb: str) -> tuple[str, ...]:
    stem = verb
    if verb in DOUBLED:
        stem = verb + verb[-1]
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return verb, verb + ending, stem + "ed", stem + "ed", stem + "ing"


def verbs(table: str) -> list[str]:
    """A table's verbs, divided by white space, or by bars where some have a particle."""
    return phrases(table) if "|" in table else table.split()


def phrases(table: str) -> list[str]:
    """A table's phrases, divided by the bars that stand outside brackets."""
    pieces, depth = [""], 0
    for character in table:
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            pieces.append("")
        else:
            pieces[-1] += character
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


def gap(most: int) -> str:
    """Up to so many words in between, on either side of commas and brackets but not of a full stop.

    Possessive throughout: a run of hyphens or quotation marks can be read in one way only.
    """
    mark = r"[\s,()\"'-]++"
    word = r"[\w£$€%&/](?:[\w£$€%'&/-]|\.(?=\w)|(?<=\b\w)\.)*+"
    return rf"(?:{mark}{word}){{0,{most}}}?{mark}"


def spaced(expression: str) -> str:
    """An expression in which a space stands for any white space, as in hard-wrapped text."""
    return expression.replace(" ", r"\s+")


def _any(alternatives: Iterable[str]) -> str:
    return "|".join(spaced(one) for one in sorted(set(alternatives), key=lambda one: (-len(one), one)))


def _first_words(alternatives: Iterable[str]) -> frozenset[str]:
    """The words by which phrases are looked up: each phrase's first, with every ending it may have."""
    found: set[str] = set()
    for phrase in alternatives:
        head = re.split(r" |\\s", phrase.lower())[0]
        found |= set(_spellings(head))
    return frozenset(found)


def _spellings(head: str) -> Iterable[str]:
    """``visits?`` is two words, ``inquir(?:y|ies)`` as well."""
    if bracket := re.fullmatch(r"([\w'-]*)\(\?:([\w|'-]+)\)(\??)", head):
        endings = bracket[2].split("|") + ([""] if bracket[3] else [])
        return [bracket[1] + ending for ending in endings]
    if letter := re.fullmatch(r"([\w'-]*)([\w-])\?(.*)", head):
        return [
            *_spellings(letter[1] + letter[3]),
            *_spellings(letter[1] + letter[2] + letter[3]),
        ]
    return [head]


def _compile(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def verb(lemmas: str, *, then: str = "", after: str = "") -> Pattern:
    """A verb in any form, if ``then`` (an expression) follows it and ``after`` precedes it."""
    found = [form for lemma in verbs(lemmas) for form in forms(lemma)]
    before = rf"(?<!\w)(?:{spaced(after)})" if after else r"(?<![\w-])"
    behind = rf"(?={spaced(then)})" if then else ""
    return Pattern(_first_words(found), _compile(rf"{before}(?P<act>(?P<verb>{_any(found)}))(?![\w-]){behind}"))


def light(lemmas: str, nouns: str, *, most: int = 6) -> Pattern:
    """Verb and noun that make one act, either way round: "imposed sanctions", "sanctions were imposed"."""
    found = [form for lemma in verbs(lemmas) for form in forms(lemma)]
    things = phrases(nouns)
    forward = rf"(?P<act>(?P<verb>{_any(found)})(?![\w-]){gap(most)}(?:{_any(things)}))\b"
    return Pattern(_first_words(found), _compile(rf"(?<![\w-]){forward}"))


def light_passive(lemmas: str, nouns: str, *, most: int = 6) -> Pattern:
    """The noun first: "sanctions were imposed", "charges unsealed in October"."""
    participles = [form for lemma in verbs(lemmas) for form in forms(lemma)[2:4]]
    things = phrases(nouns)
    backward = rf"(?P<act>(?:{_any(things)})(?![\w-]){gap(most)}(?P<verb>{_any(participles)}))(?![\w-])"
    return Pattern(_first_words(participles), _compile(rf"(?<![\w-]){backward}"))


def noun(table: str, *, then: str = "", after: str = "") -> Pattern:
    """A noun of action, if ``then`` follows it and ``after`` precedes it (both expressions)."""
    things = phrases(table)
    before = rf"(?<!\w)(?:{spaced(after)})" if after else r"(?<![\w-])"
    behind = rf"(?={spaced(then)})" if then else ""
    return Pattern(_first_words(things), _compile(rf"{before}(?P<act>{_any(things)})(?![\w-]){behind}"))
