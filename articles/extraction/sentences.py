"""Where does each sentence of a text begin and end, and which of them are page furniture?

Works on a folded text (see ``folding``). A sentence never crosses a paragraph; a heading, a list
item or a caption is a sentence of its own. Furniture is marked, never removed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

LONGEST = 2000  # code points; what runs on longer is no prose: it is cut at spaces and told as nothing
SHORTEST = 6
MARKS = 3  # a list in a list in a quotation
LINE = re.compile(r"[^\n]*\n?")
# The lookbehind starts a match only at the first terminator of a run, which keeps long runs linear.
STOP = re.compile(r"(?<![.!?])[.!?]++[\"')\]]{0,4}(?=\s)|[。！？][」』”\"]?")
STARTER = re.compile(
    r"(?:The|This|That|It|He|She|They|We|In|On|At|But|And|A|An|As|For|Its|There|However|Under|While)\b(?!\.)"
)
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Rev|Hon|Jr|Sr|Inc|Ltd|Co|Corp|vs|No|Nos|Art|cf|"
    r"eg|ie|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Messrs|Amb|Mt|Ft)|\b[A-Z]|\be\.g|\bi\.e)$"
)
INITIALS = re.compile(r"(?:\b[A-Z]\.){1,4}[A-Z]$")
OPENING = re.compile(r"[\"'(\[]{0,3}[^\W_]")
ITEM = re.compile(r"(?:[-*+•·>|]|#{1,6}|\d{1,3}[.)])\s")
UNDERLINE = re.compile(r"[=\-_~*#]{3,}")
HEAD_FENCE = re.compile(r"---[ \t]*(?:\n|$)")
ENDS_SENTENCE = tuple(".!?:;\"')。！？…")

# What pages say about themselves. The name is the rule's; a line that matches yields no event.
FURNITURE = (
    ("rebranding", re.compile(r"(?i)^this (?:article|page|story) was (?:first )?published before\b")),
    ("rights", re.compile(r"(?i)^\W*(?:©|\(c\)|copyright\b|all rights reserved)|\bis distributed without profit\b")),
    ("source line", re.compile(r"(?i)^\W*\[?(?:sources?|via|photo(?:graph)?|image|picture|credit)s?\s?:")),
    ("byline", re.compile(r"(?i)^\W*(?:by|in|reporting by|written by|edited by)(?:\s+[^\s.]+){0,4}\W*$")),
    (
        "release line",
        re.compile(r"(?i)^\W*(?:press release|media (?:statement|release)|for immediate release)\b.{0,80}$"),
    ),
    ("end line", re.compile(r"(?i)^\W*(?:ends?|###?|notes to editors?|@highlight)\W*$")),
    (
        "navigation",
        re.compile(
            r"(?i)^\W*(?:skip to|read (?:more|next|also)|related (?:articles?|stories|topics)|"
            r"popular categories|"
            r"search the (?:web)?site|exit mobile|scroll down|advertisement\b|sign (?:up|in)\b|"
            r"subscribe\b|share this|"
            r"follow us|click here|back to top|cookie|we use cookies|accept all|newsletter|"
            r"find (?:out )?more\b|"
            r"join (?:today|pro|us)\b|if you liked this|using \S+ for work|\S+ is free for personal use|"
            r"menu\b|home\s*[|>]|bookshop\b|donate\b|comments?\W*$|key takeaways\W*$|photo\s*:|getty images)"
        ),
    ),
    ("style sheet", re.compile(r"[.#][\w-]+\s?\{|\{[^{}]{0,200}:[^{}]{0,200};?\}|@media\b")),
    (
        "editor's note",
        re.compile(r"(?i)^\W*this (?:document|article|page) (?:has been|was) (?:published|updated|amended)\b"),
    ),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``paragraph`` counts blocks from 0; ``heading`` is a line of its own without a
    full stop; ``skipped`` names the furniture rule that took it, or is empty."""

    start: int
    end: int
    paragraph: int
    heading: bool = False
    skipped: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start


