"""Attachment: which date belongs to an act, and what if the text gives none."""

import pytest

from .telling import events, only


def dated(text: str, **facts):
    event = only(text, **facts)
    return event.date, event.date_basis


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("China sanctioned two British firms in March 2021.", ("2021-03", "stated")),
        ("On 5 May 2024, after long talks, China sanctioned two British firms.", ("2024-05-05", "stated")),
        ("China, which joined in 2001, sanctioned two British firms in 2021.", ("2021", "stated")),
        ("China sanctioned two British firms yesterday.", ("2025-06-14", "relative")),
        ("China recently sanctioned two British firms.", ("2025-06~", "relative")),
        ("China has sanctioned two British firms.", ("2025-06-15~", "publication")),
        ("China had sanctioned two British firms.", (None, "unknown")),
    ],
)
def test_date_of_an_act(text, date):
    assert dated(text) == date


def test_date_of_another_clause_is_left_alone():
    assert dated("China sanctioned two British firms, which opened in 2001.")[0] == "2025-06-15~"


def test_text_of_unknown_date_dates_nothing_fresh():
    assert dated("China has sanctioned two British firms.", published=None) == (None, "unknown")


def test_approximate_publication_keeps_one_tilde():
    assert dated("China has sanctioned two British firms.", published="2025-06~") == ("2025-06~", "publication")


def test_essay_tells_no_news():
    text = (
        "I think China is strong. Should we fear it? I do not. Must we hope? My view is plain. "
        "China has sanctioned two British firms."
    )

    assert [event.date for event in events(text)] == [None]


def test_look_back_takes_the_year_told_last():
    text = (
        "It began in 2001. It grew in 2002. In 2003 it fell. In 2004 it rose. "
        "In May China sanctioned two British firms."
    )

    assert events(text)[-1].date == "2004-05"
