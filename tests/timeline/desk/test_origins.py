from timeline.desk.origins import marked_words, origins

PAYLOAD = {
    "date_basis": "publication",
    "rules": ["statement.denied", "actor.subject"],
    "parts": [["date", 0.1], ["verb", 0.5], ["negated", -0.2]],
    "actors": [{"name": "China", "role": "source", "rule": "capital", "words": "Beijing"}, {"name": "Qatar"}],
    "why": {"themes": ["trade", "by “tariff”"]},
}


def test_the_first_rule_and_its_words_give_the_kind():
    assert origins(PAYLOAD, {"trigger": ["denied"]}).kind == "statement.denied “denied”"


def test_a_publication_date_says_so():
    assert "because no date words stand near" in origins(PAYLOAD, {}).date


def test_date_words_are_quoted():
    assert origins({"date_basis": "stated"}, {"date": ["3 May"]}).date == "stated in the text; “3 May”"


def test_an_actor_names_its_words_and_rule():
    assert origins(PAYLOAD, {}).actors == ["China: “Beijing” (capital)", "Qatar"]


def test_parts_come_largest_first_whatever_their_sign():
    assert [name for name, _ in origins(PAYLOAD, {}).parts] == ["verb", "negated", "date"]


def test_an_empty_payload_says_nothing():
    said = origins({}, {})
    assert (said.kind, said.date, said.themes, said.actors, said.parts) == ("", "", "", [], [])


def test_marked_words_stand_once_in_the_order_of_the_text():
    marks = [(8, 13, "actor"), (0, 5, "actor"), (6, 7, "date"), (8, 13, "actor")]
    assert marked_words("China 3 Japan", marks) == {"actor": ["China", "Japan"], "date": ["3"]}
