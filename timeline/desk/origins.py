"""Where does each field of a proposal come from? Pure: the extractor's payload in, words for the curator out."""

from dataclasses import dataclass
from typing import Any

from timeline.formatting import basis_words

# Why the machine fell back on such a date.
BECAUSE = {
    "publication": "because no date words stand near",
    "unknown": "no date words, and no date of the document to count from",
}


@dataclass(frozen=True)
class Origins:
    """Words for each field, empty where the extractor says nothing; ``parts`` of the confidence, the largest first."""

    kind: str
    date: str
    assertion: str
    actors: list[str]
    themes: str
    rules: list[str]
    parts: list[tuple[str, float]]


def origins(payload: dict[str, Any]) -> Origins:
    """See ``articles.extraction.model.as_json`` for the payload."""
    why, rules = payload.get("why", {}), payload.get("rules", [])
    return Origins(
        kind=_said(*rules[:1], _quoted(why.get("act"))),
        date=_said(_basis(payload.get("date_basis")), _quoted(why.get("date")), why.get("date_rule")),
        assertion=_quoted(why.get("cue")),
        actors=[_actor(actor) for actor in payload.get("actors", [])],
        themes=" · ".join(f"{theme}: {_quoted(*words)}" for theme, words in why.get("themes", {}).items()),
        rules=list(rules),
        parts=sorted(dict(payload.get("parts", {})).items(), key=lambda part: -abs(part[1])),
    )


def _basis(basis: str | None) -> str:
    return _said(basis_words(basis), BECAUSE.get(basis)) if basis else ""


def _actor(actor: dict[str, Any]) -> str:
    return _said(actor["name"], _quoted(actor.get("words")), actor.get("rule"))


def _quoted(*words: str | None) -> str:
    return ", ".join(f"“{each}”" for each in words if each)


def _said(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
