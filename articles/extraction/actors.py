"""Whom does a text name as acting: known actors, states by demonym or seat, people by their office?

Builds on the gazetteer and adds what only the text tells: a capital that acts stands for its state,
a surname for the person named in full before, "foreign secretary Jane Doe" for a person who holds an
office, "the prime minister" for the state whose office it is.
"""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from .gazetteer import Gazetteer
from .model import ActorEntry, ActorMention, Alias
from .sentences import Sentence, by_sentence

DATA = Path(__file__).parent / "data"
STATE_ROWS = json.loads((DATA / "states.json").read_text(encoding="utf-8"))
OFFICES = json.loads((DATA / "offices.json").read_text(encoding="utf-8"))["offices"]
SEATS = {seat.casefold(): row["name"] for row in STATE_ROWS for seat in row["seats"]}
STATES = Gazetteer(
    ActorEntry(
        row["name"],
        "international organisation" if row["code"] == "EU" else "state",
        row["code"],
        tuple(Alias(form, case_sensitive=True) for form in row["demonyms"] + row["names"] + row["seats"]),
    )
    for row in STATE_ROWS
)
# The state stands behind its organs and office-holders, not behind parties, councils or firms.
ORGANS = frozenset(
    {"government body", "intelligence agency", "diplomatic mission", "military", "legislature", "threat group"}
)

CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
GIVEN = rf"{CAPITAL}[\w-]+(?:'{CAPITAL}\w+)?"
NAME = rf"{GIVEN}(?:\s(?:{CAPITAL}\.|von|van|der|de|la|bin|al))*(?:\s{GIVEN}){{1,2}}"
TWO_CAPITALS = re.compile(rf"{CAPITAL}[^\s]*\s{CAPITAL}")
HONORIFIC = r"(?:(?:Sir|Dame|Lord|Lady|Baroness|Dr|Mr|Mrs|Ms|Professor|Rt Hon)\.?\s)"
OFFICE = (
    r"(?:prime minister|(?:deputy |vice |foreign |home |security |defen[cs]e |finance |trade |"
    r"housing |education |"
    r"business |health |energy |chief |shadow )?(?:minister|secretary)|under-?secretary|"
    r"secretary of state|secretary-general|"
    r"spokes(?:person|man|woman)|ambassador|(?:vice-?)?president|(?:vice-?)?premier|chancellor|"
    r"(?:vice-?)?chair(?:man|woman)?|"
    r"director(?:-general| general)?|commissioner|(?:high )?representative|governor|(?:co-|"
    r"deputy )?leader|boss|chief|head|"
    r"senator|envoy|consul(?:-general| general)?|speaker|adviser|advisor|coordinator|convenor|"
    r"attorney general|"
    r"permanent secretary|commander|admiral|general|mayor|chief executive|taoiseach|first minister)"
)
PRIVATE = re.compile(
    r"(?i)\b(?:analysts?|professor|lecturer|fellow|researcher|academic|expert|specialist|campaigner|activist|"
    r"chief executive (?:of|officer)|CEO|founder|group director|journalist|author|economist|barrister|lawyer|"
    r"consultant|resident|student|backbench\w*|former|ex-|one-time|historian|correspondent|editor)\b"
)
OFFICE_THEN_NAME = re.compile(
    rf"\b(?i:{OFFICE})(?:\s(?:for|of|to|on|at)\s(?:[\w&'-]+,?\s){{1,9}}?|"
    rf",?\s)(?:{HONORIFIC})?(?P<name>{NAME})"
)
NAME_THEN_OFFICE = re.compile(rf"(?P<name>{NAME})(?:\s\([^()]{{1,40}}\))?,\s(?=(?:[\w&'-]+\s){{0,8}}?(?i:{OFFICE})\b)")
SAYING = r"(?:said|says|told|added|warned|argued|insisted|noted|wrote|explained|claimed|asked|suggested)"
SPEAKER_NAME = re.compile(
    rf"(?P<name>{NAME})(?=(?:,[^,.;\"]{{3,120}},)?\s{SAYING}\b)|\b{SAYING}\s(?:{HONORIFIC})?(?P<after>{NAME})"
)
TITLED = re.compile(rf"\b{HONORIFIC}(?P<name>{GIVEN}(?:\s{GIVEN}){{0,2}})")
ORGANISATION = re.compile(
    r"\b(?:Council|Committee|Ministry|Department|Office|Party|University|Bank|Group|Parliament|"
    r"Congress|House|"
    r"Government|Commission|Agency|Bureau|Company|Corporation|Institute|Forum|Kingdom|States|Union|"
    r"Street|News|"
    r"Times|Post|Daily|Act|Law|Bill|Agreement|Declaration|Strategy|Review|Republic|Embassy|Minister|"
    r"Secretary|"
    r"President|Communities|Housing|Commons|Lords|Affairs|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
HELD = r"prime minister|pm|foreign secretary|chancellor|president|premier|chief executive"
GENERIC_OFFICE = re.compile(
    rf"\b(?:(?:the|then|our|its|her|his)\s+(?:then\s+|uk\s+)?(?P<held>{HELD})|"
    r"(?:the|our|its|a)\s+(?:uk\s+)?(?:government|cabinet|administration|ministers)|"
    r"(?:(?:the|then|our|its)\s+)?(?:(?:home|business|defen[cs]e|trade|education|health|energy|"
    r"housing|security) "
    r"(?:secretary|minister)|secretary of state|foreign (?:secretary|minister)|attorney general)|"
    r"(?:(?:senior|government|cabinet)\s+)?ministers|government spokes(?:person|man|woman))\b",
    re.IGNORECASE,
)
DETERMINER = re.compile(r"(?:the|our|its|then|a|her|his)\s", re.IGNORECASE)
OWNS = re.compile(r"(?:'s?)?\s*")
IS_OWNED = re.compile(r"[\s,]*(?:of\s+)?(?:the\s+)?")
BODY_AGAIN = re.compile(r"\b[Tt]he (?P<body>[Ee]mbassy|[Mm]inistry)\b")
BOTH_SIDES = re.compile(
    r"\b(?:both|the two) (?:sides|countries|nations|governments|states|capitals|leaders)\b", re.IGNORECASE
)
PLACE_BEFORE = re.compile(
    r"(?i)\b(?:in|into|at|near|outside|from|around|across|via|through|visit(?:s|ed|ing)?|leave|left|leaving|"
    r"reach(?:ed)?|central|western|eastern|downtown|trips?\s+to|travel(?:led|s)?\s+to|fl[ye]w?\s+to|"
    r"visits?\s+to|return(?:ed)?\s+to|"
    r"ambassador\s+(?:to|in)|embassy\s+in|heads?\s+to|move\s+to|arriv\w+\s+in)\s+$"
)
SURNAME_FIRST = frozenset(
    [
        "Chen",
        "Cheng",
        "Deng",
        "Ding",
        "Fang",
        "Feng",
        "Gao",
        "Guo",
        "Han",
        "He",
        "Hu",
        "Hua",
        "Huang",
        "Jiang",
        "Jin",
        "Lam",
        "Lau",
        "Lee",
        "Leung",
        "Li",
        "Lin",
        "Liu",
        "Lu",
        "Luo",
        "Ma",
        "Mao",
        "Meng",
        "Peng",
        "Qian",
        "Qiao",
        "Qin",
        "Qiu",
        "Shen",
        "Song",
        "Sun",
        "Tan",
        "Tang",
        "Wang",
        "Wei",
        "Wong",
        "Wu",
        "Xi",
        "Xiao",
        "Xie",
        "Xu",
        "Yan",
        "Yang",
        "Ye",
        "Yu",
        "Yuan",
        "Zeng",
        "Zhang",
        "Zhao",
        "Zheng",
        "Zhou",
        "Zhu",
    ]
)
KEPT_IN_MIND = 200  # mentions back in which an office finds its holder
CHINESE_STATES = frozenset({"CN", "TW", "HK"})


def find(
    folded: str, sentences: Sequence[Sentence], gazetteer: Gazetteer, published: str | None = None
) -> list[ActorMention]:
    """All mentions of actors in a folded text, in order, none overlapping."""
    known = _merge(gazetteer.find(folded), STATES.find(folded))
    known = [_with_state(_seat(folded, mention), gazetteer) for mention in known]
    people = list(_people(folded, sentences, known, gazetteer))
    mentions = _merge(_describe(folded, known), people)
    mentions = _merge(_surnames(folded, mentions), mentions)
    home = home_state(mentions)
    mentions = _merge(mentions, _offices(folded, mentions, home, published))
    mentions = _merge(mentions, _again(folded, mentions))
    return _merge(mentions, _both_sides(folded, home))


def home_state(mentions: Iterable[ActorMention]) -> str:
    """The state other than China that the text is told from, or an empty string."""
    counts = Counter(
        name
        for mention in mentions
        for name in (mention.name, *mention.behind)
        if name in STATES.entries and name not in ("China", "Hong Kong", "Taiwan")
    )
    return counts.most_common(1)[0][0] if counts else ""


def _both_sides(folded: str, home: str) -> list[ActorMention]:
    """ "Both sides", "the two countries": the state that the text is told from, and China."""
    if not home:
        return []
    return [
        replace(_state(home, match.span(), "actor.both"), behind=("China",)) for match in BOTH_SIDES.finditer(folded)
    ]


def _merge(first: Sequence[ActorMention], second: Sequence[ActorMention]) -> list[ActorMention]:
    """Both lists without overlaps: the longer mention stays, the one of the first list if equal."""
    kept: list[ActorMention] = []
    ranked = [(mention, 0) for mention in first] + [(mention, 1) for mention in second]
    for mention, _ in sorted(ranked, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _seat(folded: str, mention: ActorMention) -> ActorMention:
    words = folded[mention.start : mention.end].casefold()
    state = SEATS.get(words)
    if state is None:
        return mention
    before = folded[max(0, mention.start - 40) : mention.start]
    rule = "actor.place" if PLACE_BEFORE.search(before) else "actor.seat"
    entry = STATES.entries[state]
    return replace(mention, name=state, rule=rule, kind=entry.kind, country=entry.country)


def _with_state(mention: ActorMention, gazetteer: Gazetteer) -> ActorMention:
    if mention.kind not in ORGANS and mention.kind != "person":
        return mention
    state = state_of(mention.country, gazetteer)
    return replace(mention, behind=(state,)) if state and state != mention.name else mention


def state_of(country: str, gazetteer: Gazetteer) -> str:
    return gazetteer.state(country) or STATES.state(country)


def _describe(folded: str, mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """People of the gazetteer as the words around show them: in office, or out of it."""
    described = []
    for mention in mentions:
        if mention.kind == "person":
            before = folded[max(0, mention.start - 60) : mention.start]
            clause = re.split(r"[.;:\"\n]|,\s", before)[-1]
            private = bool(PRIVATE.search(clause))
            # A front-bencher speaks on the record, but for no state.
            behind = () if private or "shadow" in clause.lower() else mention.behind
            mention = replace(mention, office=not private, behind=behind)
        described.append(mention)
    return described


def _people(
    folded: str, sentences: Sequence[Sentence], known: Sequence[ActorMention], gazetteer: Gazetteer
) -> Iterator[ActorMention]:
    """People whom the gazetteer does not know, by the shape of their mention."""
    for sentence, here in zip(sentences, by_sentence(known, sentences), strict=True):
        if sentence.skipped or not _may_name(folded, sentence):
            continue
        taken = [(mention.start, mention.end) for mention in here if mention.kind == "person"]
        found: dict[int, ActorMention] = {}
        for pattern, rule in (
            (OFFICE_THEN_NAME, "actor.office"),
            (NAME_THEN_OFFICE, "actor.apposition"),
            (SPEAKER_NAME, "actor.speaker"),
            (TITLED, "actor.titled"),
        ):
            for match in pattern.finditer(folded, sentence.start, sentence.end):
                group = "after" if match.re is SPEAKER_NAME and match["after"] else "name"
                start, end = match.span(group)
                if _is_person(folded[start:end]) and not _overlaps(start, end, taken) and start not in found:
                    phrase = _phrase(folded, sentence, match.start(), start, end, rule)
                    found[start] = _person(folded, start, end, phrase, here, rule, gazetteer)
        yield from _merge([found[start] for start in sorted(found)], [])


def _may_name(folded: str, sentence: Sentence) -> bool:
    return bool(TWO_CAPITALS.search(folded, sentence.start, sentence.end))


def _phrase(folded: str, sentence: Sentence, first: int, start: int, end: int, rule: str) -> tuple[int, int]:
    """The words around a name that tell who it is: before it to the last break, and the apposition."""
    before = folded[max(sentence.start, first - 60) : first]
    left = first - len(re.split(r"[,.;:\"]\s|\s(?:and|said|told|that)\s", before)[-1])
    if rule == "actor.office":
        return left, end
    after = folded[end : min(sentence.end, end + 140)]
    apposition = re.match(r"(?:\s\([^()]*\))?,[^,;:\"]*(?:\([A-Z]+\))?", after)
    return left, end + (apposition.end() if apposition else 0)


def _person(
    folded: str,
    start: int,
    end: int,
    phrase: tuple[int, int],
    known: Iterable[ActorMention],
    rule: str,
    gazetteer: Gazetteer,
) -> ActorMention:
    words = folded[phrase[0] : phrase[1]]
    private = bool(PRIVATE.search(words))
    office = not private and bool(re.search(rf"(?i)\b{OFFICE}\b", words))
    behind: list[str] = []
    if office:
        for mention in known:
            if phrase[0] <= mention.start < phrase[1] and mention.rule != "actor.place" and mention.kind != "person":
                behind += [mention.name, *mention.behind]
    return ActorMention(
        start,
        end,
        folded[start:end],
        rule,
        known=False,
        kind="person",
        behind=tuple(dict.fromkeys(behind)),
        office=office,
    )


def _is_person(name: str) -> bool:
    return not ORGANISATION.search(name) and name.split()[0] not in STATES.entries


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < right and left < end for left, right in spans)


def _surnames(folded: str, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Later mentions of a person by surname, or by first name after Sir and Dame."""
    people: dict[str, ActorMention | None] = {}
    for mention in mentions:
        if mention.kind != "person" or " " not in mention.name:
            continue
        for part in _short_forms(mention):
            other = people.get(part, mention)
            people[part] = other if other is not None and other.name == mention.name else None
    found: list[ActorMention] = []
    forms = {part: person for part, person in people.items() if person is not None}
    if not forms:
        return []
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?![\w-])")
    for match in pattern.finditer(folded):
        person = forms[match[0]]
        if match.start() > person.start:
            found.append(replace(person, start=match.start(), end=match.end(), rule="actor.surname"))
    return found


def _short_forms(person: ActorMention) -> list[str]:
    parts = person.name.split()
    chinese = person.country in CHINESE_STATES or parts[0] in SURNAME_FIRST
    surname = parts[0] if chinese else parts[-1]
    forms = [surname, f"Sir {parts[0]}", f"Dame {parts[0]}"]
    return [form for form in forms if len(form) > 1 and form not in ("May", "China")]


def _again(folded: str, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """ "The embassy", "the ministry": the one named last."""
    found = []
    bodies = [mention for mention in mentions if re.search(r"\b(?:Embassy|Ministry)\b", mention.name)]
    starts = [mention.start for mention in bodies]
    for match in BODY_AGAIN.finditer(folded):
        index = bisect_left(starts, match.start())
        before = bodies[max(0, index - KEPT_IN_MIND) : index]
        named = next((body for body in reversed(before) if match["body"].capitalize() in body.name), None)
        if named:
            found.append(replace(named, start=match.start(), end=match.end(), rule="actor.again"))
    return found


def _offices(folded: str, mentions: Sequence[ActorMention], home: str, published: str | None) -> list[ActorMention]:
    """Offices without a name: the holder, if the text names him elsewhere, else the state behind the office."""
    named = sorted(mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in named]
    found = []
    for match in GENERIC_OFFICE.finditer(folded):
        index = bisect_left(starts, match.start())
        if _has_owner(folded, match, named[max(0, index - 1) : index + 1]):
            continue
        holder = _holder(match["held"], named[max(0, index - KEPT_IN_MIND) : index], home, published)
        if holder:
            found.append(replace(holder, start=match.start(), end=match.end(), rule="actor.holder", office=True))
        elif home:
            found.append(_state(home, match.span(), "actor.generic"))
    return found


def _state(name: str, span: tuple[int, int], rule: str) -> ActorMention:
    entry = STATES.entries[name]
    return ActorMention(*span, name, rule, kind=entry.kind, country=entry.country, office=True)


def _has_owner(folded: str, match: re.Match[str], near: Sequence[ActorMention]) -> bool:
    """Is it somebody's by the words around: "China's president", "foreign minister Wang Yi", "president of France"?"""
    determined = DETERMINER.match(match[0])
    for mention in near:
        before, after = folded[mention.end : match.start()], folded[match.end() : mention.start]
        if mention.end <= match.start() and not determined and OWNS.fullmatch(before):
            return True
        if mention.start >= match.end() and IS_OWNED.fullmatch(after):
            return True
    return False


def _holder(office: str | None, named: Sequence[ActorMention], home: str, published: str | None) -> ActorMention | None:
    """The person named last who held the office when the text appeared."""
    if office is None:
        return None
    office = "prime minister" if office.lower() == "pm" else office.lower()
    day = (published or "").rstrip("~?%")
    holders = {
        row["name"]
        for row in OFFICES.get(office, ())
        if (not day or row["start"] <= day)
        and (not row["end"] or not day or day < row["end"])
        and (office in ("president", "premier") or row["country"] == STATES.entries[home].country if home else True)
    }
    return next((mention for mention in reversed(named) if mention.name in holders), None)
