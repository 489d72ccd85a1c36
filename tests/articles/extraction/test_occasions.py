"""What comes of a meeting is dated with it."""

import pytest

from .telling import events


def dates(text: str) -> dict[str, str | None]:
    return {event.kind: event.date for event in events(text)}


def test_agreement_of_the_parties_has_the_day_of_their_meeting():
    text = "Britain and China held talks on 9 June. Britain and China agreed to share their views on fish."

    assert dates(text) == {"talks": "2025-06-09", "agreement": "2025-06-09"}


@pytest.mark.parametrize(
    "text",
    [
        "Britain and China held talks on 9 April. Britain and China agreed to share their views on fish.",
        "Britain and China held talks on 9 June. Britain and the US agreed to share their views on fish.",
        "Britain and China held talks on 9 June. Britain and China agreed on 11 June to share their views.",
    ],
)
def test_old_meeting_other_parties_or_a_day_of_its_own_keep_the_act_apart(text):
    assert dates(text)["agreement"] != "2025-06-09"
