"""What a plain-text file says, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.plain import ReadError, read

SEEDS = sorted((Path(__file__).parents[3] / "seeds" / "documents").glob("*.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_text_equals_its_file(path):
    data = path.read_bytes()
    assert read(data).text.encode() == data


def test_there_are_five_seed_texts():
    assert len(SEEDS) == 5


def test_the_reader_names_itself():
    assert read(b"Words.").reader == "plain 1"


def test_only_the_named_changes_are_made():
    assert read("\ufeff A\r\nb\rcafe\u0301 \u202e!\n\n".encode()).text == " A\nb\ncafé !\n\n"


def test_an_undecodable_byte_is_named():
    with pytest.raises(ReadError, match=r"not UTF-8: byte 5 "):
        read(b"Words\xff and more")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", "\ufeff\u3000\u202e".encode()])
def test_a_file_of_white_space_is_empty(data):
    with pytest.raises(ReadError, match="empty"):
        read(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7\0\xff", "Words in UTF-16".encode("utf-16"), b"Words\0"])
def test_a_nul_byte_tells_binary_data(data):
    with pytest.raises(ReadError, match=r"binary.*NUL"):
        read(data)


def test_one_control_in_a_hundred_characters_is_dropped():
    assert read(b"a" * 99 + b"\x07").text == "a" * 99


def test_more_controls_than_that_tell_binary_data():
    with pytest.raises(ReadError, match="1 of 99 characters"):
        read(b"a" * 98 + b"\x07")


def test_a_file_at_the_limit_is_read():
    assert read(b"a" * 1024, limit=1024).text == "a" * 1024


def test_a_file_over_the_limit_is_refused():
    with pytest.raises(ReadError, match=r"larger than 0\.5 MB"):
        read(b"a" * (512 * 1024 + 1), limit=512 * 1024)


@given(st.binary())
def test_any_bytes_are_read_or_explained(data):
    try:
        assert read(data).text.strip()
    except ReadError as error:
        assert str(error).endswith(".")
