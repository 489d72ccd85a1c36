"""Where does each field of a proposal come from? Pure: the extractor's payload in, words for the curator out."""

from dataclasses import dataclass

BASIS = {
    "stated": "stated in the text",
    "relative": "counted from the publication date",
    "publication": "the publication date, because no date words stand near",
    "unknown": "no date words, and no date of the document to count from",
}


@dataclass(frozen=True)
class Origins:
    """Words for each field; ``parts`` are the parts of the confidence, the largest first."""

    kind: str
    date: str
    assertion: str
    actors: list[str]
    themes: str
    rules: list[str]
    parts: list[tuple[str, float]]


def origins(payload: dict, marked: dict[str, list[str]]) -> Origins:
    """``marked`` holds the marked words of the passages by kind of mark."""
    why = payload.get("why") or {}
    rules = list(payload.get("rules") or [])
    return Origins(
        kind=_sentence(why.get("kind"), _by_rule(rules[:1], marked.get("trigger", []))),
        date=_sentence(why.get("date"), BASIS.get(payload.get("date_basis"), ""), _quoted(marked.get("date", []))),
        assertion=_sentence(why.get("status")),
        actors=[_actor(actor) for actor in payload.get("actors") or []],
        themes=_sentence(why.get("themes")),
        rules=rules,
        parts=sorted(dict(payload.get("parts") or {}).items(), key=lambda part: -abs(part[1])),
    )


def marked_words(text: str, marks) -> dict[str, list[str]]:
    """The words of the marks by kind, each once, in the order of the text."""
    words: dict[str, dict[str, None]] = {}
    for start, end, kind in sorted(marks):
        words.setdefault(kind, {})[text[start:end]] = None
    return {kind: list(found) for kind, found in words.items()}


def _actor(actor: dict) -> str:
    words = f" “{actor['words']}”" if actor.get("words") else ""
    rule = f" ({actor['rule']})" if actor.get("rule") else ""
    return f"{actor['name']}:{words}{rule}" if words or rule else actor["name"]


def _by_rule(rules: list[str], words: list[str]) -> str:
    return " ".join(part for part in (*rules, _quoted(words)) if part)


def _quoted(words: list[str]) -> str:
    return ", ".join(f"“{each}”" for each in words)


def _sentence(*said) -> str:
    """What there is of it, in one line; the extractor may give words or a list of them."""
    parts = [", ".join(map(str, each)) if isinstance(each, list | tuple) else str(each) for each in said if each]
    return "; ".join(dict.fromkeys(parts))
