"""What might a text be called? A guess, made where nobody gave a title."""

import re
from dataclasses import dataclass

HEAD_LINES = 20
FEWEST_WORDS, LONGEST = 5, 200
OPENING_LONGEST = 80
# A line that ends so is a sentence or leads to something; one that holds a bar is navigation.
_SENTENCE_ENDS = (".", ",", ";", ":", "…")
_NAVIGATION = "|"
# How Markdown files mark a heading ("## …") and their own title (`title: "…"` in the block at the top).
_MARKUP = re.compile(r"#{1,6} +(?P<heading>.+)|title ?: *(?P<quote>[\"']?)(?P<title>.+?)(?P=quote)")


@dataclass(frozen=True, slots=True)
class Title:
    """``basis`` says in words where the title comes from."""

    words: str
    basis: str


def guess(text: str) -> Title:
    """The first of the head lines that looks like a heading, else the words with which the text opens."""
    lines = [_bare(line) for line in text.lstrip().split("\n", HEAD_LINES)[:HEAD_LINES]]
    heading = next((line for line in lines if _is_heading(line)), None)
    if heading:
        return Title(heading, "guessed: the first line that reads like a heading")
    return Title(_opening(lines[0]), "guessed: the opening words of the text")


def _bare(line: str) -> str:
    """The line in single spaces, without marks of Markdown."""
    line = " ".join(line.split())
    marked = _MARKUP.fullmatch(line)
    return (marked["heading"] or marked["title"]) if marked else line


def _is_heading(line: str) -> bool:
    """Four words or fewer are more often a caption or a link than a title."""
    return (
        len(line) <= LONGEST
        and not line[:1].islower()
        and len(line.split()) >= FEWEST_WORDS
        and not line.endswith(_SENTENCE_ENDS)
        and _NAVIGATION not in line
    )


def _opening(line: str) -> str:
    if len(line) <= OPENING_LONGEST:
        return line
    whole_words = line[: OPENING_LONGEST + 1].rpartition(" ")[0]
    return (whole_words or line[:OPENING_LONGEST]) + "…"
