"""What a text without a given title is called."""

import time

import pytest

from articles.reading.titles import guess

SENTENCE = "Ministers met in London on Monday to talk about trade and students."


@pytest.mark.parametrize(
    "head",
    [
        "Ministers meet in London again\n",
        "\n\n   Ministers  meet in London again  \n",
        "Skip to the content\nHome | News | About us all\nMinisters meet in London again\n",
        "# Ministers meet in London again\n",
        '---\nlayout: post\ntitle: "Ministers meet in London again"\n---\n',
    ],
    ids=["first line", "white space", "navigation", "markdown", "front matter"],
)
def test_the_first_line_like_a_heading_is_the_title(head):
    title = guess(f"{head}\n{SENTENCE}\n")
    assert title.words == "Ministers meet in London again"
    assert "heading" in title.basis


@pytest.mark.parametrize(
    "head", ["", "A stray caption\n", "and so the ministers met again\n", "In short it means this:\n"]
)
def test_what_is_no_heading_is_passed_over(head):
    title = guess(f"{SENTENCE}\n{head}")
    assert title.words == SENTENCE
    assert "opening words" in title.basis


def test_long_opening_words_end_at_a_word():
    title = guess("One sentence that goes on and on, " * 10 + "to its end.")
    assert len(title.words) <= 81
    assert " ".join(["One sentence that goes on and on,"] * 10).startswith(title.words[:-1])


def test_an_opening_without_spaces_is_cut():
    assert guess("中" * 300).words == "中" * 80 + "…"


@pytest.mark.parametrize("hostile", ["a" * 1_000_000, 'title: "' * 125_000, "# " * 500_000, " " * 1_000_000 + "x"])
def test_a_hostile_megabyte_is_quick(hostile):
    start = time.process_time()
    assert len(guess(hostile).words) <= 200
    assert time.process_time() - start < 10
