from articles import layout
from timeline.desk.surroundings import around

TEXT = "\n\n".join(f"Paragraph {number} says something." for number in range(1, 10))


def _shown(blocks):
    return [block.number for block in blocks]


def _span(words):
    start = TEXT.index(words)
    return start, start + len(words)


def test_neighbours_are_shown_and_gaps_named():
    blocks = around(TEXT, [_span("Paragraph 5")], neighbours=1)
    assert _shown(blocks) == [0, 4, 5, 6, 0]


def test_at_the_head_nothing_is_left_out_before():
    assert _shown(around(TEXT, [_span("Paragraph 1")], neighbours=2)) == [1, 2, 3, 0]


def test_two_passages_bring_both_surroundings():
    assert _shown(around(TEXT, [_span("Paragraph 1"), _span("Paragraph 9")], neighbours=0)) == [1, 0, 9]


def test_the_text_is_cut_into_paragraphs_once(monkeypatch):
    monkeypatch.setattr(layout, "paragraphs", None)
    assert _shown(around(TEXT, [_span("Paragraph 1")], neighbours=0)) == [1, 0]


def test_quote_and_marks_overlap_in_segments():
    start, end = _span("Paragraph 2 says")
    blocks = around(TEXT, [(start, end)], [(start, start + 9, "actor")], neighbours=0)
    (run,) = next(block.runs for block in blocks if block.number == 2)
    assert [(segment.text, segment.kinds) for segment in run] == [
        ("Paragraph", ("actor", "quote")),
        (" 2 says", ("quote",)),
        (" something.", ()),
    ]
