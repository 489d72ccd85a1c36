"""What may stand in a stored string, as named steps. Every string passes here before it is stored."""

import re
import unicodedata
from collections.abc import Callable

# Newline and tab stay; U+2028 and U+2029 are separators, not controls.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Embeddings, overrides and isolates can make a text read otherwise than it is stored.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BOM = "\ufeff"


def unix_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def drop_lone_surrogates(text: str) -> str:
    return _SURROGATES.sub("", text)


def drop_controls(text: str) -> str:
    return CONTROLS.sub("", text)


def drop_bidi_overrides(text: str) -> str:
    return _BIDI.sub("", text)


def drop_leading_bom(text: str) -> str:
    """At the head only: elsewhere U+FEFF is an old no-break space. Comes after the steps that can bring one there."""
    return text.lstrip(_BOM)


def compose(text: str) -> str:
    """NFC. It comes last: dropping a character can bring a letter and its accent together."""
    return unicodedata.normalize("NFC", text)


STEPS: tuple[Callable[[str], str], ...] = (
    unix_newlines,
    drop_lone_surrogates,
    drop_controls,
    drop_bidi_overrides,
    drop_leading_bom,
    compose,
)


def clean_text(text: str) -> str:
    """The text after all steps; cleaning twice changes nothing more. White space is never trimmed or collapsed."""
    for step in STEPS:
        text = step(text)
    return text


def clean_line(text: str) -> str:
    """The text cleaned, on one line, without white space around it: for names and titles."""
    return clean_text(text).replace("\n", " ").replace("\t", " ").strip()


def says_something(text: str) -> bool:
    """Whether a reader would see any letter, digit or sign; white space and invisible characters say nothing."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in clean_text(text))
