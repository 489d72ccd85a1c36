"""How a text stands on a page."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles.excerpts import Span, shown
from articles.layout import GAP, Mark, lay_out, segments

TEXT = "Ministers met in London.\n\nThe pact covers trade. It ends in May.\n\nA last paragraph.\n"
WHOLE = Span(0, len(TEXT))


def at(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def passage(number, words):
    return Mark(*at(words), passage=number)


def plain(blocks):
    """Blocks as (number, text) with gaps as […]."""
    return [
        (block.number, "".join("".join(s.text for s in run) if run else "[…]" for run in block.runs))
        for block in blocks
    ]


def cut(*marks, span=WHOLE):
    (run,) = segments(TEXT, [span], marks)
    return run


def test_a_whole_text_stands_paragraph_by_paragraph():
    assert plain(lay_out(TEXT, [WHOLE])) == [
        (1, "Ministers met in London."),
        (2, "The pact covers trade. It ends in May."),
        (3, "A last paragraph."),
    ]


def test_what_is_left_out_of_a_paragraph_is_a_gap():
    spans = [at("The pact"), at("It ends")]
    assert plain(lay_out(TEXT, spans))[1] == (2, "The pact[…]It ends[…]")


def test_the_head_of_a_paragraph_can_be_a_gap():
    assert plain(lay_out(TEXT, [at("in May.")]))[1] == (2, "[…]in May.")


def test_hidden_paragraphs_in_a_row_are_one_gap():
    assert plain(lay_out(TEXT, [at("A last paragraph.")])) == [(0, "[…]"), (3, "A last paragraph.")]


def test_a_text_of_which_nothing_is_shown_is_one_gap():
    assert plain(lay_out(TEXT, [])) == [(0, "[…]")]


def test_a_panel_holds_the_paragraphs_of_its_passage():
    assert [number for number, _ in plain(lay_out(TEXT, [WHOLE], around=at("It ends")))] == [2]
    both = at("London.\n\nThe pact")
    assert [number for number, _ in plain(lay_out(TEXT, [WHOLE], around=both))] == [1, 2]


def test_a_passage_over_two_paragraphs_has_one_anchor():
    blocks = lay_out(TEXT, [WHOLE], [passage(7, "London.\n\nThe pact")])
    marked = [segment for block in blocks for run in block.runs for segment in run if segment.passages]
    assert [(segment.text, segment.anchors) for segment in marked] == [("London.", (7,)), ("The pact", ())]


def test_crossing_passages_split_at_their_borders():
    run = cut(passage(1, "pact covers"), passage(2, "covers trade"))
    assert [(s.text, s.passages, s.anchors) for s in run if s.passages] == [
        ("pact ", (1,), (1,)),
        ("covers", (1, 2), (2,)),
        (" trade", (2,), ()),
    ]


def test_passages_that_begin_together_both_have_an_anchor_there():
    run = cut(passage(1, "The pact"), passage(2, "The"))
    assert [s.anchors for s in run if s.anchors] == [(2, 1)]


def test_words_are_marked_inside_a_passage():
    run = cut(passage(1, "It ends in May."), Mark(*at("ends"), kind="trigger"), Mark(*at("in May"), kind="date"))
    assert [(s.text, s.kinds) for s in run if s.kinds] == [("ends", ("trigger",)), ("in May", ("date",))]


def test_a_mark_that_begins_before_the_span_is_clipped():
    (segment,) = cut(passage(1, "Ministers met in London."), span=at("met in"))
    assert (segment.text, segment.anchors) == ("met in", (1,))


def test_a_mark_outside_the_span_draws_nothing():
    (segment,) = cut(passage(1, "London."), span=at("The pact"))
    assert (segment.text, segment.passages) == ("The pact", ())


texts = st.text(st.sampled_from("ab😀中. \n\n"), min_size=1, max_size=120)


@st.composite
def marked_texts(draw):
    text = draw(texts)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda s: s[0] < s[1])
    cited = draw(st.lists(spans, max_size=6, unique=True))
    words = draw(st.lists(st.tuples(spans, st.sampled_from(["trigger", "date", "actor"])), max_size=6))
    marks = [Mark(*span, passage=number) for number, span in enumerate(cited)]
    return text, cited, marks + [Mark(*span, kind=kind) for span, kind in words]


@given(marked_texts())
def test_segments_join_to_their_text(given_text):
    text, _, marks = given_text
    (run,) = segments(text, [Span(0, len(text))], marks)
    assert "".join(segment.text for segment in run) == text
    assert all(segment.text == text[segment.start : segment.end] for segment in run)


@given(marked_texts())
def test_each_segment_names_exactly_the_marks_over_it(given_text):
    text, _, marks = given_text
    (run,) = segments(text, [Span(0, len(text))], marks)
    for segment in run:
        for offset in range(segment.start, segment.end):
            over = [mark for mark in marks if mark.start <= offset < mark.end]
            assert set(segment.passages) == {mark.passage for mark in over if mark.passage is not None}
            assert set(segment.kinds) == {mark.kind for mark in over if mark.kind}


@given(marked_texts())
def test_each_anchor_stands_once(given_text):
    text, cited, marks = given_text
    blocks = lay_out(text, shown(text, cited, full=False), marks)
    anchors = [anchor for block in blocks for run in block.runs for segment in run for anchor in segment.anchors]
    visible = [number for number, (start, end) in enumerate(cited) if text[start:end].strip()]
    assert len(anchors) == len(set(anchors))
    assert set(visible) <= set(anchors)


@given(marked_texts())
def test_a_page_shows_what_may_be_shown_and_no_more(given_text):
    text, cited, _ = given_text
    spans = shown(text, cited, full=False)
    on_page = {at for block in lay_out(text, spans) for run in block.runs for s in run for at in range(s.start, s.end)}
    allowed = {at for start, end in spans for at in range(start, end)}
    assert on_page <= allowed
    assert "".join(text[at] for at in allowed - on_page).strip() == ""


@given(marked_texts())
def test_no_two_gaps_follow_each_other(given_text):
    text, cited, _ = given_text
    for block in lay_out(text, shown(text, cited, full=False)):
        assert (GAP, GAP) not in set(pairwise(block.runs))
