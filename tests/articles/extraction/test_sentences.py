"""Sentences: where they begin and end, and which are page furniture."""

import pytest

from articles.extraction.folding import fold
from articles.extraction.sentences import LONGEST, split


def parts(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split(fold(text)) if not sentence.skipped]


@pytest.mark.parametrize(
    "text",
    [
        "Talks began.| They ended.",
        "Mr. Smith went.| He met Dr. Jones.",
        "The U.S. President spoke.",
        "It lies in the U.S.| The town is small.",
        "Treasury under-secretary Brian E. Nelson spoke.",
        "“We object. |It is false,” he said.",
        "“Why?” he asked.| Nobody knew.",
        "It rose 3.5 per cent.| Then it fell.",
        "他们昨天这样说。|她后来走了。",
    ],
)
def test_text_divides_at_the_bars(text):
    assert parts(text.replace("|", "")) == [piece.strip() for piece in text.split("|")]


def test_wrapped_lines_are_one_sentence():
    text = "The ministers of both countries met on Tuesday in order to\ntalk about fish and other things of the sea."

    assert parts(text) == [text]


def test_heading_is_a_block_of_its_own():
    heading, sentence = split("A coalition grows\n\nBritain joined the US.")

    assert heading.heading and not sentence.heading
    assert heading.paragraph != sentence.paragraph


def test_list_items_stand_alone_without_their_marks():
    assert parts("- a first aim of the plan;\n- a second aim of the plan;") == [
        "a first aim of the plan;",
        "a second aim of the plan;",
    ]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("This article was published before we became a charity on 10 July 2024.", "rebranding"),
        ("© 2024 The Example", "rights"),
        ("[Source: By A. Writer, London, 21Oct15]", "source line"),
        ("By Jane Writer", "byline"),
        ("Skip to the content", "navigation"),
        ("Press Release: Example Party", "release line"),
        ("ENDS", "end line"),
        ("a.link:hover {color:#fff;}", "style sheet"),
    ],
)
def test_furniture_is_skipped_by_name(line, rule):
    (sentence,) = split(fold(line))

    assert sentence.skipped == rule


@pytest.mark.parametrize(
    "line",
    [
        "The article of the treaty was published before the war.",
        "Sources said the plan was dead.",
        "By signing the pact Britain won time and money for its new ports.",
        "The law ends the tax.",
    ],
)
def test_prose_that_resembles_furniture_stays(line):
    assert parts(line) == [line]


def test_yaml_head_is_skipped():
    head, body = split("---\ntitle: China signed a pact\n---\nBritain slept.")

    assert head.skipped == "page head"
    assert not body.skipped


def test_run_without_end_is_cut_and_told_as_nothing():
    windows = split("of " * LONGEST)

    assert all(window.skipped == "unbroken run" for window in windows)
    assert max(window.end - window.start for window in windows) <= LONGEST


def test_longest_sentence_is_still_a_sentence():
    assert parts("a" * (LONGEST - 1) + ".") == ["a" * (LONGEST - 1) + "."]
    assert parts("a" * LONGEST + ".") == []
