"""How much of a text readers may see: safety rule 11, on both sides of each boundary."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles.excerpts import WINDOW, shown
from articles.paragraphs import paragraphs, touched


def at(text, words):
    start = text.index(words)
    return start, start + len(words)


def seen(text, *quotes, full=False):
    return [text[start:end] for start, end in shown(text, [at(text, quote) for quote in quotes], full=full)]


def in_paragraphs(*lengths):
    """A text of paragraphs of these lengths, each of one letter: a, b, c ..."""
    return "\n\n".join(letter * length for letter, length in zip("abcdefghi", lengths, strict=False))


def test_nothing_is_shown_where_nothing_is_cited():
    assert seen("Some words.\n\nSome more.") == []


def test_everything_is_shown_where_that_is_allowed():
    assert seen("Some words.\n\nSome more.", full=True) == ["Some words.\n\nSome more."]


def test_an_empty_text_shows_nothing():
    assert shown("", [], full=True) == ()


def test_a_passage_comes_with_paragraph_and_neighbours():
    text = in_paragraphs(50, 10, 10, 10, 50)
    assert seen(text, "cc") == ["b" * 10, "c" * 10, "d" * 10]


def test_neighbours_may_fill_half_of_what_is_not_cited():
    text = in_paragraphs(14, 10, 10, 10)
    assert len(text) - len("c" * 10) == 2 * len("b" * 10 + "d" * 10)
    assert seen(text, "c" * 10) == ["b" * 10, "c" * 10, "d" * 10]


def test_neighbours_go_first_one_code_point_over_half():
    assert seen(in_paragraphs(13, 10, 10, 10), "c" * 10) == ["c" * 10]


def test_the_paragraph_may_fill_half_of_what_is_not_cited():
    text = "a" * 18 + "\n\n" + "quote" + "b" * 20
    assert len(text) - len("quote") == 2 * len("b" * 20)
    assert seen(text, "quote") == ["quote" + "b" * 20]


def test_the_paragraph_shrinks_one_code_point_over_half():
    (excerpt,) = seen("a" * 17 + "\n\n" + "quote" + "b" * 20, "quote")
    assert "quote" < excerpt < "quote" + "b" * 20


def test_the_paragraph_shrinks_to_a_window_of_whole_words():
    text = "word " * 200 + "quote" + " word" * 200
    (excerpt,) = seen(text, "quote")
    assert excerpt.startswith("word ") and excerpt.endswith(" word")
    assert WINDOW - 10 <= len(excerpt) - len("quote") <= WINDOW


def test_a_window_without_spaces_is_cut_where_it_ends():
    text = "中" * 400 + "引" + "国" * 400
    assert seen(text, "引") == ["中" * 150 + "引" + "国" * 150]


def test_a_window_stays_inside_its_paragraph():
    text = "z" * 900 + "\n\n" + "One quote." + "\n\n" + "y" * 900
    assert seen(text, "quote") == ["One quote."]


def test_the_window_shrinks_until_half_is_left():
    text = "aaa " * 25 + "quote" + " bbb" * 25
    beside = len("".join(seen(text, "quote"))) - len("quote")
    assert 0 < beside <= 100


def test_passages_that_fill_their_text_stand_alone():
    assert seen("A quote.", "quote") == ["quote"]


def test_overlapping_passages_count_once():
    text = "a" * 17 + "\n\n" + "quote" + "b" * 20
    assert shown(text, [(19, 24), (19, 23), (20, 24)], full=False) == shown(text, [(19, 24)], full=False)


def test_many_passages_share_one_budget():
    text = "\n\n".join(f"quote{number} " + "x" * 100 for number in range(10))
    spans = shown(text, [at(text, f"quote{number}") for number in range(10)], full=False)
    assert len(spans) == 10
    assert sum(end - start for start, end in spans) - 60 <= (len(text) - 60) // 2


text_and_spans = st.text(st.sampled_from("ab中😀. \n\n"), min_size=1, max_size=400).flatmap(
    lambda text: st.tuples(
        st.just(text),
        st.lists(
            st.tuples(st.integers(0, len(text) - 1), st.integers(1, 60)).map(
                lambda span: (span[0], min(len(text), span[0] + span[1]))
            ),
            max_size=6,
        ),
    )
)


def offsets(spans):
    return {at for start, end in spans for at in range(start, end)}


@given(text_and_spans)
def test_beside_the_passages_at_most_half_is_shown(given_text):
    text, cited = given_text
    beside = offsets(shown(text, cited, full=False)) - offsets(cited)
    assert 2 * len(beside) <= len(text) - len(offsets(cited))


@given(text_and_spans)
def test_cited_passages_are_always_shown(given_text):
    text, cited = given_text
    assert offsets(cited) <= offsets(shown(text, cited, full=False))


@given(text_and_spans)
def test_spans_are_in_order_and_apart(given_text):
    text, cited = given_text
    spans = shown(text, cited, full=False)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before.end < after.start for before, after in pairwise(spans))


@given(text_and_spans)
def test_what_is_shown_lies_near_a_passage(given_text):
    """No paragraph further than one from a cited one is ever shown."""
    text, cited = given_text
    found = paragraphs(text)
    numbers = {
        p.number for p in found for start, end in shown(text, cited, full=False) if start < p.end and p.start < end
    }
    near = {paragraph.number for span in cited if found for paragraph in touched(found, *span)}
    assert all(any(abs(number - cited_number) <= 1 for cited_number in near) for number in numbers)
