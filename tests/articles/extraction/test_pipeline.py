"""The whole way from a text to its events, and what no text may do to it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction import pipeline
from articles.extraction.model import as_json

from .telling import CAST, acting, events, kinds, only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("China sanctioned two British officials on Monday.", "sanction"),
        ("Britain banned Huawei equipment from its networks in 2020.", "restriction"),
        ("Britain and China signed an agreement on fish in May.", "agreement"),
        ("The UK published a report on China in May.", "review"),
        ("MI5 issued a warning about China in 2022.", "warning"),
        ("David Lammy condemned the arrests in Hong Kong.", "statement"),
        ("Theresa May visited China in 2018.", "visit"),
        ("Keir Starmer met Xi Jinping in Rio in November.", "talks"),
        ("Britain summoned the Chinese ambassador in May.", "diplomatic-measure"),
        ("Police in Hong Kong arrested ten people in May.", "legal-action"),
        ("Chinese hackers stole the records of the UK register in 2021.", "incident"),
        ("Huawei invested £1bn in the UK in 2019.", "investment"),
        ("China passed a security law in June 2020.", "legislation"),
        ("The UK opened a visa route for people of Hong Kong in 2021.", "measure"),
        ("The UK sent a frigate to the South China Sea in 2023.", "deployment"),
        ("In the UK, MPs voted to condemn China in April 2021.", "vote"),
    ],
)
def test_each_kind_is_told(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "China is the third-largest trading partner of the UK.",
        "No agreement was signed between Britain and China.",
        "Although no sweeping new trade deal was reached, China and Britain are close.",
        "China might impose sanctions on the UK.",
        "Analysts said the deal with China could help.",
        "Human rights groups criticised China.",
        "The UK should ban Huawei equipment.",
        "France and Spain signed an agreement on fish.",
        "“We will sign,” said Ann Other, a professor at a school in China.",
    ],
)
def test_states_hopes_and_other_people_are_no_events(text):
    assert kinds(text, title="") == []


def test_passage_is_the_whole_sentence_and_marks_lie_inside():
    text = "It rained. On Monday China sanctioned two British firms. It stopped."

    event = only(text)

    assert event.passages[0].of(text) == "On Monday China sanctioned two British firms."
    assert {(mark.kind, text[mark.start : mark.end]) for mark in event.marks} >= {
        ("trigger", "sanctioned"),
        ("date", "Monday"),
        ("actor", "China"),
    }


def test_announced_quotation_belongs_to_the_passage():
    text = "David Lammy said of China:\n\n“We will always defend our freedoms.”"

    assert only(text).passages[0].of(text) == text


def test_one_speaker_on_one_occasion_is_one_statement():
    event = only("David Lammy criticised China. He said China was wrong.\n\nLammy urged China to stop.")

    assert len(event.passages) == 3


def test_two_speakers_are_two_statements():
    assert kinds("David Lammy criticised China.\n\nWang Yi criticised Britain.") == ["statement", "statement"]


def test_reporting_verb_gives_way_to_the_act_it_reports():
    event = only("David Lammy said Britain and China had signed a pact.")

    assert (event.kind, event.attributed_to) == ("agreement", "David Lammy")


def test_warning_of_a_minister_is_no_statement_too():
    assert kinds("David Lammy warned China and said it must stop.") == ["warning"]


def test_same_act_told_twice_is_one_event():
    event = only("Theresa May visited China in 2018. The visit to China was the prime minister's first.")

    assert event.kind == "visit"


def test_dates_of_a_list_are_events_of_their_own():
    found = events("Indictments of Chinese hackers were unsealed in May and July 2020.")

    assert [event.date for event in found] == ["2020-05", "2020-07"]


def test_source_and_target_change_sides_in_the_passive():
    assert acting(only("China sanctioned the UK."))["China"] == "source"
    assert acting(only("The UK was sanctioned by China."))["China"] == "source"
    assert acting(only("The UK was sanctioned by China."))["United Kingdom"] == "target"


def test_parties_stand_side_by_side():
    assert set(acting(only("Britain and China signed a pact.")).values()) == {"participant"}


def test_planned_and_alleged_acts_say_so():
    assert only("China will sanction two British firms.").assertion == "planned"
    assert only("China is believed to have sanctioned two British firms.").assertion == "alleged"


def test_every_finding_names_its_rule():
    event = only("On Monday China sanctioned two British firms.")

    assert event.rules[0] == "sanction.verb"
    assert {"date.clause", "weekday"} <= set(event.rules)
    assert all(actor.rule for actor in event.actors)
    assert event.confidence == pytest.approx(sum(value for _, value in event.parts))


def test_json_form_is_the_codebooks_event_with_its_reasons():
    text = "On Monday China sanctioned two British firms."
    event = as_json(only(text), text)

    assert event["passages"] == [{"start": 0, "end": len(text), "quote": text}]
    assert event["actors"][0]["words"] == "China"
    assert (event["rule"], event["why"]["date"]) == ("sanction.verb", "Monday")


def test_same_text_gives_the_same_events():
    text = "China sanctioned two British firms. Britain condemned China. Wang Yi met David Lammy in May."

    assert events(text) == events(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n ",
        "China",
        "China signed",
        "。。。",
        "𝒞hina 🇨🇳 signed a pact with Britain 🇬🇧.",
        "\u202eChina\u202c signed\u00ad a pact with\u200b Britain.",
        "CHINA SANCTIONED BRITAIN ON MONDAY.",
        "China\nsigned a\npact with\nBritain\nin May.",
        "---\ntitle: x\n",
        "| China | signed |\n| --- | --- |\n| a | pact |",
        "\ud800 China signed a pact.",
        '"' * 50 + "China said" + "'" * 50,
    ],
)
def test_odd_text_gives_honest_quotes(text):
    for event in events(text):
        for span in event.passages:
            assert 0 <= span.start < span.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "China",
                "Britain",
                "said",
                "signed a pact",
                "“",
                "”",
                "(",
                ")",
                ", which",
                "Mr",
                ".",
                "\n\n",
                "in May",
                "’s",
                "—",
                "sanctions",
            ]
        ),
        max_size=40,
    )
)
def test_any_order_of_words_keeps_marks_inside_passages(words):
    text = " ".join(words)

    for event in events(text):
        assert event.passages[0].of(text).strip() == event.passages[0].of(text)
        assert all(any(span.start <= m.start and m.end <= span.end for span in event.passages) for m in event.marks)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "China ",
        "CHINA SAID ",
        '"',
        "' ",
        "(",
        "of of of ",
        "said, ",
        '"said ',
        "<a ",
        "[a](",
        "_a",
        " - ",
        "A.B. ",
        "Talks\n\n",
        "3 May ",
    ],
)
def test_time_is_linear_in_hostile_text(unit):
    """A guard, not a measure: quadratic work on such a text would take minutes; `make bench` tells the seconds."""
    text = (unit * (300_000 // len(unit) + 1))[:300_000]
    started = time.process_time()

    pipeline.extract(text, published="2025-06-15", gazetteer=CAST)

    assert time.process_time() - started < 15
