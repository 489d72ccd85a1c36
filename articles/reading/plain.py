"""What does a plain-text file say? Bytes in UTF-8 become a cleaned text, or an error that says what to do."""

from dataclasses import dataclass

from articles.reading.cleaning import CONTROLS, clean_text

READER = "plain 1"
LIMIT = 25 * 1024 * 1024
# Of so many characters at most one may be a control character: text has next to none, other data has many.
CHARACTERS_PER_CONTROL = 100


class ReadError(ValueError):
    """The bytes are no text that can be read; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of the bytes; ``reader`` is its name and version."""

    text: str
    reader: str = READER


def read(data: bytes, *, limit: int = LIMIT) -> Reading:
    """The text of a UTF-8 file of at most ``limit`` bytes.

    Nothing but ``clean_text`` changes it: no white space is trimmed, collapsed or replaced. Raises
    ReadError where the data is too large, binary, not UTF-8, or nothing but white space.
    """
    if len(data) > limit:
        raise ReadError(f"The file is larger than {_megabytes(limit)}: split it into parts.")
    decoded = _decode(data)
    text = clean_text(decoded)
    if not text.strip():
        raise ReadError("The file is empty: it holds nothing but white space.")
    return Reading(text)


def _decode(data: bytes) -> str:
    if b"\0" in data:
        raise ReadError(f"The file is binary, not plain text: byte {data.index(0)} is NUL. Save it as UTF-8 text.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(f"The file is not UTF-8: byte {error.start} cannot be decoded. Save it as UTF-8.") from error
    controls = len(CONTROLS.findall(text))
    if controls * CHARACTERS_PER_CONTROL > len(text):
        raise ReadError(f"The file is binary, not plain text: {controls} of {len(text)} characters are controls.")
    return text


def _megabytes(size: int) -> str:
    return f"{size / (1024 * 1024):g} MB"
