from timeline.desk.origins import origins

PAYLOAD = {
    "date_basis": "relative",
    "rules": ["agreement.agreed_to", "date.recent"],
    "parts": [["date", 0.1], ["words of the act", 0.5], ["negated", -0.2]],
    "actors": [{"name": "China", "role": "source", "rule": "role.subject", "words": "Beijing"}, {"name": "Qatar"}],
    "why": {
        "act": "agreed", "cue": "will", "date": "last week", "date_rule": "date.recent",
        "themes": {"trade": ["tariff", "imports"], "energy": ["gas"]},
    },
}  # fmt: skip


def test_the_first_rule_and_its_words_give_the_kind():
    assert origins(PAYLOAD).kind == "agreement.agreed_to, “agreed”"


def test_a_date_tells_its_basis_words_and_rule():
    assert origins(PAYLOAD).date == "counted from the publication date, “last week”, date.recent"


def test_a_publication_date_says_why():
    assert origins({"date_basis": "publication"}).date == "publication date, because no date words stand near"


def test_a_date_that_is_not_known_says_why():
    assert origins({"date_basis": "unknown"}).date.startswith("not known, no date words")


def test_an_actor_names_its_words_and_rule():
    assert origins(PAYLOAD).actors == ["China, “Beijing”, role.subject", "Qatar"]


def test_each_theme_names_its_words():
    assert origins(PAYLOAD).themes == "trade: “tariff”, “imports” · energy: “gas”"


def test_parts_come_largest_first_whatever_their_sign():
    assert [name for name, _ in origins(PAYLOAD).parts] == ["words of the act", "negated", "date"]


def test_an_empty_payload_says_nothing():
    said = origins({})
    assert (said.kind, said.date, said.assertion, said.themes, said.actors, said.parts) == ("", "", "", "", [], [])
