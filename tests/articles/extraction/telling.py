"""A small cast of actors and short ways to ask what the extractor makes of a text."""

from articles.extraction import actors, pipeline, sentences
from articles.extraction.folding import fold
from articles.extraction.gazetteer import Gazetteer
from articles.extraction.model import ActorEntry, Alias, Candidate

CAST = Gazetteer(
    [
        ActorEntry("United Kingdom", "state", "GB", (Alias("UK", case_sensitive=True), Alias("Britain"))),
        ActorEntry("China", "state", "CN", (Alias("Beijing", case_sensitive=True), Alias("Chinese government"))),
        ActorEntry("United States", "state", "US", (Alias("US", case_sensitive=True),)),
        ActorEntry("Hong Kong", "territory", "HK"),
        ActorEntry("MI5", "intelligence agency", "GB"),
        ActorEntry("HM Treasury", "government body", "GB", (Alias("Treasury", True, True),)),
        ActorEntry(
            "United States Department of the Treasury", "government body", "US", (Alias("Treasury", True, True),)
        ),
        ActorEntry("Embassy of China, London", "diplomatic mission", "CN", (Alias("Chinese embassy"),)),
        ActorEntry("Huawei", "company", "CN"),
        ActorEntry("Labour Party", "party", "GB"),
        ActorEntry("Theresa May", "person", "GB", (Alias("May", True, True),)),
        ActorEntry("David Lammy", "person", "GB"),
        ActorEntry("Keir Starmer", "person", "GB"),
        ActorEntry("Xi Jinping", "person", "CN", (Alias("Xi", True),)),
        ActorEntry("Wang Yi", "person", "CN"),
    ]
)


def events(text: str, *, published: str | None = "2025-06-15", title: str = "Britain and China") -> list[Candidate]:
    return pipeline.extract(text, published=published, gazetteer=CAST, title=title)


def kinds(text: str, **facts: str | None) -> list[str]:
    return [event.kind for event in events(text, **facts)]


def only(text: str, **facts: str | None) -> Candidate:
    """The one event of a text."""
    (event,) = events(text, **facts)
    return event


def acting(event: Candidate) -> dict[str, str]:
    return {actor.name: actor.role for actor in event.actors}


def named(text: str, published: str | None = "2025-06-15") -> list[tuple[str, str]]:
    """The words of each mention and the actor meant."""
    folded = fold(text)
    found = actors.find(folded, sentences.split(folded), CAST, published)
    return [(text[mention.start : mention.end], mention.name) for mention in found]