class Spanned(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


NO_PROSE = frozenset({"unbroken run", "page head", "stray characters", "style sheet"})
Found = TypeVar("Found", bound=Spanned)


def by_sentence(findings: Iterable[Found], sentences: Sequence[Sentence]) -> list[list[Found]]:
    """Findings in text order, sorted to the sentences in which they stand whole."""
    sorted_to: list[list[Found]] = [[] for _ in sentences]
    number = 0
    for finding in findings:
        while number < len(sentences) and sentences[number].end <= finding.start:
            number += 1
        if (
            number < len(sentences)
            and sentences[number].start <= finding.start
            and finding.end <= sentences[number].end
        ):
            sorted_to[number].append(finding)
    return sorted_to


def prose_of(folded: str, sentences: Sequence[Sentence]) -> str:
    """The text with spaces for what is no prose at all; every offset stays."""
    pieces, position = [], 0
    for sentence in sentences:
        if sentence.skipped in NO_PROSE:
            pieces += [folded[position : sentence.start], " " * (sentence.end - sentence.start)]
            position = sentence.end
    return "".join([*pieces, folded[position:]])


def split(folded: str) -> list[Sentence]:
    """All sentences of a folded text in order, furniture included."""
    sentences: list[Sentence] = []
    for number, (start, end, skipped) in enumerate(_blocks(folded)):
        sentences += _sentences_of(folded, start, end, number, skipped)
    return sentences


def _blocks(folded: str) -> list[tuple[int, int, str]]:
    """Paragraphs as (start, end, furniture): lines joined where one plainly runs on into the next."""
    blocks: list[tuple[int, int, str]] = []
    position = _head_end(folded)
    if position:
        blocks.append((0, position, "page head"))
    open_start, open_end, previous = -1, -1, ""
    for match in LINE.finditer(folded, position):
        line = match[0].strip()
        if not line or _breaks(previous, line):
            if open_start >= 0:
                blocks.append((open_start, open_end, ""))
            open_start = -1
        if line and not UNDERLINE.fullmatch(line):
            open_start = match.start() if open_start < 0 else open_start
            open_end, previous = match.end(), match[0]
        else:
            previous = ""
    if open_start >= 0:
        blocks.append((open_start, open_end, ""))
    return blocks


def _head_end(folded: str) -> int:
    """The end of a YAML head between two lines of dashes, or 0."""
    start = len(folded) - len(folded.lstrip())
    if not HEAD_FENCE.match(folded, start):
        return 0
    close = folded.find("\n---", start + 3, start + 20_000)
    if close < 0:
        return 0
    line_end = folded.find("\n", close + 1)
    return line_end if line_end > 0 else len(folded)


def _breaks(previous: str, line: str) -> bool:
    """Does a new block begin with this line? Wrapped prose fills its lines, other lines are short."""
    if not previous:
        return False
    if ITEM.match(line) or UNDERLINE.fullmatch(line) or previous.lstrip().startswith("#"):
        return True
    words = previous.strip()
    if previous.endswith("  \n"):
        return True
    return len(words) < 45 and not words.endswith(",") and not words.endswith(ENDS_SENTENCE)


def _sentences_of(folded: str, start: int, end: int, number: int, skipped: str) -> list[Sentence]:
    start, end = _trim(folded, start, end)
    if start >= end:
        return []
    skipped = skipped or _furniture(folded[start : min(end, start + 400)])
    if skipped:
        return [Sentence(start, end, number, skipped=skipped)]
    heading = not folded[start:end].endswith(ENDS_SENTENCE)
    return [
        Sentence(*_trim(folded, left, right), number, heading, _no_prose(left, right, whole))
        for left, right, whole in _cut(folded, start, end)
        if not folded[left:right].isspace()
    ]


def _no_prose(start: int, end: int, whole: bool) -> str:
    if not whole:
        return "unbroken run"
    return "stray characters" if end - start < SHORTEST else ""


def _furniture(opening: str) -> str:
    return next((name for name, pattern in FURNITURE if pattern.search(opening)), "")


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """Without white space, list marks and heading marks at its borders."""
    start, end = _strip(folded, start, end)
    for _ in range(MARKS):
        mark = ITEM.match(folded, start, end)
        if not mark or mark.end() >= end:
            break
        start, end = _strip(folded, mark.end(), end)
    return start, end


def _strip(folded: str, start: int, end: int) -> tuple[int, int]:
    piece = folded[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, start + len(piece.strip()))


def _cut(folded: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Sentence spans of one block, and whether each is a whole sentence."""
    spans, left = [], start
    for stop in STOP.finditer(folded, start, end):
        if _is_boundary(folded, stop, left, end):
            spans.append((left, stop.end()))
            left = stop.end()
    if left < end:
        spans.append((left, end))
    return [piece for span in spans for piece in _bounded(folded, *span)]


def _is_boundary(folded: str, stop: re.Match[str], left: int, end: int) -> bool:
    if stop[0][0] in "。！？":
        return True
    following = _next_word(folded, stop.end(), end)
    if not following or not OPENING.match(following) or _first_letter(following).islower():
        return False
    before = folded[max(left, stop.start() - 12) : stop.start()]
    if stop[0] != ".":
        return True
    if INITIALS.search(before):
        return bool(STARTER.match(following))
    return not ABBREVIATION.search(before)


def _next_word(folded: str, position: int, end: int) -> str:
    return folded[position : min(end, position + 60)].lstrip()


def _first_letter(words: str) -> str:
    return words.lstrip("\"'([")[:1]


def _bounded(folded: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The span, or windows of at most ``LONGEST`` code points where it is too long to be prose."""
    if end - start <= LONGEST:
        return [(start, end, True)]
    pieces = []
    while end - start > LONGEST:
        cut = folded.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        pieces.append((start, cut, False))
        start = cut
    return [*pieces, (start, end, False)]
